import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type { RecordsView, RecordTableView } from '../../../src/engine/recordViews.ts'
import { fakeEngine } from '../fixtures.ts'
import { openApp } from '../openApp.ts'

const orders: RecordTableView = {
  kind: 'orders',
  rowCount: 86_412,
  columns: 3,
  figures: ['订单数', '累计金额'],
  matched: [
    { by: 'key', count: 85_000 },
    { by: 'phone', count: 584 },
  ],
  unmatched: [
    { reason: 'unnamed', count: 8 },
    { reason: 'unknown', count: 800 },
    { reason: 'ambiguous', count: 20 },
  ],
}
const survey: RecordTableView = {
  kind: 'survey',
  rowCount: 10,
  columns: 2,
  figures: ['推荐指数（NPS）'],
  matched: [{ by: 'name', count: 10 }],
  unmatched: [],
}
const records = (total: number, from: number): RecordsView => ({
  columns: [
    { id: 'a', name: '订单编号', role: 'record', reading: 'code' },
    { id: 'b', name: '<b>客户</b>', role: 'name', reading: 'text' },
    { id: 'c', name: '金额', role: 'amount', reading: 'money' },
  ],
  total,
  from,
  rows: Array.from({ length: Math.min(50, total - from) }, (_, at) => ({
    row: from + at,
    texts: [`D${from + at}`, at === 1 ? '<img src=x onerror=alert(1)>' : '丁公司', '12'],
    customer: at === 0 ? '甲公司' : null,
    reason: at === 0 ? null : at === 1 ? 'ambiguous' : 'unknown',
  })),
})

async function open(tables: readonly RecordTableView[]) {
  const engine = fakeEngine({
    adoptRecords: () => ({ count: 300, revision: 8 }),
    changeKind: () => ({ revision: 9 }),
    removeRecords: () => ({ revision: 10 }),
  })
  engine.shows.tables = () => tables
  engine.shows.records = ({ from, rows }) => records(rows === 'all' ? 86_412 : 828, from)
  const opened = await openApp(engine, 'lang=zh', '#p_1/data')
  await page.getByRole('button', { name: '订单等其他表' }).click()
  return opened
}

test('without other tables it says what they are good for, and opens the file chooser', async () => {
  const { app } = await open([])
  await expect.element(page.getByText('还没有订单、服务、问卷等其他表')).toBeVisible()
  let asked = 0
  app.intake.openChooser = () => asked++
  await page.getByRole('button', { name: '添加一张表' }).click()
  expect(asked).toBe(1)
})

test('rows without a customer are among what to mind, and lead to their table', async () => {
  await open([orders, survey])
  await page.getByRole('button', { name: '客户表的列' }).click()
  const mind = page.getByRole('complementary', { name: '要留意的地方' })
  await expect.element(mind).toHaveTextContent('订单表：828 行对不上客户')
  await expect.element(mind).not.toHaveTextContent('问卷：')
  await mind.getByRole('button', { name: '看这些行' }).click()
  await expect.element(page.getByTestId('table-orders')).toBeVisible()
})

test('each table says how many rows found their customer, by what, and how many did not', async () => {
  await open([orders, survey])
  const row = page.getByTestId('table-orders')
  await expect.element(row).toHaveTextContent('86,412')
  await expect.element(row).toHaveTextContent('99.0%') // 85,584 ÷ 86,412 = 99.04 %, never rounded up
  await expect.element(row).toHaveTextContent('编号 85,000，电话 584')
  await expect.element(row).toHaveTextContent('828')
  await expect.element(row).toHaveTextContent('订单数，累计金额')
  await expect.element(page.getByTestId('table-survey')).toHaveTextContent('100%')
})

test('unmatched rows are listed with the reason; their texts are never HTML', async () => {
  await open([orders])
  await page.getByRole('button', { name: '看订单表里对不上的 828 行' }).click()
  const list = page.getByRole('region', { name: '订单表' }).last()
  await expect.element(list).toHaveTextContent('有几位同名或同号')
  await expect.element(list).toHaveTextContent('<img src=x onerror=alert(1)>')
  expect(document.querySelector('img[src="x"]')).toBeNull()
  await page.getByRole('button', { name: '下一页' }).click()
  await expect.element(page.getByText('第 51–100 行，共 828 行')).toBeVisible()
})

test('adding customers, another kind, removing and another role are asked of the engine', async () => {
  const { client } = await open([orders, survey])
  await page.getByRole('button', { name: '把 800 行里的人加为新客户' }).click()
  await expect.element(page.getByText('已加入 300 位客户')).toBeVisible()
  await page.getByRole('button', { name: '“金额”用作' }).click()
  await page.getByRole('menuitemradio', { name: '金额（整单）' }).click()
  await page.getByRole('button', { name: '订单表：更多' }).click()
  await page.getByRole('menuitem', { name: '改作服务记录' }).click()
  await page.getByRole('button', { name: '问卷：更多' }).click()
  await page.getByRole('menuitem', { name: '移除这张表' }).click()
  expect(client.argsOf('adoptRecords')).toEqual([{ kind: 'orders' }])
  expect(client.argsOf('changeKind')).toEqual([{ kind: 'orders', to: 'service' }])
  expect(client.argsOf('removeRecords')).toEqual([{ kind: 'survey' }])
  expect(client.argsOf('run')).toEqual([
    { command: { kind: 'changeColumn', table: 'orders', column: 'c', role: 'total' } },
  ])
})
