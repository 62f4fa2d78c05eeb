import { expect, test } from 'vitest'
import {
  advanced,
  block,
  filled,
  keptInside,
  rangeOf,
  single,
  stepped,
} from '../../../src/grid/selection.ts'

const extent = { rows: 5, columns: 3 }
const at = (row: number, column: number) => ({ row, column })

test('a step never leaves the sheet', () => {
  expect(
    stepped(at(0, 0), { by: 'cell', rows: -1, columns: 0 }, extent, { rows: 2, columns: 2 }),
  ).toEqual(at(0, 0))
  expect(
    stepped(at(4, 2), { by: 'page', rows: 1, columns: 0 }, extent, { rows: 2, columns: 2 }),
  ).toEqual(at(4, 2))
  expect(
    stepped(at(1, 1), { by: 'page', rows: 1, columns: 0 }, extent, { rows: 2, columns: 2 }),
  ).toEqual(at(3, 1))
})

test('in a single cell Tab goes on to the next row and ends after the last cell', () => {
  expect(advanced(single(at(1, 2)), 'right', extent)).toEqual(single(at(2, 0)))
  expect(advanced(single(at(1, 0)), 'left', extent)).toEqual(single(at(0, 2)))
  expect(advanced(single(at(4, 2)), 'right', extent)).toBeNull()
  expect(advanced(single(at(0, 0)), 'left', extent)).toBeNull()
})

test('in a single cell Enter stays in the last row', () => {
  expect(advanced(single(at(4, 1)), 'down', extent)).toEqual(single(at(4, 1)))
})

test('inside a block Enter goes down its columns, then starts again', () => {
  let selected = block({ top: 1, left: 0, bottom: 2, right: 1 }, at(1, 0))
  const seen: string[] = []
  for (let step = 0; step < 4; step++) {
    selected = advanced(selected, 'down', extent) ?? selected
    seen.push(`${String(selected.active.row)},${String(selected.active.column)}`)
  }
  expect(seen).toEqual(['2,0', '1,1', '2,1', '1,0'])
  expect(rangeOf(selected)).toEqual({ top: 1, left: 0, bottom: 2, right: 1 })
})

test('a fill grows along the axis that was pulled further', () => {
  const range = { top: 2, left: 1, bottom: 2, right: 1 }
  expect(filled(range, at(4, 2))).toEqual({ ...range, bottom: 4 })
  expect(filled(range, at(0, 1))).toEqual({ ...range, top: 0 })
  expect(filled(range, at(2, 0))).toEqual({ ...range, left: 0 })
  expect(filled(range, at(2, 1))).toEqual(range)
})

test('a selection moves back onto rows that are left, and is the same object otherwise', () => {
  const selected = single(at(9, 1))
  expect(keptInside(selected, extent)).toEqual(single(at(4, 1)))
  const inside = single(at(1, 1))
  expect(keptInside(inside, extent)).toBe(inside)
  expect(keptInside(selected, { rows: 0, columns: 0 }).active).toEqual(at(0, 0))
})
