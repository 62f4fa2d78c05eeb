import { lengthOf, originalAt } from './cell.ts'
import { type Column, type RowId, markCode } from './column.ts'
import { coverOf, writeCell, writeNumeric } from './parse/cell.ts'

/** What a column holds, in figures and a few texts. */
export interface ColumnProfile {
  readonly filled: number // failed ones included
  readonly missing: number
  readonly failed: number
  readonly distinct: number // different values, capped at 1,000
  readonly examples: readonly string[] // ≤ 5 different texts; personal numbers covered
  readonly failures: readonly string[] // ≤ 5 different texts that could not be read
  readonly min: string | null // numbers and dates only
  readonly max: string | null
}

const few = 5
const distinctCap = 1000

/** `rows`: the living ones; absent = all. */
export function profileColumn(column: Column, rows?: ArrayLike<RowId>): ColumnProfile {
  const count = rows ? rows.length : lengthOf(column)
  const values = new Set<unknown>()
  const examples = new Set<string>()
  const failures = new Set<string>()
  const error = markCode.error
  const cover = coverOf(column)
  let present = 0
  let failed = 0
  let min = Infinity
  let max = -Infinity
  for (let at = 0; at < count; at++) {
    const row = rows ? (rows[at] ?? 0) : at
    if (column.marks?.[row] === error) {
      failed++
      if (failures.size < few) failures.add(cover(originalAt(column, row) ?? ''))
      continue
    }
    if (isMissing(column, row)) continue
    present++
    if (values.size < distinctCap) values.add(identity(column, row))
    if (examples.size < few) examples.add(cover(writeCell(column, row)))
    if (column.type !== 'number' && column.type !== 'date') continue
    const value = column.values[row] ?? NaN
    if (value < min) min = value
    if (value > max) max = value
  }
  return {
    filled: present + failed,
    missing: count - present - failed,
    failed,
    distinct: values.size,
    examples: [...examples],
    failures: [...failures],
    min: min === Infinity ? null : writeNumeric(column, min),
    max: max === -Infinity ? null : writeNumeric(column, max),
  }
}

/** No value in the row, whether empty, a missing mark or an error. */
export function isMissing(column: Column, row: RowId): boolean {
  switch (column.type) {
    case 'number':
    case 'date':
      return Number.isNaN(column.values[row])
    case 'boolean':
      return column.values[row] === 2
    case 'category':
      return column.codes[row] === 0
    case 'text': {
      const changed = column.changed.get(row)
      return changed === undefined ? column.starts[row] === column.starts[row + 1] : changed === ''
    }
  }
}

/** Something equal for equal values, cheap to make: no text is decoded twice for nothing. */
function identity(column: Column, row: RowId): unknown {
  switch (column.type) {
    case 'number':
    case 'date':
    case 'boolean':
      return column.values[row]
    case 'category':
      return column.codes[row]
    case 'text':
      return writeCell(column, row)
  }
}
