import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import * as XLSX from 'xlsx'
import { encode } from '../fixtures/encode.ts'
import { axe, expect, paste, test } from './page.ts'

// From what a new user has to a graded table and an exported one, without leaving the page.
// Source of all expectations: the files in this spec, worked out by hand.

type File = readonly [name: string, content: string | Uint8Array]

async function give(page: Page, ...files: readonly File[]): Promise<void> {
  await page.getByTestId('file-input').setInputFiles(
    files.map(([name, content]) => ({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(content as string),
    })),
  )
}

async function accept(page: Page, words: string | RegExp): Promise<void> {
  const confirm = page.getByTestId('import-confirm')
  await expect(confirm).toBeEnabled({ timeout: 30_000 })
  await expect(confirm).toHaveText(words)
  await confirm.click()
  await expect(page.getByTestId('sheet')).toBeVisible({ timeout: 30_000 })
}

/** Texts of a column by customer, as the sheet shows them. */
async function column(page: Page, name: string, customers: readonly string[]) {
  const head = page.getByRole('columnheader', { name, exact: true }).first()
  const index = await head.getAttribute('aria-colindex')
  const texts: Record<string, string> = {}
  for (const customer of customers) {
    const row = page.locator(`[role="row"]:has([role="gridcell"]:text-is("${customer}"))`)
    texts[customer] = await row
      .locator(`[role="gridcell"][aria-colindex="${index}"]`)
      .first()
      .innerText()
  }
  return texts
}

/** All customers have a tier, and there is more than one. */
async function graded(page: Page, count: number): Promise<void> {
  await expect(page.getByTestId('row-count')).toHaveAttribute('data-value', String(count))
  const counts = await page
    .locator('[data-testid^="tier-card-"]')
    .evaluateAll((cards) => cards.map((card) => Number((card as HTMLElement).dataset['count'])))
  expect(counts.reduce((sum, one) => sum + one, 0)).toBe(count)
  expect(counts.filter((one) => one > 0).length).toBeGreaterThanOrEqual(2)
}

async function exported(page: Page): Promise<string[]> {
  await page.getByTestId('export-menu').click()
  await page.getByTestId('export-csv').click()
  const download = page.waitForEvent('download')
  await page.getByTestId('export-confirm').click()
  const text = readFileSync(await (await download).path(), 'utf8')
  return text
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\r\n')
}

test.use({ viewport: { width: 1920, height: 900 } }) // all columns are drawn

test.beforeEach(async ({ page }) => {
  await page.goto('./?lang=zh&fresh')
  await expect(page.getByTestId('sample-template')).toBeVisible()
})

test('a GBK file with a title row', async ({ page }) => {
  const text =
    '二〇二六年三月客户名单\r\n\r\n客户名称,联系电话,购买频率,单次消费金额,最近购买日期\r\n' +
    '恒达机电有限公司,13800138000,每月一次,1.2万,2026年3月1日\r\n' +
    '星辰贸易有限公司,13900139000,每季度一次,3500元,2026-01-05\r\n' +
    '王五杂货店,13700137000,每年一次,300,2025/6/1\r\n'
  await give(page, ['客户.csv', encode(text, 'gb18030')])
  await expect(page.getByTestId('import-preview')).toContainText('二〇二六年三月客户名单')
  await accept(page, '导入 3 位客户')
  await graded(page, 3)
  const names = ['恒达机电有限公司', '星辰贸易有限公司', '王五杂货店']
  expect(Object.values(await column(page, '单次消费金额', names))).toEqual([
    '12,000',
    '3,500',
    '300',
  ])
  const lines = await exported(page)
  expect(lines).toHaveLength(4)
  expect(lines[1]).toContain('恒达机电有限公司')
})

test('a workbook with two header rows and totals', async ({ page }) => {
  const sheet = XLSX.utils.aoa_to_sheet([
    ['客户分级表'],
    ['客户基本信息', null, '分级指标', null, null],
    ['客户编号', '客户名称', '购买频率', '单次消费金额', '客户生命周期价值'],
    ['K1', '张三', 12, 500, 50000],
    ['K2', '李四', 4, 3000, 30000],
    ['K3', '王五', 1, 100, 1000],
    ['合计', null, 17, 3600, 81000],
  ])
  sheet['!merges'] = [
    { s: { r: 0, c: 0 }, e: { r: 0, c: 4 } },
    { s: { r: 1, c: 0 }, e: { r: 1, c: 1 } },
    { s: { r: 1, c: 2 }, e: { r: 1, c: 4 } },
  ]
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, sheet, '客户')
  const bytes = XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array
  await give(page, ['客户.xlsx', bytes])
  await expect(page.getByLabel('表头', { exact: true })).toHaveValue(/1/)
  await accept(page, '导入 3 位客户') // not the total
  await graded(page, 3)
  await expect(page.getByRole('columnheader', { name: '分级指标' })).toBeVisible()
  expect(await exported(page)).toHaveLength(4)
})

