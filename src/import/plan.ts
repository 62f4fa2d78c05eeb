import type { Issue } from '../core/issue.ts'
import type { ColumnRole, ReadingId } from '../table/column.ts'
import type { TableKind } from '../table/kind.ts'
import type { SystemId } from './kinds/systems/system.ts'

export type FileKind =
  | 'delimited' // CSV, TSV, pasted cells
  | 'markdown' // pipe table
  | 'json' // lists of objects or of lists
  | 'workbook' // xlsx, xlsm, xlsb, xls, ods, xml 2003, html: by SheetJS

/** What the reader understood, shown before anything is taken over. Every part of it can be changed by a `Choice`. */
export interface ImportPlan {
  readonly file: { readonly name: string; readonly bytes: number; readonly kind: FileKind }
  /** Only for text files: the label given to TextDecoder, whether it is a guess, and the delimiter. */
  readonly text: {
    readonly encoding: string
    readonly sure: boolean
    readonly delimiter: string
  } | null
  readonly sheets: readonly {
    readonly name: string
    readonly rows: number
    readonly hidden: boolean
  }[]
  readonly sheet: number
  /** Other sheets with the header of the one on show, which could be taken along; hidden ones are not among them. */
  readonly alike: readonly number[]
  /** What goes into the table, oldest first: one sheet, or several files and sheets of one header. */
  readonly parts: readonly {
    readonly source: number // place among the files of this import
    readonly name: string
    readonly rows: number
  }[]
  /** Customers, or equal rows of records, that stand in several parts; null = there is nothing to tell it by. */
  readonly repeats: { readonly count: number; readonly taken: RepeatsTaken } | null
  /** What the rows are, as recognised from the columns or chosen. */
  readonly kind: TableKind
  /** The export of another system that the headers are of. */
  readonly system: SystemId | null
  /** Rows of the file, 0-based: title rows, header rows, data and total rows as they stand. */
  readonly layout: Layout
  readonly rowCount: number // customers or records that would be imported
  readonly columns: readonly PlannedColumn[]
  /** The first rows of the file as they are, and the last ones when total rows stand there. */
  readonly sample: readonly {
    readonly row: number
    readonly part: 'title' | 'blank' | 'header' | 'data' | 'total'
    readonly texts: readonly string[]
  }[]
  readonly issues: readonly Issue[]
  /** The scheme template that fits these columns, if one does. */
  readonly template: string | null
  readonly suggestedName: string // of the project
}

export interface Layout {
  readonly headerFrom: number // -1 = the file has no header: columns are named 列 1, 列 2 …
  readonly headerRows: number // 0..3
  readonly dataFrom: number
  readonly dataTo: number // exclusive
  readonly totals: readonly number[] // rows inside or after the data that are totals; not imported
}

export interface PlannedColumn {
  readonly index: number // in the file
  readonly name: string
  readonly group: string | null
  readonly include: boolean
  readonly role: ColumnRole
  readonly reading: ReadingId
  readonly unit: string | null
  readonly filled: number // cells that hold something other than a missing mark
  readonly missing: number
  readonly failed: number
  readonly success: number // (filled − failed) ÷ filled, 0..1; 1 when nothing is filled
  readonly examples: readonly string[] // a few different originals
  readonly failures: readonly string[] // a few different originals that did not parse
  readonly distinct: number // capped at 1,000
  readonly issues: readonly Issue[]
}

/** `once`: a customer has one row, the latest cell wins; equal rows of records are taken once. `keep`: as they stand. */
export type RepeatsTaken = 'once' | 'keep'

/** What the user changed in the plan. Absent = as understood. */
export interface ImportChoices {
  readonly kind?: TableKind
  readonly sheet?: number
  readonly encoding?: string
  readonly delimiter?: string
  readonly headerFrom?: number
  readonly headerRows?: number
  readonly includeTotals?: boolean
  /** Takes all sheets of the chosen one's header together, hidden ones left out. */
  readonly alike?: boolean
  /** Of what stands in several parts; absent = 'once'. */
  readonly repeats?: RepeatsTaken
  /** Name of a further column that says from which file or sheet a row is; absent or '' = no such column. */
  readonly sourceColumn?: string
  readonly asOf?: string
  readonly columns?: Readonly<Record<number, ColumnChoice>>
}
export interface ColumnChoice {
  readonly include?: boolean
  readonly name?: string
  readonly role?: ColumnRole
  readonly reading?: ReadingId
  readonly dateOrder?: 'ymd' | 'dmy' | 'mdy'
}

/** A file dropped or chosen, or cells pasted. */
export type ImportSource =
  | { readonly kind: 'file'; readonly file: Blob; readonly name: string }
  | { readonly kind: 'text'; readonly text: string; readonly name: string }
