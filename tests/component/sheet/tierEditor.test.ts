import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { found } from '../axe.ts'
import { one, openGraded, tiersShown } from '../openGraded.ts'

const press = (keys: string) => userEvent.keyboard(keys)
const expectTiers = (...tiers: string[]) => vi.waitFor(() => expect(tiersShown()).toEqual(tiers))
const choice = () => one('cell-override-tier') as HTMLSelectElement
const focusedMark = () => document.activeElement?.getAttribute('data-testid')

test('Enter or a letter opens the form over a tier; Escape changes nothing, saving comes back to the cell', async () => {
  await openGraded()
  await expectTiers('A', 'B', 'C')
  await page.getByRole('gridcell', { name: 'B 级', exact: true }).click()
  await press('{Enter}')
  await vi.waitFor(() => expect(focusedMark()).toBe('cell-override-tier'))
  await press('{Escape}')
  await vi.waitFor(() => expect(document.querySelector('[data-testid=tier-editor]')).toBeNull())
  expect(document.activeElement?.tagName).toBe('TEXTAREA')
  await expectTiers('A', 'B', 'C')

  await press('a')
  await vi.waitFor(() => expect(focusedMark()).toBe('cell-override-reason'))
  expect(choice().selectedOptions[0]?.textContent).toBe('A')
  expect(await found(one('tier-editor'))).toEqual([])
  await press('{Enter}')
  await expect.element(page.getByText('请写原因，以后查得到')).toBeVisible()
  await press('战略客户{Enter}')
  await vi.waitFor(() => expect(tiersShown()).toContain('A'))
  await vi.waitFor(() => expect(document.querySelector('[data-testid=tier-editor]')).toBeNull())
  expect(document.activeElement?.tagName).toBe('TEXTAREA')
  await expect
    .element(page.getByRole('gridcell', { name: '人工调为 A，算出来是 B' }))
    .toHaveAttribute('data-tier', 'A')
})

test('a value that does not fit is kept as typed, marked and said', async () => {
  await openGraded()
  await expectTiers('A', 'B', 'C')
  await page.getByRole('gridcell', { name: '3,000', exact: true }).click()
  await press('1,200{Enter}')
  await expect.element(page.getByRole('gridcell', { name: '1,200' })).toBeVisible()
  await press('3万{Enter}')
  // read as 30,000, which also stands two columns to the right, one row above
  await vi.waitFor(() =>
    expect(page.getByRole('gridcell', { name: '30,000', exact: true }).length).toBe(2),
  )
  await press('{ArrowUp}面议得很{Enter}')
  const bad = page.getByRole('gridcell', { name: '面议得很' })
  await expect.element(bad).toHaveClass(/bad/)
  await vi.waitFor(() =>
    expect(document.querySelector('.grid-live')?.textContent).toBe('读不出来，当作空缺：面议得很'),
  )
})

test('on a phone the list becomes a sheet and the choice is kept', async () => {
  const { app } = await openGraded(undefined, 'lang=zh', [390, 844])
  await page.getByRole('button', { name: '表格', exact: true }).click()
  await expect.element(page.getByRole('gridcell', { name: '李四' })).toBeVisible()
  expect(app.preferences.get('phone.view')).toBe('sheet')
  expect(one('sheet').getBoundingClientRect().height).toBeGreaterThan(400)
  expect(await found(one('sheet').parentElement)).toEqual([])
  app.sheet.grid?.select(1, app.sheet.columns.indexOf('$tier'))
  app.sheet.grid?.focus()
  await press('c')
  await expect.element(page.getByTestId('tier-editor')).toBeVisible()
  const box = one('tier-editor').getBoundingClientRect()
  expect([box.left >= 0, box.right <= 390, box.bottom <= 844]).toEqual([true, true, true])
  await press('{Escape}')
  await page.getByRole('button', { name: '列表', exact: true }).click()
  await vi.waitFor(() => one('customer-list'))
})
