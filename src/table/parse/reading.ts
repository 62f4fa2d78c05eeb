import type { Cell, ColumnType, ReadingId } from '../column.ts'
import type { RawCell } from '../raw.ts'
import { missingMarks } from './missing.ts'
import type { Period } from './period.ts'

/** What a cell cannot say about itself: decided once per column, by `infer.ts` or by the user. */
export interface ReadContext {
  readonly asOf: string // YYYY-MM-DD: the year of 3月5日, the day that 3天前 counts from
  readonly unit: string | null // as `Column.unit`
  readonly dateOrder: 'ymd' | 'dmy' | 'mdy' // of 3/5/2024; under 'ymd' such dates are taken as mdy and marked
  readonly dateOrderSure?: boolean // false: dates that need the order are marked; absent = sure
  readonly decimal: '.' | ','
  /** How a number without a percent sign is meant in a column of percents; `sure` leaves it unmarked. */
  readonly percentColumn?: { readonly bare: 'fraction' | 'whole'; readonly sure: boolean }
  readonly per?: Period | null // the column's usual rate (元/月); a cell with another one is marked
  readonly counter?: string | null // the column's usual counting word (次, 天); a cell with another one is marked
  readonly yearly?: boolean // amounts per month and so on become amounts per year
  readonly words?: ReadonlyMap<string, number | null> | undefined // by `wordForm`; what the user said that words are worth
  readonly tiers?: readonly string[] // as `ColumnRules.tiers`
  readonly missing: ReadonlySet<string> // marks in `plain` form, lower case
}

/** How a kind of text becomes a value and the value becomes text again. */
export interface Reading {
  readonly id: ReadingId
  readonly type: ColumnType
  /**
   * Never throws, never guesses a value for what it does not understand: that is a missing value marked 'error'.
   * `original` is kept exactly when the written value does not say what was written.
   */
  readonly read: (cell: RawCell, context: ReadContext) => Cell
  /** Canonical plain text, no locale, no grouping; '' = missing. Reading it again gives the same value. */
  readonly write: (value: Cell['value'], unit: string | null) => string
  /** What is shown of personal numbers until that is lifted; absent = all of it. */
  readonly mask?: (text: string) => string
}

export function defaultContext(asOf: string): ReadContext {
  return { asOf, unit: null, dateOrder: 'ymd', decimal: '.', missing: missingMarks }
}
