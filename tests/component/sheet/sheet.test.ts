import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { one, openGraded, tiersShown, type Graded } from '../openGraded.ts'

const expectTiers = (...tiers: string[]) => vi.waitFor(() => expect(tiersShown()).toEqual(tiers))
const rowsShown = () =>
  [...document.querySelectorAll('[role="row"]')].filter((row) =>
    row.querySelector('[data-tier]')?.checkVisibility(),
  )
const names = () => rowsShown().map((row) => /张三|李四|王五/.exec(row.textContent)?.[0])

describe('the sheet', () => {
  let graded: Graded
  beforeAll(async () => {
    graded = await openGraded()
  })
  afterEach(() => graded.undoAll())

  test('writes numbers as the reader does and keeps texts of the file as they stand', async () => {
    await expect.element(page.getByRole('gridcell', { name: '30,000' })).toBeVisible()
    await expect.element(page.getByRole('gridcell', { name: '每季度一次' })).toBeVisible()
    // 62.142857… by the issue: one decimal
    await expect.element(page.getByRole('gridcell', { name: '62.1' })).toBeVisible()
    await expect.element(page.getByRole('columnheader', { name: /原有等级/ })).toBeVisible()
  })

  test('filter chips carry their counts and leave the matching customers', async () => {
    await expect.element(page.getByTestId('filter-all')).toHaveTextContent('全部 3')
    await page.getByTestId('filter-tier-B').click()
    await vi.waitFor(() => expect(names()).toEqual(['李四']))
    await expect.element(page.getByTestId('explain')).toHaveAttribute('data-tier', 'B')
    await page.getByTestId('tier-card-C').click()
    await vi.waitFor(() => expect(names()).toEqual(['李四', '王五']))
    await page.getByTestId('filter-all').click()
    await expectTiers('A', 'B', 'C')
  })

  test('nothing left says why, and one press brings all back', async () => {
    await page.getByTestId('filter-overridden').click()
    await expect.element(page.getByText('没有符合条件的客户')).toBeVisible()
    await expect.element(page.getByText('去掉筛选后有 3 位。')).toBeVisible()
    await page.getByRole('button', { name: '清除筛选' }).click()
    await expectTiers('A', 'B', 'C')
  })

  test('Ctrl F goes to the search box, Enter to the next match', async () => {
    const { app } = graded
    await expectTiers('A', 'B', 'C')
    await userEvent.keyboard('{Control>}f{/Control}')
    expect(document.activeElement).toBe(one('search'))
    await userEvent.keyboard('客户')
    await userEvent.keyboard('{Enter}')
    await vi.waitFor(() => expect(app.sheet.active.row).toBeGreaterThan(0))
    await page.getByTestId('search').fill('没有这一位')
    await expect.element(page.getByText('没有找到')).toBeVisible()
  })

  test('an edited cell regrades; undo gives the first text back', async () => {
    const { app } = graded
    await page.getByRole('gridcell', { name: '每季度一次' }).click()
    await userEvent.keyboard('每月一次{Enter}')
    // 李四 at the highest frequency too: 60 + 20 + 20 = 100
    await expectTiers('A', 'A', 'C')
    const { row, column } = { ...app.sheet.active, row: 1 }
    await page.getByRole('gridcell', { name: '王五' }).click()
    await app.project.undo()
    await expectTiers('A', 'B', 'C')
    await vi.waitFor(() => expect(app.sheet.active).toEqual({ row, column })) // as in Excel
    await expect.element(page.getByRole('gridcell', { name: '每季度一次' })).toBeVisible()
  })

  test('a computed cell refuses typing and says what to do instead', async () => {
    await expectTiers('A', 'B', 'C')
    await userEvent.click(page.getByRole('gridcell', { name: '52.0' }))
    await userEvent.keyboard('7')
    await vi.waitFor(() =>
      expect(document.body.textContent).toContain('得分由指标算出；要改请改指标的值'),
    )
    await expectTiers('A', 'B', 'C')
  })

  test('the menu of a cell deletes its row, and the message takes it back', async () => {
    await page.getByRole('gridcell', { name: '李四' }).click({ button: 'right' })
    await page.getByRole('menuitem', { name: '删除这一行' }).click()
    await vi.waitFor(() => expect(names()).toEqual(['张三', '王五']))
    await page.getByTestId('toast').getByRole('button', { name: '撤销' }).click()
    await vi.waitFor(() => expect(names()).toEqual(['张三', '李四', '王五']))
  })

  test('a narrow window keeps the explanation in a rail that opens over the sheet', async () => {
    await openGraded(undefined, 'lang=zh', [1024, 768])
    await expectTiers('A', 'B', 'C')
    expect(document.querySelector('[data-testid="explain"]')).toBeNull()
    await page.getByRole('button', { name: '看等级的由来' }).click()
    await expect.element(page.getByTestId('explain')).toBeVisible()
    await userEvent.keyboard('{Escape}')
  })

  test('a phone shows a list of customers; each opens its explanation as a page', async () => {
    await openGraded(undefined, 'lang=zh', [390, 844])
    const list = page.getByTestId('customer-list')
    await expect.element(list).toHaveTextContent('李四')
    expect(document.querySelector('[data-testid="sheet"]')).toBeNull()
    await list.getByRole('button', { name: /李四/ }).click()
    await expect.element(page.getByTestId('explain')).toHaveAttribute('data-tier', 'B')
  })
})
