import { describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { found } from '../axe.ts'
import { one, openGraded, tiersShown } from '../openGraded.ts'

const press = (keys: string) => userEvent.keyboard(keys)
const expectTiers = (...tiers: string[]) => vi.waitFor(() => expect(tiersShown()).toEqual(tiers))
const focused = () => document.activeElement?.textContent.trim()

/** Down through the open menu to an item, and Enter. */
async function choose(label: string): Promise<void> {
  await vi.waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('menuitem'))
  for (let step = 0; step < 20 && focused() !== label; step++) await press('{ArrowDown}')
  expect(focused()).toBe(label)
  await press('{Enter}')
}

/** With the keyboard alone: the cell with this name becomes the active one. */
async function goTo(name: string): Promise<void> {
  const { app } = await openGraded()
  await expectTiers('A', 'B', 'C')
  app.sheet.grid?.focus()
  await press('{Control>}{Home}{/Control}')
  for (let step = 0; step < 12; step++) {
    const id = document.activeElement?.getAttribute('aria-activedescendant') ?? ''
    if (document.getElementById(id)?.textContent === name) return
    await press('{ArrowRight}')
    await vi.waitFor(() =>
      expect(document.activeElement?.getAttribute('aria-activedescendant')).not.toBe(id),
    )
  }
  throw new Error(`no cell of the first row is called ${name}`)
}

describe('the sheet without a mouse', () => {
  test('sorting: Alt+Down or Shift+F10 on a cell, then the order in its menu', async () => {
    await goTo('62.1')
    await press('{Alt>}{ArrowDown}{/Alt}')
    await choose('从小到大排序')
    await expectTiers('C', 'B', 'A')
    expect(document.activeElement?.tagName).toBe('TEXTAREA')
    const header = page.getByRole('columnheader', { name: '得分', exact: true })
    await expect.element(header).toHaveAttribute('aria-sort', 'ascending')
    await press('{Shift>}{F10}{/Shift}')
    await choose('从大到小排序')
    await expectTiers('A', 'B', 'C')
    await expect.element(header).toHaveAttribute('aria-sort', 'descending')
    await press('{Shift>}{F10}{/Shift}')
    await choose('恢复原来的顺序')
    await expect.element(header).toHaveAttribute('aria-sort', 'none')
  })

  test('the sheet counts its header rows, a tier cell carries its tier, and an empty sheet is said once', async () => {
    await openGraded()
    await expectTiers('A', 'B', 'C')
    // 3 customers below a row of groups and a row of titles
    expect(one('sheet').getAttribute('aria-rowcount')).toBe('5')
    const places = [...one('sheet').querySelectorAll('[data-tier]')].map((cell) =>
      cell.getAttribute('aria-rowindex'),
    )
    expect(places).toEqual(['3', '4', '5'])
    await expect
      .element(page.getByRole('gridcell', { name: 'B 级', exact: true }))
      .toHaveAttribute('data-tier', 'B')
    const titles = [...one('sheet').querySelectorAll('.grid-title')]
    expect(one('sheet').getAttribute('aria-colcount')).toBe(String(titles.length))
    const rows = [...one('sheet').querySelectorAll('[role="row"]')]
    expect(rows.filter((row) => row.checkVisibility()).length).toBe(5)

    await page.getByTestId('filter-overridden').click()
    await expect.element(page.getByText('没有符合条件的客户')).toBeVisible()
    expect(document.querySelector<HTMLElement>('.grid-empty')?.checkVisibility()).toBe(false)
  })

  test('axe finds nothing in the sheet, its menu and its dialogs', async () => {
    const { app } = await openGraded()
    await expectTiers('A', 'B', 'C')
    const opened = (selector: string) =>
      vi.waitFor(() => {
        const element = document.querySelector(selector)
        expect(element).not.toBeNull()
        return element
      })
    expect(await found(one('sheet').parentElement)).toEqual([])
    await page.getByRole('gridcell', { name: '500', exact: true }).click()
    await press('{Shift>}{F10}{/Shift}')
    expect(await found(await opened('[role=menu]:popover-open'))).toEqual([])
    await press('{Escape}')
    for (const dialog of ['columns', 'replace'] as const) {
      app.sheet.dialog = dialog
      expect(await found(await opened('dialog[open]'))).toEqual([])
      app.sheet.dialog = null
      await vi.waitFor(() => expect(document.querySelector('dialog[open]')).toBeNull())
    }
    app.sheet.filtering = app.sheet.columns.at(3)?.column.id ?? null
    expect(await found(await opened('dialog[open]'))).toEqual([])
  })
})
