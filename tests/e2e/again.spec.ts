import type { Locator, Page } from '@playwright/test'
import { axe, confirmImport, expect, openFile, paste, templateText, test } from './page.ts'

// The list of next month beside the template's three customers, compared by hand: 赵六 is new, 李四 spends more,
// 张三 has another note, 王五 is not there.
const newer = `客户名称,联系方式,购买频率,单次消费金额,客户生命周期价值,等级,备注
李四,139xxxxxx,每季度一次,3500元,30000元,B级,高价值客户
张三,138xxxxxx,每月一次,500元,5000元,A级,换了联系人
赵六,136xxxxxx,每月两次,800元,9000元,B级,展会来的
`

const cell = async (page: Page, name: string, column: string): Promise<Locator> => {
  const head = page.getByRole('columnheader', { name: column, exact: false }).first()
  const index = await head.getAttribute('aria-colindex')
  return page.locator(
    `[role="row"]:has-text("${name}") [role="gridcell"][aria-colindex="${index}"]`,
  )
}
const tier = (page: Page, name: string) =>
  page.locator(`[role="row"]:has-text("${name}") [data-tier]`)

async function noteAndOverride(page: Page): Promise<void> {
  await (await cell(page, '张三', '备注')).click()
  await page.keyboard.insertText('下周回访')
  await page.keyboard.press('Enter')
  await expect(await cell(page, '张三', '备注')).toHaveText('下周回访')
  await (await cell(page, '李四', '客户名称')).click()
  await page.getByTestId('override-tier').selectOption({ label: 'A' })
  await page.getByTestId('override-reason').fill('年度框架协议')
  await page.getByTestId('override-save').click()
  await expect(tier(page, '李四')).toHaveAttribute('data-tier', 'A')
}

async function openNewer(page: Page): Promise<void> {
  await page.getByTestId('nav-data').click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '再次导入' }).click()
  await (
    await chooser
  ).setFiles({ name: '下月.csv', mimeType: 'text/csv', buffer: Buffer.from(newer) })
  await expect(page.getByTestId('import-confirm')).toBeEnabled()
}

const counts = async (page: Page) => {
  const all: Record<string, string | null> = {}
  for (const kind of ['added', 'changed', 'unchanged', 'missing'])
    all[kind] = await page.getByTestId(`compare-${kind}`).getAttribute('data-value')
  return all
}

test.use({ viewport: { width: 1920, height: 900 } }) // all columns are drawn, the explanation beside them

test.beforeEach(async ({ page }) => {
  await page.goto('./?lang=zh')
  await expect(page.getByTestId('sample-template')).toBeVisible()
  await paste(page, templateText)
  await confirmImport(page)
})

test('next month: the newer list is compared, accepted and taken back in one step', async ({
  page,
}) => {
  await noteAndOverride(page)
  await openNewer(page)
  expect(await counts(page)).toEqual({ added: '1', changed: '1', unchanged: '1', missing: '1' })
  const compare = page.getByTestId('import-compare')
  await expect(compare).toContainText('3000 → 3500')
  await expect(compare).toContainText('赵六')
  await expect(compare).toContainText('王五')
  await axe(page)
  await page.getByTestId('import-confirm').click()

  await expect(page.getByTestId('row-count')).toHaveAttribute('data-value', '4')
  await expect(await cell(page, '李四', '单次消费金额')).toHaveText('3,500')
  await expect(tier(page, '李四')).toHaveAttribute('data-tier', 'A') // set by hand: stays
  await expect(await cell(page, '张三', '备注')).toHaveText('下周回访') // typed by hand: stays
  await expect(await cell(page, '赵六', '备注')).toHaveText('展会来的')
  await expect(await cell(page, '王五', '名单状态')).toHaveText('这次不在')

  await page.getByTestId('undo').click()
  await expect(page.getByTestId('row-count')).toHaveAttribute('data-value', '3')
  await expect(await cell(page, '李四', '单次消费金额')).toHaveText('3,000')
  await expect(await cell(page, '张三', '备注')).toHaveText('下周回访')
  await expect(tier(page, '李四')).toHaveAttribute('data-tier', 'A')
  await expect(page.getByRole('columnheader', { name: '名单状态' })).toHaveCount(0)
})

