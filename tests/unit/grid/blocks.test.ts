import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  apart,
  countOf,
  disjoint,
  joined,
  rangesOf,
  withAlso,
  without,
} from '../../../src/grid/blocks.ts'
import { advanced, block, single } from '../../../src/grid/selection.ts'
import type { GridRange } from '../../../src/grid/source.ts'

const range = (top: number, left: number, bottom: number, right: number): GridRange => ({
  top,
  left,
  bottom,
  right,
})
const at = (row: number, column: number) => ({ row, column })
const of = (one: GridRange) => block(one, at(one.top, one.left))

const anyRange = fc
  .tuple(fc.nat(7), fc.nat(7), fc.nat(4), fc.nat(4))
  .map(([top, left, high, wide]) => range(top, left, top + high, left + wide))

/** The cells of blocks, one after the other: a plain model. */
const cellsIn = (ranges: readonly GridRange[]) =>
  ranges.flatMap(({ top, left, bottom, right }) => {
    const cells: string[] = []
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) cells.push(`${row},${column}`)
    return cells
  })

test('what is left of a block are its cells without the others, each once', () => {
  fc.assert(
    fc.property(anyRange, anyRange, (one, cut) => {
      const gone = new Set(cellsIn([cut]))
      const left = cellsIn([one]).filter((cell) => !gone.has(cell))
      expect(cellsIn(apart(one, cut)).sort()).toEqual(left.sort())
    }),
  )
})

test('blocks that overlap are counted without counting a cell twice', () => {
  fc.assert(
    fc.property(fc.array(anyRange, { maxLength: 5 }), (ranges) => {
      const cells = new Set(cellsIn(ranges))
      expect(countOf(ranges)).toBe(cells.size)
      expect(cellsIn(disjoint(ranges)).sort()).toEqual([...cells].sort())
    }),
  )
})

test('blocks are copied as one exactly where they fill rows and columns, as Excel joins them', () => {
  fc.assert(
    fc.property(fc.array(anyRange, { minLength: 1, maxLength: 4 }), (ranges) => {
      const cells = new Set(cellsIn(ranges))
      const rows = new Set([...cells].map((cell) => cell.split(',')[0]))
      const columns = new Set([...cells].map((cell) => cell.split(',')[1]))
      const copied = joined(ranges)
      expect(copied !== null).toBe(cells.size === rows.size * columns.size)
      if (!copied) return
      const met = copied.spans.flatMap(({ top, bottom }) =>
        copied.columns.flatMap((column) => cellsIn([range(top, column, bottom, column)])),
      )
      expect(met.sort()).toEqual([...cells].sort())
    }),
  )
  expect(joined([range(0, 0, 1, 0), range(1, 2, 2, 2)])).toBeNull()
})

test('without some of its cells a selection keeps the active one, or takes the first of what is left', () => {
  const two = withAlso(of(range(0, 0, 2, 2)), of(range(5, 5, 6, 6)))
  const inside = without(two, range(1, 1, 1, 1))
  expect(countOf(rangesOf(inside))).toBe(12)
  expect(inside.active).toEqual(at(5, 5))
  const gone = without(two, range(5, 5, 6, 6))
  expect(rangesOf(gone)).toEqual([range(0, 0, 2, 2)])
  expect(gone.active).toEqual(at(0, 0))
  expect(without(single(at(3, 3)), range(3, 3, 3, 3))).toEqual(single(at(3, 3)))
})

test('Enter walks through all blocks in the order in which they were made, and round again; Shift+Enter back', () => {
  const extent = { rows: 20, columns: 20 }
  let selected = withAlso(of(range(0, 0, 1, 0)), single(at(4, 4)))
  const seen: string[] = []
  for (let step = 0; step < 4; step++) {
    selected = advanced(selected, 'down', extent) ?? selected
    seen.push(`${selected.active.row},${selected.active.column}`)
  }
  expect(seen).toEqual(['0,0', '1,0', '4,4', '0,0'])
  const back = advanced(selected, 'up', extent)
  expect(back?.active).toEqual(at(4, 4))
  expect(countOf(rangesOf(selected))).toBe(3)
})
