import { meaningOf } from '../../scheme/templates/meaning.ts'
import { originalAt } from '../../table/cell.ts'
import { type Column, type NumberColumn, type RowId, markCode } from '../../table/column.ts'
import { plain } from '../../table/parse/normalise.ts'
import type { Table } from '../../table/table.ts'
import { type Check, finding } from '../check.ts'
import { examplesOf, isNumber, rowsWhere } from '../columns.ts'

/** Answers outside their scale: an NPS of 11, −1 star. A reading of ratings leaves them as texts that were not read. */
export const offScale: Check = {
  id: 'offScale',
  dimension: 'validity',
  *find({ table }) {
    for (const column of table.columns) {
      const found = offScaleRows(table, column)
      if (!found) continue
      const { rows, high } = found
      const detail = { low: 0, high, examples: examplesOf(column, rows) }
      yield finding('offScale', 'error', [column], rows, detail, ['clamp', 'replace', 'clear'])
    }
  },
}

/** `high`: the top of the scale; null = the column has none. */
export function offScaleRows(
  table: Table,
  column: Column,
): { readonly rows: Uint32Array; readonly high: number } | null {
  if (!isNumber(column)) return null
  const high = topOf(column)
  if (high === null) return null
  const { values, marks } = column
  const rows = rowsWhere(table, (row) => {
    const value = values[row] as number
    if (value >= 0 && value <= high) return false
    if (!Number.isNaN(value)) return true
    return marks?.[row] === markCode.error && !Number.isNaN(statedNumber(column, row))
  })
  return { rows, high }
}

/** Rating columns have their scale as the unit; a plain column of recommendations is one of 0 to 10. */
function topOf(column: NumberColumn): number | null {
  if (column.reading === 'rating') return column.unit === null ? null : Number(column.unit)
  return column.reading === 'number' && meaningOf(column) === 'recommendation' ? 10 : null
}

/** The number in a cell, also where its column refused it; NaN = none. */
export function statedNumber(column: NumberColumn, row: RowId): number {
  const value = column.values[row] as number
  if (!Number.isNaN(value)) return value
  const text = plain(originalAt(column, row) ?? '').replace(/ ?(?:分|points?|pts)$/i, '')
  return /^[+-]?\d+(?:\.\d+)?$/.test(text) ? Number(text) : NaN
}
