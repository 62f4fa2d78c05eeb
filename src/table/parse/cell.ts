import { originalAt, textAt } from '../cell.ts'
import type { Cell, Column, RowId } from '../column.ts'
import { readings } from './index.ts'
import type { ReadContext } from './reading.ts'
import { rounded } from './rounded.ts'
import { contextWith } from './rules.ts'
import { saysTooLarge } from './tooLarge.ts'

/** How a column that is already there reads what is typed or pasted into it. */
export function contextOf(column: Column, asOf: string): ReadContext {
  return contextWith(column.rules, column.unit, asOf)
}

/** A text typed or pasted into a column. Unreadable texts become error cells that keep it; '' empties the cell. */
export function readTyped(text: string, column: Column, asOf: string): Cell {
  return readings.get(column.reading).read(text, contextOf(column, asOf))
}

/**
 * What the sheet shows, copies and exports: the text as written where it is kept, else the reading's canonical text.
 * '' = empty.
 */
export function writeCell(column: Column, row: RowId): string {
  const original = originalAt(column, row)
  return original ?? writeValue(column, row)
}

/** The same of a cell that stands in no column, or no longer. */
export function textOfCell({ reading, unit }: Column, { original, value }: Cell): string {
  if (original !== null) return original
  return value === null ? '' : readings.get(reading).write(value, unit)
}

/** Whether a cell that is an error holds a number too large for any column. */
export function isTooLargeAt(column: Column, row: RowId): boolean {
  if (column.type !== 'number') return false
  return saysTooLarge(originalAt(column, row) ?? '', column.rules?.decimal ?? '.')
}

/** How the texts of a column are shown where personal numbers stay covered. */
export function coverOf(column: Column): (text: string) => string {
  return readings.get(column.reading).mask ?? same
}
const same = (text: string) => text

/** The canonical text alone: 12 for 每月一次. */
export function writeValue(column: Column, row: RowId): string {
  switch (column.type) {
    case 'text':
      return textAt(column, row)
    case 'category':
      return column.dictionary[column.codes[row] ?? 0] ?? ''
    case 'number':
    case 'date':
      return writeNumeric(column, column.values[row] ?? NaN)
    case 'boolean': {
      const value = column.values[row] ?? 2
      return value === 2 ? '' : readings.get(column.reading).write(value === 1, column.unit)
    }
  }
}

/** A number or day as the column writes it; '' = missing. */
export function writeNumeric({ reading, unit, rules }: Column, value: number): string {
  if (Number.isNaN(value)) return ''
  return readings.get(reading).write(rules?.rounded ? rounded(value, reading) : value, unit)
}
