import { finish } from '../../core/steps.ts'
import type { Column } from '../../table/column.ts'
import { wordTexts } from '../../table/distinctTexts.ts'
import type { Table } from '../../table/table.ts'
import { dayOf } from '../day.ts'
import { livingRows } from '../living.ts'
import type { IsoDate } from '../scheme.ts'

/** A column as scoring reads it, one entry per row id. Dead rows count as missing. */
export type Numbers = Float64Array // NaN = missing; dates as days before the as-of date
export interface Codes {
  readonly codes: Uint32Array // 0 = missing
  readonly dictionary: readonly string[] // dictionary[0] = ''
}

/** Booleans have the categories `false` and `true`. */
export const booleanCategories = ['', 'false', 'true'] as const

/** Null for a column that holds no numbers. The column's own array where nothing has to be changed: read only. */
export function numbersOf(column: Column, table: Table, asOf: IsoDate): Numbers | null {
  if (column.type !== 'number' && column.type !== 'date') return null
  const living = livingRows(table)
  if (column.type === 'number' && living === null) return column.values
  const numbers = new Float64Array(table.rowCount).fill(NaN)
  const day = dayOf(asOf)
  for (let row = 0; row < numbers.length; row++) {
    if (living !== null && living[row] === 0) continue
    const value = column.values[row] ?? NaN
    numbers[row] = column.type === 'date' ? day - value : value
  }
  return numbers
}

/** Null for a column that holds no categories. */
export function codesOf(column: Column, table: Table): Codes | null {
  if (column.type === 'number' || column.type === 'date') return null
  const { codes, dictionary } = whole(column)
  const living = livingRows(table)
  if (living === null) return { codes, dictionary }
  return { codes: codes.map((code, row) => (living[row] === 1 ? code : 0)), dictionary }
}

function whole(column: Exclude<Column, { type: 'number' | 'date' }>): Codes {
  switch (column.type) {
    case 'category':
      return column
    case 'boolean':
      return {
        codes: Uint32Array.from(column.values, (value) => (value === 2 ? 0 : value + 1)),
        dictionary: booleanCategories,
      }
    case 'text':
      return finish(wordTexts(column))
  }
}
