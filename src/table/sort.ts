import type { Column, RowId } from './column.ts'
import { radixOrder } from './radixOrder.ts'
import { textRanks } from './textRanks.ts'

/**
 * The rows in the order of the column's values; stable in both directions, missing values last in both.
 * Numbers and dates by size, no before yes, words in dictionary order.
 */
export function sortRows(
  column: Column,
  rows: Uint32Array,
  descending: boolean,
): Uint32Array<ArrayBuffer> {
  return sortByKey(rows, keyOf(column), descending)
}

/** As `sortRows`, by numbers of any origin (scores, ranks); NaN = missing. */
export function sortByKey(
  rows: Uint32Array,
  key: (row: RowId) => number,
  descending: boolean,
): Uint32Array<ArrayBuffer> {
  const present = new Uint32Array(rows.length)
  const keys = new Float64Array(rows.length)
  const missing: RowId[] = []
  let count = 0
  for (const row of rows) {
    const value = key(row)
    if (Number.isNaN(value)) {
      missing.push(row)
      continue
    }
    present[count] = row
    keys[count++] = value
  }
  const sorted = radixOrder(present.subarray(0, count), keys.subarray(0, count), descending)
  if (missing.length === 0) return sorted
  const all = new Uint32Array(rows.length)
  all.set(sorted)
  all.set(missing, count)
  return all
}

function keyOf(column: Column): (row: RowId) => number {
  switch (column.type) {
    case 'number':
    case 'date':
      return (row) => column.values[row] ?? NaN
    case 'boolean':
      return (row) => (column.values[row] === 2 ? NaN : (column.values[row] ?? NaN))
    case 'category':
    case 'text': {
      const ranks = textRanks(column)
      return (row) => ranks[row] || NaN
    }
  }
}
