import type { EngineClient } from '../engine/protocol.ts'
import type { SheetColumn, SheetQuery, TotalKind } from '../engine/views.ts'
import type {
  GridBox,
  GridColumn,
  GridCopied,
  GridCopyHow,
  GridCopyMade,
  GridRange,
  GridSelection,
  GridSource,
  GridTotal,
} from '../grid/source.ts'
import type { RowId } from '../table/column.ts'
import type { Locale } from './locale.svelte.ts'
import type { Notices } from './notices.svelte.ts'
import type { Project } from './project.svelte.ts'
import type { Selection } from './selection.svelte.ts'
import type { SheetPages } from './sheetPages.svelte.ts'

/** What the page needs of the grid on show; none on a phone. */
export interface GridHandle {
  refresh(): void
  refreshColumns(): void
  reveal(row: number, column: number): void
  select(row: number, column: number): void
  focus(): void
  selectColumn?(column: number): void
  copy(headers?: boolean): void
  fitAll(): void
  cut?(): void
  paste?(text: string): void
  clear?(): void
  edit?(): void
  commit?(): void
  fit?(column: number): void
}

/** Where the menu of a cell was asked for. */
export interface SheetMenu {
  /** What was pressed, where it is no cell, row or header: what a column comes to. */
  readonly of?: 'total'
  readonly row: number | null
  readonly column: number
  readonly x: number
  readonly y: number
}

/** Whose tier is to be set by hand, where its cell stands, and the letters it was opened with. */
export interface TierPlace {
  readonly id: RowId
  readonly box: GridBox
  readonly typed: string
}

/** What is open over the sheet. */
export type SheetDialog =
  | 'columns'
  | 'replace'
  | 'sorts'
  /** A new column before (0) or behind (1) the one in this place. */
  | { readonly of: 'insert'; readonly at: number; readonly behind: 0 | 1 }
  | { readonly of: 'group'; readonly columns: readonly string[] }
  /** A calculated column: an old one by its id, or a new one beside the one in this place. */
  | { readonly of: 'formula'; readonly column: string | null; readonly at: number }

/** A column at its place in the grid. */
export interface PlacedColumn {
  readonly column: SheetColumn
  readonly at: number // place in `SheetView.columns`
}

/** What the parts of the sheet (columns, source, edits, clipboard) need of it and of each other. */
export interface SheetOwner {
  readonly client: EngineClient
  readonly project: Project
  readonly notices: Notices
  readonly locale: Locale
  readonly selection: Selection
  readonly pages: SheetPages
  readonly source: GridSource
  readonly columns: {
    readonly placed: readonly PlacedColumn[]
    readonly grid: readonly GridColumn[]
    at(column: number): PlacedColumn | undefined
    resize(column: number, width: number): void
    move(column: number, before: number, count?: number): void
    readonly isTotalled: boolean
    totalOf(id: string): TotalKind | null
  }
  readonly copy: {
    prepare(selection: GridSelection): void
    text(copied: GridCopied, cut: boolean, headers: boolean): string | null
    later(copied: GridCopied, how: GridCopyHow): Promise<GridCopyMade>
  }
  readonly totals: { readonly grid: readonly (GridTotal | null)[] | null }
  readonly stats: { selected(selection: GridSelection): void }
  readonly query: SheetQuery
  readonly folded: string
  readonly rowCount: number
  readonly grid: GridHandle | null
  isEditing: boolean // a cell is being typed into
  menu: SheetMenu | null
  tierAt: TierPlace | null
  explaining: string | null // a column
  naming: string | null // a column
  dialog: SheetDialog | null
  range: GridRange
  ranges: readonly GridRange[]
  selectedCells: number
  active: GridSelection['active']
  ask(query: SheetQuery, keep?: boolean): Promise<void>
  go(row: number, column?: number): Promise<void>
  rowAt(row: number): Promise<RowId | null>
}
