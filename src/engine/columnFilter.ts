import { AppError } from '../core/error.ts'
import type { Steps } from '../core/steps.ts'
import { select } from '../math/select.ts'
import { dayOf } from '../scheme/day.ts'
import type { RowId } from '../table/column.ts'
import { readTyped } from '../table/parse/cell.ts'
import { readings } from '../table/parse/index.ts'
import { defaultContext } from '../table/parse/reading.ts'
import { columnById } from '../table/table.ts'
import { type Days, periodDays, yearDays } from './dayFilter.ts'
import { textsThat, wordsThat } from './matchingTexts.ts'
import type { Session } from './session.ts'
import { completenessColumn, scoreColumn } from './sheetColumns.ts'
import { showTexts } from './shownTexts.ts'
import { textTest } from './textFilter.ts'
import type { ColumnFilter } from './views.ts'

export type Keep = (row: RowId) => boolean
type Of<Kind extends ColumnFilter['kind']> = ColumnFilter & { readonly kind: Kind }

/**
 * Which rows one column's filter keeps, as the result is when this begins. A column that is gone keeps all. Throws for a bound
 * that cannot be read.
 */
export function* keepsOf(session: Session, filter: ColumnFilter): Steps<Keep> {
  const isOurs = filter.column.startsWith('$')
  if (!isOurs && !columnById(session.table, filter.column)) return () => true
  switch (filter.kind) {
    case 'values': {
      const { codes, dictionary } = yield* showTexts(session, filter.column)
      const named = new Set(filter.values)
      const keeps = Uint8Array.from(dictionary, (word) =>
        named.has(word) === filter.except ? 0 : 1,
      )
      return (row) => keeps[codes[row] ?? 0] === 1
    }
    case 'contains': {
      const holds = yield* holding(session, filter)
      return filter.not ? (row) => !holds(row) : holds
    }
    case 'missing':
      return yield* isMissing(session, filter)
    case 'range':
      return inRange(session, filter)
    case 'period':
    case 'year':
    case 'days':
      return onDays(session, filter)
    case 'average':
      return besideMean(session, filter)
    case 'top':
      return inTop(session, filter)
  }
}

/** Numbers that can be compared: days for dates; null for words. */
export function numbersOf(session: Session, id: string): Float64Array | null {
  if (id === scoreColumn) return session.result.score
  if (id === completenessColumn) return wholeParts(session.result.completeness)
  const column = columnById(session.table, id)
  return column?.type === 'number' || column?.type === 'date' ? column.values : null
}

/** Without the last bits of 1 − 0.9: who has a tenth is not below 10 %. */
const wholeParts = (shares: Float64Array) => shares.map((share) => Math.round(share * 1e9) / 1e9)

/** The same for good: later grades write into the arrays of the present result. */
function heldNumbers(session: Session, id: string): Float64Array | null {
  const values = numbersOf(session, id)
  return id === scoreColumn ? (values?.slice() ?? null) : values
}

function inRange(session: Session, filter: Of<'range'>): Keep {
  const values = heldNumbers(session, filter.column)
  if (!values) return () => true
  const least = bound(session, filter.column, filter.from) ?? -Infinity
  const most = bound(session, filter.column, filter.to) ?? Infinity
  const { open = false, not = false } = filter
  return (row) => {
    const value = values[row] ?? NaN
    const isIn = open ? value > least && value < most : value >= least && value <= most
    return isIn !== not
  }
}

function onDays(session: Session, filter: Of<'period' | 'year' | 'days'>): Keep {
  const column = columnById(session.table, filter.column)
  if (column?.type !== 'date') return () => true
  const [from, to] = daysOf(filter, dayOf(session.document.scheme.asOf))
  return (row) => {
    const day = column.values[row] ?? NaN
    return day >= from && day <= to
  }
}

function daysOf(filter: Of<'period' | 'year' | 'days'>, asOf: number): Days {
  switch (filter.kind) {
    case 'period':
      return periodDays(filter.unit, Math.round(filter.back), asOf)
    case 'year':
      return yearDays(Math.round(filter.year))
    case 'days': {
      const days = Math.round(filter.days)
      return filter.longer ? [-Infinity, asOf - days - 1] : [asOf - days, asOf]
    }
  }
}

/** The mean is of all customers that have a number, as in a spreadsheet, whatever else is filtered. */
function besideMean(session: Session, filter: Of<'average'>): Keep {
  const values = heldNumbers(session, filter.column)
  if (!values) return () => true
  const present = presentIn(session.table.order, values)
  const mean = present.reduce((sum, value) => sum + value, 0) / present.length
  return filter.above ? (row) => (values[row] ?? NaN) > mean : (row) => (values[row] ?? NaN) < mean
}

/** The rows not below the last of the best `count`: those equal to it come along. */
function inTop(session: Session, filter: Of<'top'>): Keep {
  const values = heldNumbers(session, filter.column)
  if (!values) return () => true
  const present = presentIn(session.table.order, values)
  const asked = filter.percent ? (present.length * filter.count) / 100 : filter.count
  const count = Math.min(Math.max(1, Math.floor(asked)), present.length)
  const last = select(present, filter.smallest ? count - 1 : present.length - count)
  return filter.smallest
    ? (row) => (values[row] ?? NaN) <= last
    : (row) => (values[row] ?? NaN) >= last
}

function presentIn(rows: Uint32Array, values: Float64Array): Float64Array {
  const present = new Float64Array(rows.length)
  let count = 0
  for (let at = 0; at < rows.length; at++) {
    const value = values[rows[at] as number] as number
    if (!Number.isNaN(value)) present[count++] = value
  }
  return present.subarray(0, count)
}

/** A bound as typed: the column reads it, so that 3万, 12% and 2024年3月1日 are understood. */
function bound(session: Session, id: string, text: string | null): number | null {
  if (text === null || text.trim() === '') return null
  const { asOf } = session.document.scheme
  const column = columnById(session.table, id)
  const { value } = column
    ? readTyped(text, column, asOf)
    : readings
        .get(id === completenessColumn ? 'percent' : 'number')
        .read(text, defaultContext(asOf))
  if (typeof value !== 'number') throw new AppError('command.invalid', { bound: text })
  return value
}

function* isMissing(session: Session, filter: Of<'missing'>): Steps<Keep> {
  const column = columnById(session.table, filter.column)
  if (column?.type === 'text' && !column.originals) {
    const { starts, changed } = column
    return (row) => {
      const isEmpty = changed.has(row) ? changed.get(row) === '' : starts[row] === starts[row + 1]
      return isEmpty === filter.missing
    }
  }
  const { codes } = yield* showTexts(session, filter.column)
  return (row) => (codes[row] === 0) === filter.missing
}

/** Texts that are most often all different are read where they stand; of others each different one once. */
function* holding(session: Session, filter: Of<'contains'>): Steps<Keep> {
  const test = textTest(filter.text, filter.at)
  const column = columnById(session.table, filter.column)
  if (column?.type === 'text' && !column.originals) {
    const hits = yield* textsThat(column, JSON.stringify([filter.text, filter.at]), test)
    return (row) => hits[row] === 1
  }
  const { codes, dictionary } = yield* showTexts(session, filter.column)
  const hits = yield* wordsThat(dictionary, test)
  return (row) => hits[codes[row] ?? 0] === 1
}
