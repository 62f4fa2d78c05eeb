import { distinct, extreme, summed } from '../math/summing.ts'
import type { Column } from '../table/column.ts'
import { readings } from '../table/parse/index.ts'
import { writeNumeric } from '../table/parse/cell.ts'
import { columnById, isWhole, type Table } from '../table/table.ts'
import { numbersOf } from './columnFilter.ts'
import { once } from './once.ts'
import type { Session } from './session.ts'
import { completenessColumn, scoreColumn } from './sheetColumns.ts'
import { shownTexts } from './shownTexts.ts'
import type { ColumnTotal, TotalKind } from './columnViews.ts'

const ofNumbers: readonly TotalKind[] = ['sum', 'mean', 'count', 'min', 'max', 'distinct', 'none']
const ofScores: readonly TotalKind[] = ['mean', 'count', 'min', 'max', 'none']
const ofDates: readonly TotalKind[] = ['count', 'min', 'max', 'distinct', 'none']
const ofWords: readonly TotalKind[] = ['count', 'distinct', 'none']

function kindsOf(column: Column | string): readonly TotalKind[] {
  if (typeof column === 'string')
    return column === scoreColumn || column === completenessColumn ? ofScores : ofWords
  if (column.type === 'number') return ofNumbers
  return column.type === 'date' ? ofDates : ofWords
}

/** Amounts and counts add up, rates and grades do not; of everything else nothing is said until it is asked for. */
function usualKind(column: Column | string): TotalKind {
  if (typeof column === 'string') return kindsOf(column).includes('mean') ? 'mean' : 'none'
  if (column.role === 'name') return 'count'
  if (column.type !== 'number') return 'none'
  if (column.role !== 'measure' && column.role !== 'calculated') return 'none'
  return column.reading === 'money' || column.reading === 'number' ? 'sum' : 'mean'
}

/** The rows that are added up; null = all of the table, in the order of its arrays. */
export type Added = Uint32Array | null

const isInOrder = once((order: Uint32Array) => order.every((row, at) => row === at))

/** Sorting changes no total: where nothing is filtered the table's own order is walked, which is the fastest. */
export function addedRows(table: Table, rows: Uint32Array): Added {
  if (rows.length !== table.order.length) return rows
  return isWhole(table) && isInOrder(table.order) ? null : table.order
}

interface Known {
  readonly rows: Added
  readonly totals: Map<TotalKind, number | null>
}
const known = new WeakMap<Column, Known>()

/** Kept as long as the column and the rows are the same; scores, which a drag writes anew, are not. */
export function totalOf(
  session: Session,
  id: string,
  asked: TotalKind | null,
  rows: Added,
): ColumnTotal | null {
  const column = columnById(session.table, id)
  if (!column && !id.startsWith('$')) return null
  const kinds = kindsOf(column ?? id)
  const kind = asked !== null && kinds.includes(asked) ? asked : usualKind(column ?? id)
  const value = column
    ? remembered(column, kind, rows, () => valueOf(session, id, kind, rows))
    : valueOf(session, id, kind, rows)
  return {
    column: id,
    kind,
    kinds,
    value,
    text: value === null ? null : textOf(column ?? id, kind, value),
  }
}

function remembered(
  column: Column,
  kind: TotalKind,
  rows: Added,
  compute: () => number | null,
): number | null {
  let own = known.get(column)
  if (own?.rows !== rows) known.set(column, (own = { rows, totals: new Map() }))
  const before = own.totals.get(kind)
  if (before !== undefined) return before
  const value = compute()
  own.totals.set(kind, value)
  return value
}

function valueOf(session: Session, id: string, kind: TotalKind, rows: Added): number | null {
  if (kind === 'none') return null
  const values = numbersOf(session, id)
  if (kind === 'count') return filled(session, id, rows)
  if (kind === 'distinct') return values ? distinct(values, rows) : distinctTexts(session, id, rows)
  if (!values) return null
  const value = numeric(values, kind, rows)
  return Number.isNaN(value) ? null : value
}

function numeric(values: Float64Array, kind: TotalKind, rows: Added): number {
  if (kind === 'min' || kind === 'max') return extreme(values, rows, kind === 'max' ? 1 : -1)
  const { count, sum } = summed(values, rows)
  return count === 0 ? NaN : kind === 'mean' ? sum / count : sum
}

/** Cells that are not empty, those too that could not be read. */
function filled(session: Session, id: string, rows: Added): number {
  const column = columnById(session.table, id)
  const isFilled = column ? filledIn(column) : filledOf(session, id)
  let count = 0
  const length = rows ? rows.length : session.table.rowCount
  for (let at = 0; at < length; at++) if (isFilled(rows ? (rows[at] as number) : at)) count++
  return count
}

function filledOf(session: Session, id: string): (row: number) => boolean {
  const values = numbersOf(session, id)
  if (values) return (row) => !Number.isNaN(values[row] ?? NaN)
  const { codes } = shownTexts(session, id)
  return (row) => codes[row] !== 0
}

/** Without writing the cell: by its code, or by the text that could not be read. */
export function filledIn(column: Column): (row: number) => boolean {
  const kept = column.originals?.codes
  switch (column.type) {
    case 'number':
    case 'date':
      return (row) => (kept?.[row] ?? 0) > 0 || !Number.isNaN(column.values[row] ?? NaN)
    case 'boolean':
      return (row) => (kept?.[row] ?? 0) > 0 || column.values[row] !== 2
    case 'category':
      return (row) => (kept?.[row] ?? 0) > 0 || column.codes[row] !== 0
    case 'text': {
      const { starts, changed } = column
      return (row) => {
        const typed = changed.get(row)
        if (typed !== undefined) return typed !== ''
        return (kept?.[row] ?? 0) > 0 || (starts[row + 1] ?? 0) > (starts[row] ?? 0)
      }
    }
  }
}

function distinctTexts(session: Session, id: string, rows: Added): number {
  const { codes, dictionary } = shownTexts(session, id)
  const met = new Uint8Array(dictionary.length)
  const length = rows ? rows.length : session.table.rowCount
  let count = 0
  for (let at = 0; at < length; at++) {
    const code = codes[rows ? (rows[at] as number) : at] ?? 0
    if (code === 0 || met[code] === 1) continue
    met[code] = 1
    count++
  }
  return count
}

/** Of a date, a share and a discount: as its cells are written. */
function textOf(column: Column | string, kind: TotalKind, value: number): string | null {
  if (kind === 'count' || kind === 'distinct') return null
  if (column === completenessColumn) return readings.get('percent').write(tenths(value), null)
  if (typeof column === 'string') return null
  if (column.type === 'date') return writeNumeric(column, value)
  if (column.reading === 'percent') return readings.get('percent').write(tenths(value), null)
  if (column.reading === 'discount' && kind !== 'sum') return writeNumeric(column, tenths(value))
  return null
}

const tenths = (share: number) => Math.round(share * 1000) / 1000
