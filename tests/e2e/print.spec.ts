import { expect, openFile, test } from './page.ts'

// Two rows of each of 20 firms: 10 groups a page, far beyond the first screen.
const rows = Array.from({ length: 20 }, (_, i) => {
  const firm = `恒达${String.fromCharCode(0x7532 + i * 7)}机电`
  const phone = 13800138000 + i
  return `P${i},${firm}有限公司,${phone},华东,700,4\nQ${i},${firm}（有限公司）,${phone},华南,900,2`
})
const list = ['客户编号,客户名称,联系电话,地区,累计金额,购买次数', ...rows].join('\n')

test('the quality pane is printed whole, in light, without what cannot be clicked on paper', async ({
  page,
}) => {
  await page.goto('./')
  await openFile(page, '客户.csv', list)
  await page.getByTestId('import-confirm').click()
  await expect(page.getByTestId('sheet')).toBeVisible()
  await page.getByRole('navigation').getByRole('link', { name: '数据' }).click()
  await page.getByRole('button', { name: '数据质量', exact: true }).click()
  await expect(page.getByTestId('duplicate-group')).toHaveCount(10)
  const last = page.getByTestId('quality-column').last()
  await expect(last).toBeVisible()
  await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'))

  await page.setViewportSize({ width: 718, height: 1000 }) // A4 within its margins
  await page.emulateMedia({ media: 'print' })
  const paper = await page.evaluate(() => {
    const { scrollHeight, scrollWidth } = document.documentElement
    return { scrollHeight, scrollWidth, scheme: getComputedStyle(document.body).colorScheme }
  })
  const box = await last.boundingBox()
  expect(paper).toMatchObject({ scrollWidth: 718, scheme: 'light' })
  expect(paper.scrollHeight).toBeGreaterThan(2000)
  expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThanOrEqual(paper.scrollHeight)
  await expect(page.getByTestId('export-menu')).toBeHidden()
  await expect(page.locator('.btn:visible')).toHaveCount(0)
})
