import type { ColumnRole, ReadingId, WordValues } from '../column.ts'

/** What the user has decided about the column already. */
export interface InferChoice {
  readonly reading?: ReadingId
  readonly role?: ColumnRole
  readonly dateOrder?: 'ymd' | 'dmy' | 'mdy'
  readonly words?: WordValues // what words are worth in a column of numbers
  readonly yearly?: boolean // 500元/月 becomes 6,000 a year
  readonly bare?: 'fraction' | 'whole' // 12 among percents: 1200 % or 12 %
  readonly tiers?: readonly string[] // the order of the column's own tier names, best first
}
