import { expect, test } from 'vitest'
import { cellAt } from '../../../src/table/cell.ts'
import type { ReadingId } from '../../../src/table/column.ts'
import { gathered } from '../../../src/table/gather.ts'
import { columnOf } from './columns.ts'

// Source: cells of the column itself, in the order asked for.
test.each<[ReadingId, readonly string[]]>([
  ['number', ['1', '约8', '面议']],
  ['date', ['2026-01-05', '', '2024年3月']],
  ['boolean', ['是', '否', '']],
  ['category', ['零售', '制造', '零售']],
  ['text', ['甲', '', '丙 with ascii 😀']],
  ['phone', ['138****0000', '139', '']],
])('a column of %s takes its cells along in another order, with gaps', (reading, texts) => {
  const column = columnOf(reading, texts)
  const next = gathered(column, Int32Array.of(2, -1, 0, 1, 1))
  expect([0, 1, 2, 3, 4].map((row) => cellAt(next, row))).toEqual([
    cellAt(column, 2),
    { value: null, original: null, mark: 'plain' },
    cellAt(column, 0),
    cellAt(column, 1),
    cellAt(column, 1),
  ])
})
