import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type { GridTotal } from '../../../src/grid/source.ts'
import { Book } from './book.ts'
import { click } from './hands.ts'
import { frame, open } from './open.ts'

const sums: readonly (GridTotal | null)[] = [
  { name: 'Count', text: '1,000' },
  null,
  { name: 'Sum', text: '48,200' },
  null,
  null,
]

class Summed extends Book {
  totals: readonly (GridTotal | null)[] | null = sums
}

const foot = () => page.getByText('48,200').element().closest('.grid-foot')

test('what columns come to stands still under the cells, in line with them', async () => {
  const book = new Summed(1000)
  const { sheet, cell, grid } = await open(book)
  const total = (column: number) =>
    sheet.querySelector<HTMLElement>(`.grid-total[aria-colindex="${String(column + 1)}"]`)
  for (const column of [0, 1, 2]) {
    const above = cell(0, column)?.getBoundingClientRect()
    const below = total(column)?.getBoundingClientRect()
    expect([below?.left, below?.width]).toEqual([above?.left, above?.width])
  }
  expect(total(2)?.textContent).toBe('Sum 48,200')
  // two rows of headers, the rows, the totals
  expect(sheet.ariaRowCount ?? sheet.getAttribute('aria-rowcount')).toBe('1003')
  expect(foot()?.querySelector('[role=row]')?.getAttribute('aria-rowindex')).toBe('1003')

  // the last row is not hidden by it
  grid.reveal(999, 0)
  await frame()
  const last = cell(999, 0)?.getBoundingClientRect()
  const edge = foot()?.getBoundingClientRect()
  expect(Math.abs((last?.bottom ?? 0) - (edge?.top ?? -9))).toBeLessThan(1.5)

  book.totals = null
  grid.refresh()
  await frame()
  expect(sheet.getAttribute('aria-rowcount')).toBe('1002')
  expect(document.querySelector<HTMLElement>('.grid-foot')?.hidden).toBe(true)

  // nor the active cell, as it comes
  grid.reveal(0, 0)
  grid.select(500, 0)
  await frame()
  book.totals = sums
  grid.refresh()
  await frame()
  const active = cell(500, 0)?.getBoundingClientRect()
  expect(active?.bottom ?? Infinity).toBeLessThan((foot()?.getBoundingClientRect().top ?? 0) + 1.5)
})

test('a press or Enter there asks how to choose it and moves nothing', async () => {
  const book = new Summed(1000)
  const { sheet, where } = await open(book)
  const before = where()
  const total = sheet.querySelector<HTMLElement>('.grid-total[aria-colindex="3"]')
  const { left, top } = total?.getBoundingClientRect() ?? { left: 0, top: 0 }
  await click(page.getByText('48,200').element())
  expect(book.asked('total')).toEqual([[2, left, top]])
  total?.focus()
  total?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
  expect(book.asked('total')).toHaveLength(2)
  expect(where()).toBe(before)
  total?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }))
  expect(document.activeElement?.getAttribute('aria-colindex')).toBe('4')
  document.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }),
  )
  expect(document.activeElement?.tagName).toBe('TEXTAREA')
})
