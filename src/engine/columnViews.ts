import type { TotalKind } from '../project/layout.ts'
import type { ColumnId, ColumnType, ReadingId } from '../table/column.ts'
import type { SheetQuery } from './sheetViews.ts'

/** What the sheet asks about whole columns. */
export interface ColumnViews {
  /** What columns come to over the rows of the query, in the order asked for; one that is gone is left out. */
  totals: {
    args: {
      query: SheetQuery
      columns: readonly { readonly column: string; readonly kind: TotalKind | null }[] // null = as usual
    }
    out: readonly ColumnTotal[]
  }
  /** What another reading would make of a column, before it is changed; null = there is no such column. */
  retyping: { args: { column: ColumnId; reading: ReadingId }; out: RetypingView | null }
  /** What would go, or be left without its column, if this column were deleted. */
  uses: { args: { column: ColumnId }; out: ColumnUses }
}

export type { TotalKind }

export interface ColumnTotal {
  readonly column: string
  readonly kind: TotalKind
  readonly kinds: readonly TotalKind[] // that say something about such a column
  readonly value: number | null // null = there is nothing to add up, or nothing is asked for
  readonly text: string | null // of a date, and of what has a way of writing of its own; else the number is shown
}

export interface RetypingView {
  readonly type: ColumnType
  readonly filled: number
  readonly read: number // filled cells that could be read
  readonly failedNow: number // under the present reading
  readonly examples: readonly { readonly before: string; readonly after: string }[] // ≤ 5
  readonly failures: readonly { readonly text: string; readonly count: number }[] // ≤ 5, the most frequent
  readonly failed: number
  readonly emptied: number // filled cells whose text means that there is nothing: 无, —
  readonly rescored: readonly string[] // names of criteria that would be scored in another way
}

export interface ColumnUses {
  readonly criteria: readonly string[] // names
  readonly rules: number
  readonly others: readonly ('value' | 'within' | 'tiering')[]
  readonly formulas: readonly string[] // names of columns that are calculated from it
}
