import { expect, test } from 'vitest'
import {
  columnAt,
  columnsOnShow,
  layOut,
  leftOf,
  pinnedLeft,
  spanOnShow,
} from '../../../src/grid/columns.ts'
import { isHeld } from '../../../src/grid/pinned.ts'
import type { GridColumn } from '../../../src/grid/source.ts'

const column = (more: Partial<GridColumn> = {}): GridColumn => ({
  id: '',
  title: '',
  group: null,
  width: 100,
  align: 'start',
  frozen: false,
  computed: false,
  sort: null,
  hint: null,
  editor: { kind: 'text' },
  ...more,
})
const pinnedEnd = true

// 100 px each: name · 1 · 2 · 3 · 4 · 5 · score 6 · tier 7 · note 8; 500 px of 900 are on show
const columns = [
  column({ frozen: true }),
  ...Array.from({ length: 5 }, () => column()),
  column({ pinnedEnd }),
  column({ pinnedEnd }),
  column(),
]
const layout = layOut(columns, [], 500)

test('pinned columns stand at the right edge until the sheet is scrolled to their place', () => {
  // 600..800 of the sheet; its right end is on show from a scroll of 300 on
  expect([leftOf(layout, 6, 0), leftOf(layout, 7, 0)]).toEqual([300, 400])
  expect([leftOf(layout, 6, 299), leftOf(layout, 7, 299)]).toEqual([300, 400])
  expect([leftOf(layout, 6, 400), leftOf(layout, 7, 400)]).toEqual([200, 300])
  expect([0, 299, 300, 400].map((scroll) => isHeld(layout.pinned, scroll))).toEqual([
    true,
    true,
    false,
    false,
  ])
})

test('where all columns fit, nothing is pinned', () => {
  expect(layOut(columns, [], 900).pinned).toBeNull()
  expect(leftOf(layOut(columns, [], 900), 6, 0)).toBe(600)
})

test('nothing is pinned where the others would keep less than 200 px', () => {
  // 100 frozen + 200 pinned + 200
  expect(layOut(columns, [], 500).pinned).not.toBeNull()
  expect(layOut(columns, [], 499).pinned).toBeNull()
})

test('only one run is pinned, the last one, and never a frozen column', () => {
  const twice = [column({ pinnedEnd }), ...columns]
  expect(layOut(twice, [], 500).pinned).toMatchObject({ from: 7, to: 9 })
  const frozen = [column({ frozen: true, pinnedEnd }), ...Array.from({ length: 9 }, () => column())]
  expect(layOut(frozen, [], 500).pinned).toBeNull()
})

test('a px over the pinned columns belongs to them', () => {
  expect([299, 300, 399, 400, 499].map((x) => columnAt(layout, x, 0))).toEqual([2, 6, 6, 7, 7])
  expect([299, 300, 499].map((x) => columnAt(layout, x, 150))).toEqual([4, 6, 7])
  expect([199, 200, 300, 400].map((x) => columnAt(layout, x, 400))).toEqual([5, 6, 7, 8])
  expect(columnAt(layout, 50, 400)).toBe(0)
})

test('of the columns under the pinned ones none is drawn', () => {
  expect(columnsOnShow(layout, 0, 500)).toEqual({ from: 1, to: 3 })
  expect(columnsOnShow(layout, 150, 500)).toEqual({ from: 2, to: 5 })
  expect(columnsOnShow(layout, 400, 500)).toEqual({ from: 5, to: 9 })
})

test('a run of columns ends where the pinned ones begin', () => {
  expect(pinnedLeft(layout, 150)).toBe(300)
  expect(spanOnShow(layout, 1, 6, 150)).toEqual({ left: 100, right: 300 })
  expect(spanOnShow(layout, 6, 9, 150)).toEqual({ left: 300, right: 750 })
  expect(spanOnShow(layout, 0, 8, 150)).toEqual({ left: 0, right: 500 })
  // columns that lie wholly under the pinned ones have no width
  expect(spanOnShow(layout, 4, 5, 0)).toEqual({ left: 300, right: 300 })
})
