import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { customersCsv } from '../bench/customers.ts'
import { expect, openFile, test } from './page.ts'

const shared = resolve(import.meta.dirname, '../../../shared/data')
const folder = resolve(shared, 'customers')
const rfm = resolve(shared, 'rfm/rfm_data_customer.csv.gz')

/** Real lists of other people: rows as MANIFEST.md counts them. */
const lists = [
  ...(existsSync(folder) ? readdirSync(folder) : []).map((name) => ({
    name,
    read: () => readFileSync(resolve(folder, name)),
  })),
  { name: 'rfm_data_customer.csv', read: () => gunzipSync(readFileSync(rfm)) },
]
const rows: Record<string, number> = {
  'northwind_customers.csv': 93,
  'wholesale_customers.csv': 440,
  'telco_customer_churn.csv': 7043,
  'rfm_data_customer.csv': 39_999,
}

for (const { name, read } of lists)
  test(`${name} is imported, graded and exported`, async ({ page }) => {
    test.skip(!existsSync(rfm), 'the shared reference data is not beside the repository')
    await page.goto('./?lang=en&fresh')
    await expect(page.getByTestId('sample-template')).toBeVisible()
    await openFile(page, name, read())
    await page.getByTestId('import-confirm').click({ timeout: 30_000 })
    await expect(page.getByTestId('row-count')).toHaveAttribute('data-value', String(rows[name]), {
      timeout: 30_000,
    })
    await expect(page.getByTestId('sheet')).toHaveAttribute(
      'aria-rowcount',
      String((rows[name] ?? 0) + 2),
    )
    if (name !== 'northwind_customers.csv') {
      // an address list has nothing to measure by itself; every other list is graded at once
      const counts = await page
        .locator('[data-testid^="tier-card-"]')
        .evaluateAll((cards) => cards.map((card) => Number((card as HTMLElement).dataset['count'])))
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(rows[name])
      expect(counts.filter((count) => count > 0).length).toBeGreaterThanOrEqual(2)
    }
    await page.getByTestId('export-menu').click()
    const download = page.waitForEvent('download')
    await page.getByTestId('export-confirm').click()
    expect((await download).suggestedFilename()).toMatch(/\.xlsx$/)
  })

test('100,000 customers are imported, a weight is dragged, and the list is exported', async ({
  page,
}) => {
  test.setTimeout(150_000)
  await page.goto('./?lang=zh&fresh')
  await expect(page.getByTestId('sample-template')).toBeVisible()
  await openFile(page, '十万客户.csv', customersCsv(100_000))
  await page.getByTestId('import-confirm').click({ timeout: 90_000 })
  await expect(page.getByTestId('row-count')).toHaveAttribute('data-value', '100000', {
    timeout: 90_000,
  })

  const first = page.getByTestId('tier-card-A')
  const before = await first.getAttribute('data-count')
  const slider = page.getByTestId('criterion-1-weight')
  const box = await slider.boundingBox()
  if (!box) throw new Error('the slider is not on show')
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height / 2)
  await page.mouse.down()
  for (const share of [0.6, 0.7, 0.8, 0.9, 0.95])
    await page.mouse.move(box.x + box.width * share, box.y + box.height / 2)
  await page.mouse.up()
  await expect(first).not.toHaveAttribute('data-count', before ?? '')
  await page.getByTestId('undo').click()
  await expect(first).toHaveAttribute('data-count', before ?? '')

  await page.getByTestId('export-menu').click()
  await page.getByTestId('export-csv').click()
  const download = page.waitForEvent('download')
  await page.getByTestId('export-confirm').click()
  const file = await (await download).path()
  expect(readFileSync(file, 'utf8').trimEnd().split('\r\n')).toHaveLength(100_001)
})
