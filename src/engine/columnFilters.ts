/** What the cells of one column must be. Bounds are texts as typed, read as the column reads them. */
export type ColumnFilter = { readonly column: string } & (
  | {
      readonly kind: 'values' // '' = empty cells
      readonly values: readonly string[]
      readonly except: boolean // all but these
    }
  | {
      /** Inclusive; both the same = equal to. */
      readonly kind: 'range'
      readonly from: string | null
      readonly to: string | null
      readonly open?: true // above and below: the bounds do not belong to it
      readonly not?: true // all others, empty cells too (Excel's "does not equal")
    }
  | {
      readonly kind: 'top'
      readonly count: number
      readonly smallest: boolean
      readonly percent?: true // `count` in percent of the numbers, at least one of them
    }
  | { readonly kind: 'average'; readonly above: boolean } // of all customers; who is equal to it is neither
  | {
      /** `*` stands for any text, `?` for one character, `~` before them for themselves. */
      readonly kind: 'contains'
      readonly text: string
      readonly at?: 'start' | 'end' | 'all' // all = the whole cell; absent = anywhere
      readonly not?: true // all others, empty cells too
    }
  /** `back` 0 = the one of the as-of date, 1 = the one before, −1 = the next. Weeks begin on Mondays. */
  | { readonly kind: 'period'; readonly unit: PeriodUnit; readonly back: number }
  | { readonly kind: 'year'; readonly year: number }
  /** At most so many days before the as-of date, which belongs to it; `longer`: more days before. */
  | { readonly kind: 'days'; readonly days: number; readonly longer: boolean }
  | { readonly kind: 'missing'; readonly missing: boolean } // false: filled cells only
)

export type PeriodUnit = 'day' | 'week' | 'month' | 'quarter' | 'year'
