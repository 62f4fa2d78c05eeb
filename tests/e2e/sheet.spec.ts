import type { Locator, Page } from '@playwright/test'
import { confirmImport, expect, paste, templateText, test } from './page.ts'

const cell = (page: Page, name: string, column: string): Promise<Locator> =>
  page
    .getByRole('columnheader', { name: column, exact: false })
    .first()
    .getAttribute('aria-colindex')
    .then((index) =>
      page.locator(`[role="row"]:has-text("${name}") [role="gridcell"][aria-colindex="${index}"]`),
    )

/** The customers on show, from the top. */
const namesIn = (page: Page) => () =>
  page
    .locator('[role="row"] [role="gridcell"][aria-colindex="1"]:visible')
    .allInnerTexts()
    .then((texts) => texts.filter((text) => text !== ''))

test.beforeEach(async ({ page }) => {
  await page.goto('./?lang=zh&fresh')
  await expect(page.getByTestId('sample-template')).toBeVisible()
  await paste(page, templateText)
  await confirmImport(page)
})

test('a word typed straight into a cell is read, graded and can be undone', async ({ page }) => {
  await (await cell(page, '李四', '购买频率')).click()
  await page.keyboard.insertText('每周一次')
  await page.keyboard.press('Enter')
  await expect(await cell(page, '李四', '购买频率')).toHaveText('每周一次')
  await expect(page.locator('[role="row"]:has-text("李四") [data-tier]')).toHaveAttribute(
    'data-tier',
    'A',
  )
  await page.keyboard.press('ControlOrMeta+z')
  await expect(await cell(page, '李四', '购买频率')).toHaveText('每季度一次')
  await expect(page.locator('[role="row"]:has-text("李四") [data-tier]')).toHaveAttribute(
    'data-tier',
    'B',
  )
})

test('what cannot be read stays as typed and is marked, never 0', async ({ page }) => {
  await (await cell(page, '李四', '单次消费金额')).click()
  await page.keyboard.insertText('面议')
  await page.keyboard.press('Enter')
  await expect(await cell(page, '李四', '单次消费金额')).toHaveText('面议')
  await expect(page.getByTestId('filter-check')).toContainText('2') // with the lifetime value of 张三
  await page.getByTestId('filter-check').click()
  await expect(page.getByRole('gridcell', { name: '李四' })).toBeVisible()
  await expect(page.getByRole('gridcell', { name: '王五' })).toHaveCount(0)
})

test('cells are pasted as a block, and rows below the last are added', async ({ page }) => {
  await (await cell(page, '王五', '客户名称')).click()
  await paste(
    page,
    '王五\t137xxxxxx\t每月两次\t8000元\t90000元\n赵六\t136xxxxxx\t每年一次\t100元\t300元',
  )
  await expect(page.getByTestId('row-count')).toHaveAttribute('data-value', '4')
  await expect(page.getByRole('gridcell', { name: '赵六' })).toBeVisible()
  await page.getByTestId('undo').click()
  await expect(page.getByTestId('row-count')).toHaveAttribute('data-value', '3')
  await expect(await cell(page, '王五', '单次消费金额')).toHaveText('1,000')
})

test('signs in headers sort, chips filter, the search finds', async ({ page }) => {
  const names = namesIn(page)
  const header = page.getByRole('columnheader', { name: '单次消费金额' })
  await header.hover()
  await header.locator('.grid-sort').click()
  await expect.poll(names).toEqual(['张三', '王五', '李四'])
  await header.locator('.grid-sort').click()
  await expect.poll(names).toEqual(['李四', '王五', '张三'])
  await page.getByTestId('filter-tier-B').click()
  await expect.poll(names).toEqual(['李四'])
  await page.getByTestId('filter-tier-B').click()
  await page.getByTestId('search').fill('新客户')
  await page.getByTestId('search').press('Enter')
  await expect(page.getByTestId('explain')).toContainText('王五')
})

test('rows stay where they are edited; replaced, calculated, deleted and undone in one sitting', async ({
  page,
}) => {
  const names = namesIn(page)
  const undo = () => page.keyboard.press('ControlOrMeta+z')
  const header = page.getByRole('columnheader', { name: '单次消费金额' })
  await header.hover()
  await header.locator('.grid-sort').click()
  await expect.poll(names).toEqual(['张三', '王五', '李四'])
  await (await cell(page, '张三', '单次消费金额')).click()
  await page.keyboard.type('9999')
  await page.keyboard.press('Enter')
  await expect(await cell(page, '张三', '单次消费金额')).toHaveText('9,999')
  await expect(page.getByTestId('reapply')).toBeVisible()
  expect(await names()).toEqual(['张三', '王五', '李四'])
  await page.keyboard.press('ControlOrMeta+Alt+l')
  await expect.poll(names).toEqual(['王五', '李四', '张三'])

  await page.keyboard.press('ControlOrMeta+h')
  await page.getByTestId('replace-find').fill('客户')
  await page.getByTestId('replace-with').fill('顾客')
  await page.getByRole('button', { name: '替换 3 格' }).click()
  await expect(page.getByRole('gridcell', { name: '新顾客' })).toBeVisible()
  await page.keyboard.press('Escape')

  await header.click({ button: 'right' })
  await page.getByRole('menuitem', { name: '插入计算列…' }).click()
  await page.getByTestId('formula-name').fill('每次占比')
  await page.getByTestId('formula-text').fill('=ROUND([单次消费金额]/1000,1)')
  await page.getByRole('button', { name: '插入', exact: true }).click()
  await expect(await cell(page, '张三', '每次占比')).toHaveText('10')

  await (await cell(page, '李四', '客户名称')).click()
  await page.keyboard.press('Shift+ArrowDown')
  await (await cell(page, '李四', '客户名称')).click({ button: 'right' })
  await page.getByRole('menuitem', { name: '删除 2 行' }).click()
  await expect.poll(names).toEqual(['王五'])
  await page.getByTestId('sheet').focus()
  for (let back = 0; back < 4; back++) await undo()
  await expect.poll(names).toHaveLength(3)
  await expect(await cell(page, '张三', '单次消费金额')).toHaveText('500')
  await expect(page.getByRole('columnheader', { name: '每次占比' })).toHaveCount(0)
  await expect(page.getByRole('gridcell', { name: '新客户' })).toBeVisible()
})

test('everything is reached by keys alone', async ({ page }) => {
  await page.getByTestId('criterion-1-weight').focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByTestId('criterion-1-weight-number')).toHaveValue('61')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByTestId('criterion-1-weight-number')).toHaveValue('60')
  await page.getByTestId('sheet').focus()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByTestId('explain')).toContainText('李四')
  await page.keyboard.press('F2')
  await expect(page.getByTestId('cell-editor')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('cell-editor')).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+f')
  await expect(page.getByTestId('search')).toBeFocused()
})

test('the language is changed and remembered', async ({ page }) => {
  await page.goto('./?fresh')
  await expect(page.getByText('把客户名单拖到这里')).toBeVisible()
  await page.getByTestId('language').click()
  await page.getByRole('menuitemradio', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})