test('the file can win over a column, and the missing can go; it is all there after a reload', async ({
  page,
}) => {
  await openNewer(page)
  await page.getByLabel('“备注”保留现有内容').uncheck()
  await expect.poll(() => counts(page)).toMatchObject({ changed: '2', unchanged: '0' })
  await page.getByTestId('missing-drop').check()
  await page.getByTestId('import-confirm').click()
  await expect(page.getByTestId('row-count')).toHaveAttribute('data-value', '3')
  await expect(await cell(page, '张三', '备注')).toHaveText('换了联系人')
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'saved')
  await page.reload()
  await expect(page.getByTestId('row-count')).toHaveAttribute('data-value', '3')
  await expect(page.getByRole('gridcell', { name: '赵六' })).toBeVisible()
  await expect(page.getByRole('gridcell', { name: '王五' })).toHaveCount(0)
})

test('what was set for a list is offered for the next one with the same headers', async ({
  page,
}) => {
  await page.goto('./?lang=zh')
  await openFile(page, '一月.csv', newer)
  await page.getByLabel('“联系方式”用作').selectOption('other')
  await confirmImport(page)
  await page.goto('./?lang=zh')
  await openFile(page, '二月.csv', newer.replace('800元', '900元'))
  await page.getByRole('button', { name: '沿用上次的设置' }).click()
  await expect(page.getByLabel('“联系方式”用作')).toHaveValue('other')
})

test('a cell edited by hand is told from the others, also after a reload, and can stay', async ({
  page,
}) => {
  await (await cell(page, '李四', '单次消费金额')).click()
  await page.keyboard.insertText('3200')
  await page.keyboard.press('Enter')
  await expect(await cell(page, '李四', '单次消费金额')).toHaveText('3,200')
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'saved')
  await page.reload()
  await openNewer(page)
  await expect(page.getByTestId('compare-edited')).toContainText('1 格手工改过')
  await page.getByTestId('compare-cells').locator('summary').click()
  await expect(page.getByTestId('compare-cell')).toHaveCount(1)
  await expect(page.getByTestId('compare-cell')).toContainText('手工改过')
  await axe(page)
  await page.getByTestId('edited-keep').check()
  await expect.poll(() => counts(page)).toMatchObject({ changed: '0', unchanged: '2' })
  await page.getByTestId('import-confirm').click()
  await expect(page.getByTestId('row-count')).toHaveAttribute('data-value', '4')
  await expect(await cell(page, '李四', '单次消费金额')).toHaveText('3,200')
})

test('what a table is, and how its files are joined, is remembered with the headers', async ({
  page,
}) => {
  const text = (month: number) =>
    `姓名,电话,得分\n甲,1380013800${month},${month}\n乙,13900139000,2\n`
  const give = async (...months: number[]) => {
    await page.goto('./?lang=zh')
    await page.getByTestId('file-input').setInputFiles(
      months.map((month) => ({
        name: `名单${month}月.csv`,
        mimeType: 'text/csv',
        buffer: Buffer.from(text(month)),
      })),
    )
    await expect(page.getByTestId('import-confirm')).toBeEnabled()
  }
  await give(1, 2)
  await page.getByLabel('几份里都有的').selectOption('keep')
  await expect(page.getByTestId('import-confirm')).toHaveText('导入 4 位客户')
  await confirmImport(page)
  await give(3, 4)
  await page.getByRole('button', { name: '沿用上次的设置' }).click()
  await expect(page.getByTestId('import-confirm')).toHaveText('导入 4 位客户')
})
