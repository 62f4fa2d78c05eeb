import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { openGraded } from '../openGraded.ts'

const orders = `订单号,客户名称,下单时间,金额
1,安,2026-01-05,100
2,安,2026-02-09,300
3,安,2026-03-02,200
4,博,2026-01-20,80
5,博,2026-02-25,40
6,蔡,2026-03-11,500
`
const open = async () => {
  const opened = await openGraded(orders)
  await page.getByTestId('nav-insights').click()
  await expect.element(side('等级与金额')).toHaveAttribute('aria-pressed', 'true')
  return opened
}
const side = (name: string) => page.getByRole('button', { name, exact: true })

test('the switch of the analysis place shows one side after the other, and keeps the focus', async () => {
  const { app } = await open()
  await expect.element(page.getByRole('heading', { name: '得分分布' })).toBeVisible()
  ;(side('生命周期').element() as HTMLElement).focus()
  await userEvent.keyboard('{Enter}')
  await expect.element(side('生命周期')).toHaveAttribute('aria-pressed', 'true')
  await expect.element(side('生命周期')).toHaveFocus()
  await expect.element(page.getByText(/^截至 /)).toBeVisible()
  await expect.element(page.getByRole('heading', { name: '得分分布' })).not.toBeInTheDocument()
  await page.getByTestId('nav-grade').click()
  await page.getByTestId('nav-insights').click()
  await expect.element(side('生命周期')).toHaveAttribute('aria-pressed', 'true')
  expect(app.insightsPane).toBe('lifecycle')
})

test('the page of a model without its records says what is missing and asks for it', async () => {
  const { app } = await open()
  const choose = vi.spyOn(app.intake, 'choose').mockImplementation(() => {})
  await side('问卷').click()
  await expect.element(page.getByText('还缺一张问卷表', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: '添加文件' }).click()
  expect(choose).toHaveBeenCalledWith('replace')
})

test('the page of a model that is off switches it on, which can be undone', async () => {
  const { app } = await open()
  await side('生命周期').click()
  await expect.element(page.getByTestId('model-settings')).toBeVisible()
  await app.project.run({ kind: 'setModel', model: 'lifecycle', set: { on: false } })
  await expect.element(page.getByText('“生命周期”没有打开')).toBeVisible()
  await page.getByRole('button', { name: '打开', exact: true }).click()
  await expect.element(page.getByTestId('model-settings')).toBeVisible()
  await app.project.undo()
  await expect.element(page.getByText('“生命周期”没有打开')).toBeVisible()
})

test('settings stand in a dialog beside the page, which follows them', async () => {
  const { app } = await open()
  await side('生命周期').click()
  await page.getByTestId('model-settings').click()
  await expect.element(page.getByTestId('model-dialog')).toBeVisible()
  const days = page.getByTestId('setting-dormantDays')
  await days.fill('45')
  await userEvent.keyboard('{Enter}')
  await expect.element(days).toHaveValue('45')
  const asked = await app.client.view('model', { id: 'lifecycle' })
  expect(asked?.settings['dormantDays']).toBe(45)
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByTestId('model-dialog')).not.toBeInTheDocument()
  await expect.element(page.getByTestId('model-settings')).toHaveFocus()
})