test('an orders export of Shopify: customers are made from it', async ({ page }) => {
  const header =
    'Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Billing Name,Cancelled at,Refunded Amount'
  // Three customers: Ann 30 + (50 − 20 refunded) = 60 in two orders; Bob 200; Cy only a cancelled order, which does not count.
  const text = [
    header,
    '#1001,ann@example.org,paid,2026-01-05 10:00:00 +0800,fulfilled,USD,25,5,0,30.00,2026-01-05 09:59:00 +0800,1,Cup,10,Ann Lee,,0.00',
    '#1001,ann@example.org,,,,,,,,,2026-01-05 09:59:00 +0800,1,Plate,15,,,',
    '#1002,bob@example.org,paid,2026-02-01 10:00:00 +0800,fulfilled,USD,190,10,0,200.00,2026-02-01 09:00:00 +0800,4,Lamp,47.5,Bob Ray,,0.00',
    '#1003,ann@example.org,partially_refunded,2026-02-10 10:00:00 +0800,fulfilled,USD,50,0,0,50.00,2026-02-10 09:00:00 +0800,1,Vase,50,Ann Lee,,20.00',
    '#1004,cy@example.org,voided,,,USD,70,0,0,70.00,2026-02-11 09:00:00 +0800,1,Rug,70,Cy Fox,2026-02-12 09:00:00 +0800,0.00',
  ].join('\n')
  await give(page, ['orders_export_1.csv', text])
  await expect(page.getByTestId('import-use')).toHaveValue('orders')
  await expect(page.getByTestId('import-links')).toContainText('得出 3 位客户')
  await axe(page)
  await accept(page, /^导入 5.行订单$/)
  await expect(page.getByTestId('row-count')).toHaveAttribute('data-value', '3')
  const customers = ['ann@example.org', 'bob@example.org']
  expect(Object.values(await column(page, '订单数', customers))).toEqual(['2', '1'])
  expect(Object.values(await column(page, '累计金额', customers))).toEqual(['60', '200'])
  expect(await exported(page)).toHaveLength(4)
})

const month = (rows: readonly string[]) => ['客户编号,客户名称,消费金额,城市', ...rows].join('\n')
const months: readonly File[] = [
  ['名单2026年3月.csv', month(['K1,张三,-,天津', 'K3,王五,80,深圳', 'K4,赵六,20,成都'])],
  ['名单2026年1月.csv', month(['K1,张三,1000,北京', 'K2,李四,200,上海'])],
  ['名单2026年2月.csv', month(['K2,李四,250,', 'K3,王五,50,广州'])],
]

test('three monthly files of the same list become one; they can be taken apart', async ({
  page,
}) => {
  await give(page, ...months)
  const parts = page.getByTestId('import-parts')
  await expect(parts.getByRole('listitem')).toHaveText([
    /名单2026年1月\s*2 行/,
    /名单2026年2月\s*2 行/,
    /名单2026年3月\s*3 行/,
  ])
  await axe(page)
  await page.getByTestId('import-part').click()
  await expect(page.getByTestId('import-file')).toHaveCount(3)
  await expect(page.getByTestId('import-confirm')).toHaveText('导入 3 位客户')
  await page.getByTestId('import-unite').first().click()
  await expect(page.getByTestId('import-file')).toHaveCount(2)
  await page.getByTestId('import-unite').first().click()
  await expect(page.getByTestId('import-file')).toHaveCount(1)

  await accept(page, '导入 4 位客户')
  await graded(page, 4)
  const names = ['张三', '李四', '王五', '赵六']
  expect(await column(page, '消费金额', names)).toEqual({
    张三: '1,000', // the dash of March erases nothing
    李四: '250',
    王五: '80',
    赵六: '20',
  })
  expect(Object.values(await column(page, '城市', names))).toEqual(['天津', '上海', '深圳', '成都'])
  expect(await exported(page)).toHaveLength(5)
})

