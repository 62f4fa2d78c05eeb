import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { openGraded } from '../openGraded.ts'

// hand count: Ann 3 orders, Bob 2, Cai 1
const orders = `订单号,客户名称,下单时间,金额
1,安,2026-01-05,100
2,安,2026-02-09,300
3,安,2026-03-02,200
4,博,2026-01-20,80
5,博,2026-02-25,40
6,蔡,2026-03-11,500
`
const titles = () =>
  [...document.querySelectorAll('.grid-title')].map(
    (title) => title.querySelector('.cut')?.textContent,
  )
const pane = async () => {
  await page.getByTestId('nav-data').click()
  await page.getByRole('button', { name: '计算列' }).click()
  await expect.element(page.getByTestId('model-behaviour')).toBeVisible()
}
const named = (names: readonly string[]) =>
  vi.waitFor(() => expect(titles()).toEqual(expect.arrayContaining([...names])))

test('switching a model off takes its columns away; undo gives them back', async () => {
  const { app } = await openGraded(orders)
  await named(['订单数', '累计金额'])
  await pane()
  const behaviour = page.getByTestId('model-on-behaviour')
  await expect.element(behaviour).toBeChecked()
  await behaviour.click()
  await expect.element(behaviour).not.toBeChecked()
  await page.getByTestId('nav-grade').click()
  await vi.waitFor(() => expect(titles()).not.toContain('订单数'))
  await app.project.undo()
  await named(['订单数', '累计金额'])
  await pane()
  await expect.element(page.getByTestId('model-on-behaviour')).toBeChecked()
})

test('a column is taken out and in by its box; all is as usual again at a press', async () => {
  await openGraded(orders)
  await pane()
  await page.getByTestId('model-open-behaviour').click()
  const count = page.getByTestId('column-orders.count')
  await expect.element(count).toBeChecked()
  await expect.element(page.getByText('下过多少单；', { exact: false })).toBeVisible()
  await count.click()
  await expect.element(count).not.toBeChecked()
  await page.getByTestId('nav-grade').click()
  await vi.waitFor(() => expect(titles()).not.toContain('订单数'))
  await pane()
  await page.getByTestId('model-open-behaviour').click()
  await page.getByRole('button', { name: '恢复默认' }).click()
  await expect.element(page.getByTestId('column-orders.count')).toBeChecked()
  await page.getByTestId('nav-grade').click()
  await named(['订单数'])
})

test('a model that lacks its records says so, cannot be switched on, and asks for the file', async () => {
  const { app } = await openGraded(orders)
  const choose = vi.spyOn(app.intake, 'choose').mockImplementation(() => {})
  await pane()
  const survey = page.getByTestId('model-survey')
  await expect.element(survey.getByText(/还缺一张问卷表/)).toBeVisible()
  await expect.element(page.getByTestId('model-on-survey')).toBeDisabled()
  await survey.getByRole('button', { name: '添加文件' }).click()
  expect(choose).toHaveBeenCalledWith('replace')
})

test('a calculated header explains itself by keyboard, and leads to its settings', async () => {
  const { app } = await openGraded(orders)
  await named(['订单数'])
  const at = app.sheet.columns.placed.findIndex(({ column }) => column.id === 'orders.count')
  app.sheet.grid?.select(0, at)
  app.sheet.grid?.focus()
  await userEvent.keyboard('{Shift>}{F10}{/Shift}')
  await page.getByRole('menuitem', { name: '这一列怎么来的' }).click()
  const help = page.getByTestId('column-help')
  await expect.element(help).toBeVisible()
  await expect.element(help).toHaveTextContent('下过多少单')
  await expect.element(help).toHaveTextContent(app.project.scheme.current?.scheme.asOf ?? '?')
  await userEvent.keyboard('{Escape}')
  await expect.element(help).not.toBeVisible()
  expect(document.activeElement?.className).toBe('grid-input')

  await userEvent.keyboard('{Shift>}{F10}{/Shift}')
  await page.getByRole('menuitem', { name: '这一列怎么来的' }).click()
  await page.getByTestId('help-settings').click()
  await expect.element(page.getByTestId('model-open-behaviour')).toHaveFocus()
  await expect
    .element(page.getByTestId('model-open-behaviour'))
    .toHaveAttribute('aria-expanded', 'true')
})

test('a calculated header says so, and a press on its mark explains without sorting', async () => {
  const { app } = await openGraded(orders)
  await named(['订单数'])
  const header = page.getByRole('columnheader', { name: '订单数' })
  await expect.element(header).toHaveAttribute('aria-description', '算出来的列')
  expect(header.element().getAttribute('title')).toContain('下过多少单')
  await userEvent.click(header.element().querySelector('.grid-mark') as Element)
  await expect.element(page.getByTestId('column-help')).toBeVisible()
  expect(app.sheet.query.sort).toBeNull()
})

test('the day that all is counted back from is set beside the models', async () => {
  const { app } = await openGraded(orders)
  await pane()
  await page.getByTestId('as-of').fill('2026-02-28')
  await userEvent.keyboard('{Tab}')
  await vi.waitFor(() => expect(app.project.scheme.current?.scheme.asOf).toBe('2026-02-28'))
  await page.getByTestId('nav-grade').click()
  await named(['最近购买日期'])
  // 安 bought thrice, the last time after that day
  const row = page.getByRole('row', { name: /安/ })
  await expect.element(row.getByText('2026-02-09')).toBeVisible()
})
