/** The grid's whole knowledge of the world: cells by place. It never learns what a row is about. */

export interface GridColumn {
  readonly id: string
  readonly title: string
  readonly group: string | null // neighbours with the same group share a header above
  readonly width: number // px where the browser's text is 16 px high; follows its size
  readonly align: 'start' | 'end' | 'center'
  readonly frozen: boolean // frozen columns stand first
  readonly pinnedEnd?: boolean // held at the right edge while it is not in sight by itself; one run of neighbours
  readonly computed: boolean // sunken ground, not editable
  readonly sort: 'ascending' | 'descending' | null
  readonly sortPlace?: number | null // 1-based among several sorted columns; absent or null = the only one
  readonly filtered?: boolean // a funnel in the header
  readonly calculated?: boolean // a mark in the header, to be pressed for what the column says
  readonly movable?: boolean // its header can be dragged to another place
  readonly hint: string | null // tooltip of the header
  readonly editor: GridEditor
}

export type GridEditor =
  | { readonly kind: 'text' }
  | { readonly kind: 'number' }
  | { readonly kind: 'date' }
  | {
      readonly kind: 'list'
      readonly options: readonly string[] // own texts are allowed too
      readonly matches?: OptionMatch
    }
  | {
      readonly kind: 'toggle' // Space or a press on the box turns it; a text can be typed too
      readonly on: string
      readonly off: string
      readonly read?: (typed: string) => string // y → on; what it does not know it gives back
    }
  | {
      readonly kind: 'tags' // several words in one cell, each with its own cross while editing
      readonly options: readonly string[] // known ones; own words are allowed too
      readonly separators: string // each character parts two words
      readonly joiner: string // between words of a cell that has no separator yet
      readonly matches?: OptionMatch
    }
  | { readonly kind: 'own' } // the owner opens its own form over the cell: `GridEdits.openOwn`
  | { readonly kind: 'none'; readonly why: string } // said when someone types

/** Whether an option is meant by what was typed; absent = it holds the letters. */
export type OptionMatch = (option: string, typed: string) => boolean

