import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { commands } from '../../../src/ui/commands.ts'
import type { MenuItem } from '../../../src/ui/controls/menu.ts'
import { menuItems } from '../../../src/ui/sheet/menuItems.ts'
import { toolItems } from '../../../src/ui/sheet/toolItems.ts'
import { one, openGraded } from '../openGraded.ts'

const options = () =>
  [...one('commands').querySelectorAll('[role="option"]')].map((item) => item.textContent.trim())

test('Ctrl K finds an action by its words or initials and runs it with Enter', async () => {
  const { app } = await openGraded()
  await page.getByRole('gridcell', { name: '每季度一次' }).click()
  await userEvent.keyboard('{Control>}k{/Control}')
  await expect.element(page.getByTestId('command-search')).toHaveFocus()
  expect(options().length).toBeGreaterThan(20)
  await page.getByTestId('command-search').fill('查找 替换')
  await vi.waitFor(() => expect(options()).toEqual(['查找和替换… Ctrl H']))
  await page.getByTestId('command-search').fill('yczyl') // 隐藏这一列
  await vi.waitFor(() => expect(options()).toEqual(['隐藏这一列 · 购买频率']))
  await userEvent.keyboard('{Enter}')
  await vi.waitFor(() => expect(app.sheet.columns.hiddenCount).toBe(2)) // with completeness
  await userEvent.keyboard('{Control>}k{/Control}')
  await page.getByTestId('command-search').fill('没有这样的')
  await expect.element(page.getByText('没有这样的操作')).toBeVisible()
})

test('each action of every menu of the sheet and of its toolbar is among the commands', async () => {
  const { app } = await openGraded()
  await page.getByRole('gridcell', { name: '每季度一次' }).click()
  const known = () => new Set(commands(app, () => {}).map(({ id }) => id))
  const missing: string[] = []
  const check = (what: string, items: readonly MenuItem[]) => {
    const ids = known()
    missing.push(...items.flatMap(({ id }) => (ids.has(id) ? [] : [`${what}: ${id}`])))
    expect(items.length).toBeGreaterThan(1)
  }
  app.sheet.columns.showTotals(true)
  await vi.waitFor(() => expect(app.sheet.totals.grid?.some(Boolean)).toBe(true))
  const { row, column } = app.sheet.active
  const at = { x: 0, y: 0 }
  check('cell', menuItems(app, { ...at, row, column }))
  check('header', menuItems(app, { ...at, row: null, column }))
  check('corner', menuItems(app, { ...at, row: null, column: -1 }))
  check('total', menuItems(app, { ...at, of: 'total', row: null, column }))
  check('toolbar', toolItems(app))
  // whole rows
  app.sheet.range = { ...app.sheet.range, left: 0, right: app.sheet.columns.placed.length - 1 }
  check('row', menuItems(app, { ...at, row, column: 0 }))
  // sorted, filtered and frozen: what is then there besides
  app.sheet.edits.sort(column, 'descending')
  await app.sheet.filterColumn(app.sheet.columns.at(column)?.column.id ?? '', {
    column: app.sheet.columns.at(column)?.column.id ?? '',
    kind: 'missing',
    missing: false,
  })
  app.sheet.columns.freeze(app.sheet.columns.at(column)?.column.id ?? null)
  check('header', menuItems(app, { ...at, row: null, column }))
  expect(missing).toEqual([])
})
