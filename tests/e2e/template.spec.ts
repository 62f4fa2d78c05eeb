import { readFile } from 'node:fs/promises'
import { read } from 'xlsx'
import { confirmImport, expect, paste, templateText, test } from './page.ts'

const tierOf = (name: string) => `[role="row"]:has-text("${name}") [data-tier]`

test('the template table of the field, pasted, is graded A, B, C at once and can be exported', async ({
  page,
}) => {
  await page.goto('./?lang=zh&fresh')
  await expect(page.getByTestId('file-input')).toBeAttached()
  await paste(page, templateText)
  await confirmImport(page)

  await expect(page.getByTestId('row-count')).toHaveAttribute('data-value', '3')
  for (const [name, tier] of [
    ['张三', 'A'],
    ['李四', 'B'],
    ['王五', 'C'],
  ] as const)
    await expect(page.locator(tierOf(name))).toHaveAttribute('data-tier', tier)
  await expect(page.getByTestId('notice').filter({ hasText: '张三' })).toHaveAttribute(
    'data-code',
    'customer.valueBelowYear',
  )

  await test.step('a click explains a grade, and its lines add up', async () => {
    await page.getByRole('gridcell', { name: '李四' }).click()
    const panel = page.getByTestId('explain')
    await expect(panel).toHaveAttribute('data-tier', 'B')
    const score = Number(await panel.getAttribute('data-score'))
    const points = await panel
      .getByTestId('explain-line')
      .evaluateAll((lines) => lines.map((line) => Number((line as HTMLElement).dataset['points'])))
    expect(points).toHaveLength(3)
    expect(points.reduce((sum, value) => sum + value, 0)).toBeCloseTo(score, 6)
  })

  await test.step('moving a weight moves the tiers, one undo takes it back', async () => {
    const weight = page.getByTestId('criterion-1-weight-number')
    await weight.fill('5')
    await weight.press('Enter')
    await expect(page.locator(tierOf('李四'))).toHaveAttribute('data-tier', 'A')
    await page.getByTestId('undo').click()
    await expect(page.locator(tierOf('李四'))).toHaveAttribute('data-tier', 'B')
    await page.getByTestId('redo').click()
    await expect(page.locator(tierOf('李四'))).toHaveAttribute('data-tier', 'A')
    await page.getByTestId('undo').click()
  })

  await test.step('a tier set by hand keeps its reason and both tiers', async () => {
    await page.getByRole('gridcell', { name: '王五' }).click()
    await page.getByTestId('override-tier').selectOption({ label: 'B' })
    await page.getByTestId('override-reason').fill('刚签年度框架')
    await page.getByTestId('override-save').click()
    await expect(page.locator(tierOf('王五'))).toHaveAttribute('data-tier', 'B')
    await expect(page.getByTestId('filter-overridden')).toContainText('1')
  })

  await test.step('the workbook keeps calculating: formulas with their present values', async () => {
    await page.getByTestId('export-menu').click()
    await page.getByTestId('export-workbook').click()
    const download = page.waitForEvent('download')
    await page.getByTestId('export-confirm').click()
    const file = await (await download).path()
    const book = read(await readFile(file), { cellFormula: true })
    const sheet = book.Sheets[book.SheetNames[0] ?? '']
    const formulas = Object.values(sheet ?? {}).filter(
      (cell) => typeof cell === 'object' && cell !== null && 'f' in cell,
    )
    expect(formulas.length).toBeGreaterThanOrEqual(6)
    expect(book.SheetNames).toEqual(['分级表', '分级标准', '等级汇总'])
  })
})

test('a project is as after the last edit when the tab is closed and opened again', async ({
  page,
  context,
}) => {
  await page.goto('./?lang=zh')
  await paste(page, templateText)
  await confirmImport(page)
  const weight = page.getByTestId('criterion-1-weight-number')
  await weight.fill('5')
  await weight.press('Enter')
  await expect(page.locator(tierOf('李四'))).toHaveAttribute('data-tier', 'A')
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', /saved|clean/)
  await page.close({ runBeforeUnload: false })

  const again = await context.newPage()
  await again.goto('./?lang=zh')
  await again.getByTestId('project-list').getByRole('button').first().click()
  await expect(again.getByTestId('sheet')).toBeVisible()
  await expect(again.getByTestId('criterion-1-weight-number')).toHaveValue('5')
  await expect(again.locator(tierOf('李四'))).toHaveAttribute('data-tier', 'A')
})
