import type { ColumnId, RowId } from '../table/column.ts'
import type { ValueCount } from './qualityViews.ts'
import type { SheetFill, SheetQuery } from './sheetViews.ts'

/** Rows of the view, `to` exclusive, and the columns that are meant. */
export interface SheetPart {
  readonly from: number
  readonly to: number
  readonly columns: readonly string[]
}

/** By place on show. */
export interface ChangedPlace {
  readonly row: number | null // null = in all of a column
  readonly column: number | null // null = in whole rows, or in columns that are hidden
}

/** What is asked about blocks and cells of the sheet, besides drawing them. */
export interface BlockViews {
  /** Texts of a block for the clipboard, tab-separated; refused over 200,000 cells. */
  copy: {
    args: SheetPart & {
      query: SheetQuery
      header: boolean
      titles?: readonly string[] // for the header: the words of result columns stand on the page
      also?: readonly { readonly from: number; readonly to: number }[] // more rows, below these
    }
    out: string
  }
  /** Where Ctrl and an arrow lead; `columns` as they stand on show. `run`: no farther than the cells filled without a gap. */
  edge: {
    args: {
      query: SheetQuery
      row: number
      column: number
      step: { readonly rows: -1 | 0 | 1; readonly columns: -1 | 0 | 1 }
      columns: readonly string[]
      run: boolean
    }
    out: { readonly row: number; readonly column: number }
  }
  /** Where the step that was undone or redone last shows, to go there; null = in no cell on show. `columns` as on show. */
  changed: {
    args: { query: SheetQuery; columns: readonly string[]; by: 'undo' | 'redo' }
    out: ChangedPlace | null
  }
  /** What the far corner of a fill would hold, and whether it would go on; null = the source is too long to look at. */
  filling: {
    args: {
      query: SheetQuery
      fill: SheetFill
      corner: { readonly row: number; readonly x: number }
    }
    out: { readonly text: string; readonly isSeries: boolean } | null
  }
  /** First match at or after `from` (wraps); null = none. Texts compared without case, width and blanks. */
  find: {
    args: { query: SheetQuery; text: string; from: number; backwards: boolean }
    out: { viewRow: number; column: string; place: number; count: number } | null // the place-th of so many rows, from 1
  }
  /** What a column holds among the rows that the other filters leave: at most 500 texts, and how many more there are. */
  values: {
    args: { query: SheetQuery; column: string; search: string }
    out: { values: readonly ValueCount[]; more: number }
  }
  /** What replacing a text in a block, or in several, would write; `Calls.replace` writes it. */
  replacements: {
    args: SheetPart & {
      query: SheetQuery
      also?: readonly SheetPart[]
      find: string
      replace: string
      whole: boolean // cells that are the text, not those that hold it
      at?: number // one of them, to be looked at by itself: 0 = the first
    }
    out: {
      count: number
      one?: Replacement | null
      examples: readonly { readonly before: string; readonly after: string }[] // ≤ 3
    }
  }
  /** Figures of a block for the status bar, or of several; no cell counts twice. */
  stats: {
    args: SheetPart & { query: SheetQuery; also?: readonly SheetPart[] }
    out: RangeStats
  }
  /** Who stands in a few rows of the view. What is done to many goes by places: `Calls.write`, `writeRows`, `replace`. */
  rows: { args: { query: SheetQuery; from: number; to: number }; out: readonly RowId[] }
}

/** One cell that would be written in another way. */
export interface Replacement {
  readonly row: RowId
  readonly viewRow: number
  readonly column: ColumnId
  readonly name: string // of the customer
  readonly before: string
  readonly after: string
  readonly text: string // as it is to be typed; `after` may be covered
}

/** Of the numbers of a block; null where it holds none. `filled` counts cells of any kind that are not empty. */
export interface RangeStats {
  readonly filled: number
  readonly numbers: number
  readonly sum: number | null
  readonly mean: number | null
  readonly min: number | null
  readonly max: number | null
}
