import { AppError } from '../core/error.ts'
import type { RowId } from '../table/column.ts'
import { readTyped } from '../table/parse/cell.ts'
import { readings } from '../table/parse/index.ts'
import { matchForm } from '../table/parse/normalise.ts'
import { defaultContext } from '../table/parse/reading.ts'
import { columnById } from '../table/table.ts'
import { once } from './once.ts'
import type { Session } from './session.ts'
import { completenessColumn, scoreColumn } from './sheetColumns.ts'
import { shownTexts, type ShownTexts } from './shownTexts.ts'
import type { ColumnFilter } from './views.ts'

type Keep = (row: RowId) => boolean

/** Which rows one column's filter keeps. A column that is gone keeps all. Throws for a bound that cannot be read. */
export function keepsOf(session: Session, filter: ColumnFilter): Keep {
  const isOurs = filter.column.startsWith('$')
  if (!isOurs && !columnById(session.table, filter.column)) return () => true
  switch (filter.kind) {
    case 'values': {
      const { codes, dictionary } = shownTexts(session, filter.column)
      const named = new Set(filter.values)
      const keeps = Uint8Array.from(dictionary, (word) =>
        named.has(word) === filter.except ? 0 : 1,
      )
      return (row) => keeps[codes[row] ?? 0] === 1
    }
    case 'contains': {
      const shown = shownTexts(session, filter.column)
      const holds = holding(shown, filter.text)
      return (row) => holds[shown.codes[row] ?? 0] === 1
    }
    case 'missing': {
      const { codes } = shownTexts(session, filter.column)
      return (row) => (codes[row] === 0) === filter.missing
    }
    case 'range': {
      const values = numbersOf(session, filter.column)
      if (!values) return () => true
      const least = bound(session, filter.column, filter.from) ?? -Infinity
      const most = bound(session, filter.column, filter.to) ?? Infinity
      return (row) => {
        const value = values[row] ?? NaN
        return value >= least && value <= most
      }
    }
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

/** The rows not below the last of the best `count`: those equal to it come along. */
function inTop(session: Session, filter: ColumnFilter & { readonly kind: 'top' }): Keep {
  const values = numbersOf(session, filter.column)
  if (!values) return () => true
  const { order } = session.table
  const present = Float64Array.from(order, (row) => values[row] ?? NaN)
    .filter((value) => !Number.isNaN(value))
    .sort()
  const count = Math.max(1, Math.floor(filter.count))
  if (filter.smallest) {
    const most = present[Math.min(count, present.length) - 1] ?? -Infinity
    return (row) => (values[row] ?? NaN) <= most
  }
  const least = present[Math.max(0, present.length - count)] ?? Infinity
  return (row) => (values[row] ?? NaN) >= least
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

const known = once((_: ShownTexts) => new Map<string, Uint8Array>())

/** 1 per text that holds the other one, compared as the search does. Kept per column and text. */
function holding(shown: ShownTexts, text: string): Uint8Array {
  const own = known(shown)
  if (own.size > 8) own.clear()
  const needle = matchForm(text)
  const found =
    own.get(needle) ??
    Uint8Array.from(shown.dictionary, (word) => (matchForm(word).includes(needle) ? 1 : 0))
  own.set(needle, found)
  return found
}
