import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import Papa from 'papaparse'
import * as XLSX from 'xlsx'
import { axe, expect, test } from './page.ts'

// From a file of orders alone to a graded table that says what history tells, without leaving the page.
// Source of the expectations: the orders themselves, counted here.

const path = resolve(import.meta.dirname, '../../public/samples/orders.csv')
const rows = Papa.parse<Record<string, string>>(readFileSync(path, 'utf8').replace(/^\ufeff/, ''), {
  header: true,
  skipEmptyLines: true,
}).data

const paid = (row: Record<string, string>) => Number(row['实付金额'])
const back = (row: Record<string, string>) => Number(row['退款金额'])
const counting = rows.filter((row) => row['订单状态'] === '已完成' && back(row) < paid(row))
const members = new Set(rows.map((row) => row['会员编号']))
const buyers = new Set(counting.map((row) => row['会员编号']))

test.use({ viewport: { width: 1440, height: 900 } })

test('four clicks lead from orders to customers with segments, stages and values', async ({
  page,
}) => {
  await page.goto('./?lang=zh&fresh')
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选择文件' }).click() // 1
  await (await choosing).setFiles(path)
  await expect(page.getByTestId('import-confirm')).toBeEnabled({ timeout: 30_000 })
  await page.getByTestId('import-confirm').click() // 2
  await expect(page.getByTestId('sheet')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByTestId('row-count')).toHaveAttribute('data-value', String(members.size))
  const counts = await page
    .locator('[data-testid^="tier-card-"]')
    .evaluateAll((cards) => cards.map((card) => Number((card as HTMLElement).dataset['count'])))
  expect(counts.reduce((sum, one) => sum + one, 0)).toBe(members.size)
  expect(Math.min(...counts)).toBeGreaterThan(0)

  await page.getByTestId('nav-insights').click() // 3
  await page
    .getByRole('radio', { name: 'RFM' })
    .or(page.getByText('RFM', { exact: true }))
    .first()
    .click() // 4
  await expect(page.getByText('冠军客户').first()).toBeVisible()
  await expect(page.getByText(`${members.size - buyers.size} 位客户没有分`)).toBeVisible()
  await axe(page)
})

test('the exported workbook has what history says, and says what it means', async ({ page }) => {
  await page.goto('./?lang=zh&fresh')
  await page.getByTestId('file-input').setInputFiles(path)
  await page.getByTestId('import-confirm').click({ timeout: 30_000 })
  await expect(page.getByTestId('sheet')).toBeVisible({ timeout: 30_000 })
  await page.getByTestId('export-menu').click()
  await page.getByTestId('export-workbook').click()
  const download = page.waitForEvent('download')
  await page.getByTestId('export-confirm').click()
  const book = XLSX.read(readFileSync(await (await download).path()))
  const list = XLSX.utils.sheet_to_json<Record<string, unknown>>(book.Sheets['分级表'] ?? {}, {
    range: 1,
  })
  const of = (member: string) => list.find((row) => row['会员编号'] === member)
  for (const member of ['HY0143', 'HY0609', 'HY0001']) {
    const own = counting.filter((row) => row['会员编号'] === member)
    const customer = of(member)
    expect(customer?.['订单数']).toBe(own.length)
    expect(customer?.['累计金额']).toBeCloseTo(
      own.reduce((sum, row) => sum + paid(row) - back(row), 0),
      2,
    )
    expect(String(customer?.['RFM 客群'])).not.toBe('')
    expect(String(customer?.['生命周期阶段'])).not.toBe('')
  }
  // one purchase day cannot be told from: never "active 100 %"
  const days = new Map<string, Set<string>>()
  for (const row of counting) {
    const member = row['会员编号'] ?? ''
    days.set(member, (days.get(member) ?? new Set()).add(row['下单日期'] ?? ''))
  }
  for (const row of list) {
    const once = (days.get(String(row['会员编号']))?.size ?? 0) < 2
    expect(row['活跃概率'] === undefined, String(row['会员编号'])).toBe(once)
    expect(row['预测价值'] === undefined, String(row['会员编号'])).toBe(once)
  }
  const words = XLSX.utils.sheet_to_json<string[]>(book.Sheets['列说明'] ?? {}, { header: 1 })
  expect(words.map(([name]) => name)).toEqual(
    expect.arrayContaining(['RFM 客群', '生命周期阶段', '预测价值']),
  )
})

test('a calculated column explains itself and leads to its settings; undo takes them back', async ({
  page,
}) => {
  await page.goto('./?lang=zh&fresh')
  await page.getByTestId('sample-orders').click()
  await expect(page.getByTestId('sheet')).toBeVisible({ timeout: 30_000 })
  const header = page.getByRole('columnheader', { name: '订单数' })
  await expect(header).toHaveAttribute('aria-description', '算出来的列')
  await header.locator('.grid-mark').click()
  const help = page.getByTestId('column-help')
  await expect(help).toContainText('下过多少单')
  await expect(help).toContainText(/\d{4}-\d\d-\d\d/)
  await page.getByTestId('help-settings').click()
  const amount = page.getByTestId('column-orders.amount')
  await amount.uncheck()
  await expect(amount).not.toBeChecked()
  await page.getByTestId('undo').click()
  await expect(amount).toBeChecked()
  await page.getByTestId('nav-grade').click()
  await expect(page.getByRole('columnheader', { name: '累计金额' })).toBeVisible()
})
