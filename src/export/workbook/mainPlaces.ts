import type { ColumnId } from '../../table/column.ts'
import { columnName, on } from '../xlsx/xml.ts'
import type { BookColumn, Purpose } from './bookColumn.ts'

/** Rows of the main sheet: groups, headers, then customers. */
export const firstRow = 3

/** Where things stand on the main sheet. */
export interface MainPlaces {
  readonly lastRow: number
  readonly final: string // range of the final tiers, with the sheet's name
  readonly scores: string
  /** Range of a table column's values (beside the words, where a column shows words); null = not in the file. */
  rangeOf(column: ColumnId): string | null
  /** Range of a criterion's prepared values; null = they are not prepared. */
  preparedRange(criterion: number): string | null
  /** Column letters by purpose; null = not in the file. */
  readonly letter: (find: (purpose: Purpose) => boolean) => string | null
}

export function mainPlaces(
  columns: readonly BookColumn[],
  rows: number,
  sheet: string,
): MainPlaces {
  const lastRow = firstRow + Math.max(1, rows) - 1
  const letter = (find: (purpose: Purpose) => boolean) => {
    const index = columns.findIndex((column) => find(column.purpose))
    return index < 0 ? null : columnName(index)
  }
  const rangeAt = (name: string) => on(sheet, `$${name}$${firstRow}:$${name}$${lastRow}`)
  const required = (kind: Purpose['kind']) => {
    const found = letter((purpose) => purpose.kind === kind)
    if (found === null) throw new Error(`the main sheet has no column for ${kind}`)
    return rangeAt(found)
  }
  return {
    lastRow,
    final: required('final'),
    scores: required('score'),
    letter,
    rangeOf(id) {
      const found = valueLetter(letter, id)
      return found === null ? null : rangeAt(found)
    },
    preparedRange(criterion) {
      const found = preparedLetter(letter, criterion)
      return found === null ? null : rangeAt(found)
    },
  }
}

/** Where a criterion's prepared values stand; null where they are not prepared. */
export function preparedLetter(letter: MainPlaces['letter'], criterion: number): string | null {
  return letter((purpose) => purpose.kind === 'prepared' && purpose.criterion === criterion)
}

/** The column of numbers where there is one beside the words, else the source column itself. */
export function valueLetter(letter: MainPlaces['letter'], id: ColumnId): string | null {
  return (
    letter((purpose) => purpose.kind === 'number' && purpose.column.id === id) ??
    letter((purpose) => purpose.kind === 'source' && purpose.column.id === id)
  )
}
