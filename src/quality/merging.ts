import { meaningOf } from '../scheme/templates/meaning.ts'
import { cellAt, originalAt } from '../table/cell.ts'
import type { Cell, Column, ColumnId, RowId } from '../table/column.ts'
import type { MergedCell } from '../table/merge.ts'
import { isMissing } from '../table/profile.ts'
import type { Table } from '../table/table.ts'
import { keyOf } from './columns.ts'

/** Where the kept row's cell comes from: another row, or all of them together. */
export type CellSource = RowId | Together
/** Of numbers and dates alone; cells without a value take no part. */
export type Together = 'sum' | 'largest' | 'smallest'

/** The row with a customer number, then the one with most filled cells, then the first. */
export function suggestedKeep(table: Table, rows: ArrayLike<RowId>): RowId {
  const key = keyOf(table)
  let best = rows[0] as RowId
  let most = -1
  for (const row of Array.from(rows)) {
    const filled = table.columns.reduce((sum, column) => sum + Number(!isMissing(column, row)), 0)
    const points = filled + (key && !isMissing(key, row) ? table.columns.length : 0)
    if (points > most) [best, most] = [row, points]
  }
  return best
}

/** How measures of two rows of one customer go together, where adding or comparing says more than either. */
export function togetherOf(column: Column): Together | null {
  const meaning = meaningOf(column)
  if (column.type === 'date')
    return meaning === 'lastPurchase' ? 'largest' : meaning === 'tenure' ? 'smallest' : null
  if (column.type !== 'number') return null
  switch (meaning) {
    case 'orderCount':
    case 'totalSpend':
    case 'annualPurchase':
    case 'complaints':
    case 'returns':
    case 'assets':
      return 'sum'
    case 'lastPurchase': // days since
      return 'smallest'
    case 'tenure':
      return 'largest'
    default:
      return null
  }
}

/** What the kept row takes on: what was chosen, and the first filled cell of the others where its own is empty. */
export function mergedCells(
  table: Table,
  keep: RowId,
  rows: readonly RowId[],
  sources: ReadonlyMap<ColumnId, CellSource> = new Map(),
): readonly MergedCell[] {
  return table.columns.flatMap((column): MergedCell[] => {
    const source = sources.get(column.id)
    const after =
      source === undefined ? gapFilled(column, keep, rows) : taken(column, keep, rows, source)
    if (after === null) return []
    const before = cellAt(column, keep)
    return isSame(before, after) ? [] : [{ column: column.id, before, after }]
  })
}

function gapFilled(column: Column, keep: RowId, rows: readonly RowId[]): Cell | null {
  if (!isEmpty(column, keep)) return null
  const row =
    rows.find((one) => !isMissing(column, one)) ?? rows.find((one) => !isEmpty(column, one))
  return row === undefined ? null : cellAt(column, row)
}

/** A cell that could not be read is not empty: its text is something. */
const isEmpty = (column: Column, row: RowId) =>
  isMissing(column, row) && originalAt(column, row) === null

function taken(
  column: Column,
  keep: RowId,
  rows: readonly RowId[],
  source: CellSource,
): Cell | null {
  if (typeof source === 'number') return cellAt(column, source)
  const all = [keep, ...rows]
  const value = together(column, all, source)
  if (value === null) return null
  // as it stands in one of the rows, with the text as written
  const row = all.find((one) => cellAt(column, one).value === value)
  return row === undefined ? { value, original: null, mark: 'plain' } : cellAt(column, row)
}

function together(column: Column, rows: readonly RowId[], how: Together): number | null {
  if (column.type !== 'number' && column.type !== 'date') return null
  const values = rows.map((row) => column.values[row] as number).filter((one) => !Number.isNaN(one))
  if (values.length === 0) return null
  if (how === 'largest') return Math.max(...values)
  if (how === 'smallest') return Math.min(...values)
  if (column.type === 'date') return null
  return Number(values.reduce((sum, value) => sum + value, 0).toPrecision(15)) // 0.1 + 0.2 = 0.3
}

export function isSame(a: Cell, b: Cell): boolean {
  return a.value === b.value && a.original === b.original && a.mark === b.mark
}
