import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { one, openGraded } from '../openGraded.ts'

/** Eight customers, the first buys most, most often and last; each has one order more and ten days less than the next. */
const orders = [
  '订单号,客户编号,客户名称,下单时间,实付金额（元）',
  ...Array.from({ length: 8 }, (_, customer) =>
    Array.from({ length: 8 - customer }, (_, order) => {
      const day = new Date(Date.UTC(2026, 10, 20) - (customer * 10 + order) * 86_400_000)
      return `D${customer}-${order},C${customer},客户${customer},${day.toISOString().slice(0, 10)},${100 - customer}`
    }),
  ).flat(),
].join('\n')

async function open() {
  const opened = await openGraded(orders)
  opened.app.insightsPane = 'rfm'
  opened.app.places.go({ kind: 'project', place: 'insights' })
  await expect.element(page.getByTestId('heat-map')).toBeVisible()
  return opened
}
const segments = () =>
  [...one('segments').querySelectorAll('tbody tr')].map((row) => [
    row.querySelector('b')?.textContent,
    row.querySelector('td')?.textContent,
  ])

test('a cell of the heat map shows its customers in the sheet', async () => {
  // three levels: edges at places 7/3 and 14/3 of the eight, so that 3, 2 and 3 customers share a score
  const { app, unmount } = await open()
  await expect.element(page.getByTestId('heat-33')).toHaveTextContent('3')
  await expect.element(page.getByTestId('heat-13')).toBeDisabled()
  await page.getByTestId('heat-22').click()
  await expect.element(page.getByTestId('sheet')).toBeVisible()
  await expect.poll(() => app.sheet.rowCount).toBe(2)
  unmount()
})

test('a segment shows its customers in the sheet, whatever the language of the page', async () => {
  const { app, unmount } = await open()
  await app.locale.choose('en')
  await page.getByRole('button', { name: /Champions/ }).click()
  await expect.poll(() => app.sheet.rowCount).toBe(3)
  unmount()
})

test('own segments: the linter says what a change does, and saving is one undo step', async () => {
  const { app, unmount } = await open()
  await expect.poll(segments).toContainEqual(['冠军客户', '3'])
  await page.getByTestId('segment-rules').click()
  const lint = page.getByTestId('segment-lint')
  await expect.element(lint).toHaveTextContent('27 种分数组合里，27 种有规则')
  // champions are R3 F3 M3 at three levels: from R2 they take from those who need attention (R2 F2–3, all M)
  await page.getByLabelText('第 1 条：最近购买从').selectOptions('2')
  await expect.element(lint).toHaveTextContent('“冠军客户”和“需要关注”有 1 种组合重叠，如 R2 F3 M3')
  await page.getByLabelText('第 1 条的名称').fill('贵宾')
  await page.getByRole('button', { name: '删除“忠诚客户”' }).click()
  await expect.element(lint).toHaveTextContent('2 种组合没有规则，归入“其他”，如 R3 F3 M1')
  await page.getByTestId('segment-save').click()
  await expect.poll(segments).toContainEqual(['贵宾', '3'])
  expect(app.project.view.current?.undo).toBe('setModel')
  await app.project.undo()
  await expect.poll(segments).toContainEqual(['冠军客户', '3'])
  unmount()
})

test('rules are moved by the keyboard; a rule behind a wider one is told to be in vain', async () => {
  const { unmount } = await open()
  await page.getByTestId('segment-rules').click()
  await page.getByTestId('segment-add').click()
  const name = page.getByLabelText('第 10 条的名称')
  await expect.element(name).toHaveValue('客群 10')
  await expect.element(page.getByTestId('segment-lint')).toHaveTextContent('“客群 10”永远轮不到')
  const input = name.element() as HTMLInputElement
  input.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', altKey: true, bubbles: true }))
  await expect.element(page.getByLabelText('第 9 条的名称')).toHaveValue('客群 10')
  await page.getByLabelText('第 9 条的名称').fill('')
  await expect.element(page.getByTestId('segment-save')).toBeDisabled()
  unmount()
})

test('the eight classes say what high and low part at', async () => {
  const { unmount } = await open()
  await page.getByRole('button', { name: '8 类' }).click()
  await expect.poll(segments).toContainEqual(['重要价值客户', '4'])
  // means by hand: days 1 + 35 = 36, orders 36 ÷ 8 = 4.5, money Σ (8 − i)(100 − i) ÷ 8 = 3516 ÷ 8 = 439.5
  await expect
    .element(page.getByText('高低以平均为界：36 天前买过、买 4.5 次、花 440 元'))
    .toBeVisible()
  unmount()
})