/** px of the browser's window. */
export interface GridBox {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface GridCell {
  readonly text: string // '' with state 'missing' is drawn as a dash
  readonly input?: string // what the editor starts with, where that is not `text` (12,400 → 12400)
  readonly state: 'plain' | 'missing' | 'bad' | 'flagged'
  readonly hint: string | null // tooltip
  /** A letter on coloured ground instead of plain text; `step` 1-based (class tier-k); `was` struck through at the left. */
  readonly badge?: {
    readonly text: string
    readonly step: number
    readonly was: string | null
    readonly name: string
  }
  /** A bar under or beside the number, 0..1, in the colour of `step`. */
  readonly bar?: { readonly share: number; readonly step: number }
  /** A box before the text; `on` null = neither. `turned` is the text that Space or a press on it writes. */
  readonly check?: { readonly on: boolean | null; readonly turned: string }
  readonly changed: boolean // corner mark: set by hand
  readonly hit: boolean // search hit
  /** Written to the element as data-*, e.g. { tier: 'A' }. */
  readonly data?: Readonly<Record<string, string>>
}

/** What a column comes to, below its cells. */
export interface GridTotal {
  readonly text: string
  readonly name: string // what it is, in a word: sum, average
}

export interface GridSource {
  readonly rowCount: number
  /** What is pasted past the last row becomes new rows; absent = it is cut, and said. */
  readonly grows?: boolean
  readonly columns: readonly GridColumn[]
  /** One per column, null = nothing is said of it: a row that stands still under the cells. Absent or null = no such row. */
  readonly totals?: readonly (GridTotal | null)[] | null
  /** undefined = not here yet: a placeholder is drawn and `want` will be called. Never fetches by itself. */
  cell(row: number, column: number): GridCell | undefined
  /** Row number shown at the left (1-based place in the view), and whether it changed since the last save. */
  rowLabel(row: number): { readonly text: string; readonly changed: boolean }
  /** The rows [from, to) are on show or will be soon. The source loads them and then calls `grid.refresh()`. */
  want(from: number, to: number): void
  /** The selection changed: texts may be loaded ahead, since the clipboard event is synchronous. */
  selected(selection: GridSelection): void
  /**
   * Texts of what is copied if they are here, else null (then nothing is copied and the grid says so). Rows by
   * line break (none after the last), cells by tab; a text that holds either, or begins with a quote, stands in
   * quotes as Excel writes it. What is cut is moved: it is given whole where the sheet shows a part only.
   * `headers`: a row of column titles first.
   */
  copyText(copied: GridCopied, cut: boolean, headers: boolean): string | null
  /**
   * The same for what is too much for that, or not here yet. Rejects where the signal ends it, or where it cannot be done:
   * the source says why. Absent = there is no more than `copyText` gives.
   */
  copyLater?(copied: GridCopied, how: GridCopyHow): Promise<GridCopyMade>
  /** Where Ctrl and an arrow lead: the edge of the filled cells, as in Excel. Absent = the edge of the sheet. */
  edge?(from: GridPlace, step: GridStep, run?: boolean): Promise<GridPlace | null> // run: no farther than the first gap
  /** Today's date as cells write it, for Ctrl and the semicolon. */
  today?(): string
}

export interface GridPlace {
  readonly row: number
  readonly column: number
}

export interface GridStep {
  readonly rows: -1 | 0 | 1
  readonly columns: -1 | 0 | 1
}

export interface GridRange {
  readonly top: number
  readonly left: number
  readonly bottom: number // inclusive
  readonly right: number // inclusive
}

export interface GridSelection {
  readonly active: GridPlace
  readonly range: GridRange // the last of `ranges`, which holds the active cell
  /** All blocks in the order in which they were made. They may overlap: no cell counts twice. */
  readonly ranges: readonly GridRange[]
  readonly cells: number // in all of them, each once
  /** What a copy takes; null = the blocks share neither rows nor columns, so that they cannot be joined. */
  readonly copied: GridCopied | null
}

/** The same columns of every row in these spans, top to bottom and left to right. */
export interface GridCopied {
  readonly spans: readonly { readonly top: number; readonly bottom: number }[] // inclusive
  readonly columns: readonly number[]
}

export interface GridCopyHow {
  readonly cut: boolean
  readonly headers: boolean
  readonly table: boolean // as a table too, as `writeHtml` makes it
  readonly texts: readonly boolean[] // by column: whether its cells are texts, whatever they look like
  readonly signal: AbortSignal
}

export interface GridCopyMade {
  readonly text: Blob // tabs and line breaks, as `writeTsv` makes them
  readonly html: Blob | null
  /** Whether the same cells stand in the same places still: else what was cut is left where it is. */
  isStill(): boolean
  /** It is on the clipboard. */
  done(): void
}

/** What the user did to cells; the owner turns it into commands. Rows and columns are places in the view. */
export interface GridEdits {
  edit(row: number, column: number, text: string): void
  paste(range: GridRange, texts: readonly (readonly string[])[]): void // a range that is a multiple of the texts repeats them
  spread(ranges: readonly GridRange[], text: string): void // one text into every cell
  clear(ranges: readonly GridRange[], cut: boolean): void // no cell in two of them, here and in `spread`
  /** From the source block over the whole of `to`, which holds it. */
  fill(from: GridRange, to: GridRange, how: GridFill, instead?: boolean): void // of the fill before
  /** What the far corner of a fill would hold, and whether by itself it would be a series; null = not known here. */
  fillTip?(
    from: GridRange,
    to: GridRange,
    how: GridFill,
  ): Promise<{ readonly text: string; readonly isSeries: boolean } | null>
  undo(): void
  redo(): void
  /** `add`: beside the columns that are sorted already, for rows that are equal there. */
  sort(column: number, direction: 'ascending' | 'descending' | null, add?: boolean): void
  resize(column: number, width: number): void
  /**
   * The column, or `count` neighbours from it on, is to stand before another one; `before` = number of columns: at the
   * end. Absent = columns stay.
   */
  move?(column: number, before: number, count?: number): void
  /** What stands under a column was pressed: what it comes to is to be chosen, at this place of the page. */
  total?(column: number, x: number, y: number): void
  /** The words of a header were pressed twice, or F2 there: the column is to be named. */
  rename?(column: number): void
  menu(place: {
    readonly row: number | null // null = the headers
    readonly column: number // −1 = the corner of the headers
    readonly x: number
    readonly y: number
  }): void
  /** The mark of a calculated column was pressed: say where it comes from. */
  explain?(column: number): void
  open(row: number): void // Enter on a row header or a computed cell: show its explanation
  refused(column: number): void // someone typed into a computed cell
  /** A cell of kind `own` is to be changed. `typed` = the letters it began with, '' where by key or press. */
  openOwn?(
    place: { readonly row: number; readonly column: number },
    box: GridBox,
    typed: string,
  ): void
  /**
   * The editor opened over this place, or closed (null). `edit` names a place in the view, so the owner keeps the
   * order while it is open, or remembers whose row it was.
   */
  editing?(place: { readonly row: number; readonly column: number } | null): void
}

/** copy = the block again and again; series = numbers, dates and lists go on; auto = a lone number is copied, the rest goes on; other = the opposite, as with Ctrl. */
export type GridFill = 'auto' | 'other' | 'copy' | 'series'

/** Words the grid speaks itself. */
export interface GridWords {
  readonly label: string // accessible name of the sheet
  readonly loading: string
  readonly tooLarge: string // selection too large to copy
  readonly empty: string // '' where the owner shows it himself
  sorted(title: string, direction: 'ascending' | 'descending' | null): string
  sortBy(title: string): string
  readonly filtered?: string // said of a header with a funnel
  readonly calculated?: string // said of a header with the mark of a calculated column
  readonly columnMenu?: string // name of the press in a header that opens its menu; absent = there is none
  selected(rows: number, columns: number): string
  selectedBlocks?(blocks: number, cells: number): string // said of several blocks
  adding?: string // said when Shift+F8 begins to add blocks by keyboard
  copyTooLarge?(cells: number): string // more than so many; absent = `tooLarge`
  copyAgain?: string // what was to be copied is ready, yet the browser wants the key once more
  copyRefused?: string // the browser did not take it
  cutChanged?: string // it was copied, but its cells are no longer those: nothing was taken away
  apart?: string // said when blocks cannot be copied together
  oneBlock?: string // several blocks cannot be filled from their first row or column at once
  fillOptions?: string // name of the button beside what was filled; absent = there is none
  fillCopy?: string
  fillSeries?: string
  pasteCut?(rows: number, columns: number): string // what was pasted reached past the sheet by so many
  readonly totals?: string // name of the row under the cells
  readonly chooseDate?: string // name of the button that opens the calendar
  removeTag?(tag: string): string // name of the cross of a word in a cell
}