const list: File = [
  '客户.csv',
  '客户编号,客户名称,城市\nK1,张三,北京\nK2,李四,上海\nK3,王五,广州\n',
]
const orders: File = [
  '订单.csv',
  '订单编号,客户编号,下单日期,订单金额\nD1,K1,2026-01-03,10\nD2,K1,2026-01-30,20\nD3,K2,2026-02-01,5\nD4,K9,2026-02-02,7\n',
]
const survey: File = [
  '问卷.csv',
  '答卷编号,客户编号,提交时间,推荐指数\nA1,K1,2026-02-01,9\nA2,K3,2026-02-01,3\n',
]

test('customers, orders and a survey, dropped together', async ({ page }) => {
  await give(page, orders, survey, list)
  await expect(page.getByTestId('import-link')).toHaveCount(2)
  await expect(page.getByTestId('import-links')).toContainText('75.0%') // 3 of 4 orders
  await page.getByTestId('import-unmatched').click()
  await expect(page.getByTestId('import-links')).toContainText('K9')
  await accept(page, /^导入 3.位客户、4.行订单和 2.份问卷$/)
  await graded(page, 3)
  const names = ['张三', '李四', '王五']
  expect(Object.values(await column(page, '订单数', names))).toEqual(['2', '1', '0'])
  expect(Object.values(await column(page, '累计金额', names))).toEqual(['30', '5', '0'])
})

test('more orders go into the open project as one step that can be taken back', async ({
  page,
}) => {
  await give(page, list, orders)
  await accept(page, /^导入 3.位客户和 4.行订单$/)
  const names = ['张三', '李四', '王五']
  const before = await column(page, '累计金额', names)
  await page.getByTestId('nav-data').click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '再次导入' }).click()
  await (
    await chooser
  ).setFiles({
    name: '订单_三月.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      '订单编号,客户编号,下单日期,订单金额\nD3,K2,2026-02-01,5\nD5,K3,2026-03-01,100\n',
    ),
  })
  await expect(page.getByTestId('import-merge')).toHaveText('订单：新增 1 行，更新 0 行，已有 1 行')
  await accept(page, /^导入 2.行订单$/)
  await expect.poll(() => column(page, '累计金额', names)).toMatchObject({ 王五: '100' })
  await page.getByTestId('undo').click()
  await expect.poll(() => column(page, '累计金额', names)).toEqual(before)
})

test('a cancelled import leaves nothing behind', async ({ page }) => {
  await give(page, ...months, orders)
  await expect(page.getByTestId('import-confirm')).toBeEnabled()
  await page.getByRole('button', { name: '取消' }).click()
  await expect(page.getByTestId('sample-template')).toBeVisible()
  await page.reload()
  await expect(page.getByTestId('sample-template')).toBeVisible()
  await expect(page.getByText('这里还没有项目')).toBeVisible()
})

test('100,000 pasted cells are a list like others', async ({ page }) => {
  const lines = ['客户编号\t客户名称\t电话\t城市\t消费金额\t次数\t最近购买日期\t备注']
  for (let i = 0; i < 12_500; i++)
    lines.push(
      `K${i}\t公司${i}\t139${10_000_000 + i}\t上海\t${i % 977}\t${i % 12}\t2026-03-0${1 + (i % 9)}\t${i % 5}`,
    )
  await paste(page, lines.join('\n'))
  await accept(page, '导入 12,500 位客户')
  await graded(page, 12_500)
  const found = await column(page, '消费金额', ['公司3', '公司12'])
  expect(found).toEqual({ 公司3: '3', 公司12: '12' })
})

test('sheets of one header in a workbook are taken together', async ({ page }) => {
  const book = XLSX.utils.book_new()
  const add = (name: string, rows: unknown[][]) =>
    XLSX.utils.book_append_sheet(
      book,
      XLSX.utils.aoa_to_sheet([['客户编号', '客户名称', '消费金额'], ...rows]),
      name,
    )
  add('2月', [
    ['K1', '张三', 900],
    ['K3', '王五', 30],
  ])
  add('1月', [
    ['K1', '张三', 10],
    ['K2', '李四', 20],
  ])
  await give(page, [
    '各月.xlsx',
    XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array,
  ])
  await expect(page.getByTestId('import-confirm')).toHaveText('导入 2 位客户')
  await page.getByTestId('import-alike').check()
  await accept(page, '导入 3 位客户')
  const names = ['张三', '李四', '王五']
  expect(Object.values(await column(page, '消费金额', names))).toEqual(['900', '20', '30'])
})
