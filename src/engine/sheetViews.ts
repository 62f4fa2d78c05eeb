import type { ModelId } from '../models/figureIds.ts'
import type { FormulaProblem } from '../expression/formula/problem.ts'
import type { FindingId } from '../quality/check.ts'
import type { SheetLayout } from '../project/layout.ts'
import type { ColumnRole, ColumnType, Mark, ReadingId, RowId } from '../table/column.ts'
import type { FillHow } from '../table/series/series.ts'
import type { ColumnFilter } from './columnFilters.ts'

export type * from './columnFilters.ts'

/** `tier:<id>`, `near`, `held` (not in its computed tier by the stability settings), `overridden`, `check`, `ungraded`, `finding:<id>` of the quality page. Filters of a kind are joined by or, kinds by and. */
export type FilterId =
  `tier:${string}` | 'near' | 'held' | 'overridden' | 'check' | 'ungraded' | `finding:${FindingId}`

export interface SheetSort {
  readonly column: string // a sheet column id
  readonly descending: boolean
}

export interface SheetQuery {
  readonly sort: SheetSort | null
  readonly thenBy?: readonly SheetSort[] // for rows that are equal so far
  readonly filters: readonly FilterId[]
  readonly columns?: readonly ColumnFilter[] // joined by and
  readonly search: string
  /**
   * The number that the page asked for these rows by: they and their order stay as they were then while cells are edited, until
   * another number is asked for (`heldOrders`). Absent = always as cells are now.
   */
  readonly asked?: number
}

export type SheetColumnGroup = 'basic' | 'criteria' | 'result' | 'calculated' | 'note'

/** Columns of the sheet: the table's, then the result's. Of the result: `$score`, `$tier`, `$settled` (only with stability settings), `$reason`, `$completeness`. */
export interface SheetColumn {
  readonly id: string
  readonly name: string | null // null: a result column, its words come from i18n
  readonly group: SheetColumnGroup
  readonly type: ColumnType | 'score' | 'result'
  readonly reading: ReadingId | null
  readonly unit: string | null
  readonly role: ColumnRole | null
  readonly editable: boolean
  readonly model: ModelId | null // that works it out; null = none
  readonly formula: string | null // that works it out, as typed: columns by name, after `=`
  readonly formulaProblem?: Pick<FormulaProblem, 'code' | 'detail'> | null // absent as null: why none of its cells has a value
  readonly frozen: boolean
  readonly width: number // px at compact density, from the texts met
  readonly categories: readonly string[] | null // for the list editor, up to 500
  readonly failed: number // cells that could not be read
  /** Of a column of tags: those met, frequent ones first, and the characters that part two of them. */
  readonly tags?: { readonly known: readonly string[]; readonly separators: string } | null
}

export interface SheetView {
  readonly revision: number
  readonly columns: readonly SheetColumn[]
  readonly layout?: SheetLayout // how they stand; absent = as given
  readonly rowCount: number // after filters and search
  readonly total: number
  /** Rows or their order are those of before an edit: asked for anew they may be others (the view `behind` says whether). */
  readonly held: boolean
  /** Whether numbers of ID cards are covered; null = there are none. */
  readonly covered: boolean | null
}

/** What is to be drawn, column by column, in the order of `SheetView.columns`. */
export interface SheetWindow {
  readonly revision: number
  readonly from: number
  readonly rows: readonly RowId[]
  readonly cells: readonly {
    readonly texts: readonly string[] // '' where missing
    readonly states: readonly CellState[] // empty = all plain
    readonly taken?: readonly (string | null)[] // what a marked text was taken for: 2026-03-05 where 3/5 was typed
    readonly inputs?: readonly string[] // for editing, where `texts` are covered
    /** Of a yes/no column: how its box stands (on null = empty) and what turning it writes; null = unreadable. */
    readonly checks?: readonly ({ readonly on: boolean | null; readonly turned: string } | null)[]
  }[]
  /** Per row: tier index for badge and bar; -1 = ungraded. */
  readonly tiers: readonly number[]
  readonly computedTiers: readonly number[] // by score; differs from `tiers` where a setting, a rule or somebody said otherwise
  readonly settledTiers: readonly number[] // after the stability settings
  readonly byHand: readonly boolean[]
  readonly scores: readonly number[] // NaN = ungraded
}
export type CellState = Mark | 'missing' | 'tooLarge' // of 'error': since its number is too large

/** A block of the sheet as a query shows it. */
export interface SheetBlock {
  readonly from: number // view rows, `to` exclusive
  readonly to: number
  readonly columns: readonly (string | null)[] // null = left alone
  readonly rows?: readonly RowId[] // as they were seen, where the page knows them: the order may have changed since
}

/** Texts row by row in one piece, so that a hundred thousand cells cross to the engine at once. */
export interface PackedTexts {
  readonly wide: number
  readonly joined: string
  readonly ends: Uint32Array // of each text in `joined`
}

/** One undo step. */
export interface SheetWrite {
  readonly query: SheetQuery
  readonly origin: 'paste' | 'fill' | 'clear' | 'cut'
  readonly blocks: readonly SheetBlock[] // no cell in two of them
  readonly instead?: number // the revision that a write led to: taken back first, where nothing came after it
  readonly content:
    | { readonly kind: 'text'; readonly text: string } // into every cell
    | { readonly kind: 'texts'; readonly texts: PackedTexts } // repeated; what reaches past the last row is appended
    /** From a block inside the one that is written. */
    | ({ readonly kind: 'fill' } & SheetFill)
}

/** Cells of the view for the clipboard: the same columns of every row of some spans, at most 5,000,000. */
export interface SheetCopy {
  readonly query: SheetQuery
  readonly spans: readonly { readonly from: number; readonly to: number }[]
  readonly columns: readonly {
    readonly id: string
    readonly title: string
    readonly isText: boolean // its cells are texts, whatever they look like
  }[]
  readonly headers: boolean // a row of titles first
  readonly table: boolean // as a table too
  readonly whole: boolean // personal numbers too: what is cut is moved
}

export interface SheetCopied {
  readonly text: Blob // tabs and line breaks
  readonly html: Blob | null
  readonly rows: number // without that of the titles
  readonly altered: number // cells that a spreadsheet makes something else of; 0 where the table keeps them
}

/** Whole rows of a query's view; one undo step. Blocks may overlap: no row counts twice. */
export interface SheetRows {
  readonly query: SheetQuery
  readonly what: 'delete' | 'duplicate'
  readonly blocks: readonly Pick<SheetBlock, 'from' | 'to' | 'rows'>[]
}

/** `left`: the first column of the source, counted from that of the block which is written. */
export interface SheetFill {
  readonly source: SheetBlock
  readonly left: number
  readonly how: FillHow
}
