import { layOut, leastWidth, widthOf, type Layout } from './columns.ts'
import type { Density } from './density.ts'
import type { Frame } from './frame.ts'
import type { Head } from './head.ts'
import type { GridColumn } from './source.ts'
import type { Surface } from './surface.ts'
import type { Totals } from './totals.ts'

/** How large everything is: rows, columns, row numbers and what can be scrolled; all px of the sheet. */
export class Sizes {
  layout: Layout = layOut([], [], 0)
  rowHeight = 28
  gutter = 36
  density: Density = { row: 28, head: 28, group: 24, scale: 1 }
  readonly #surface: Surface
  readonly #frame: Frame
  readonly #head: Head
  readonly #totals: Totals
  #columns: readonly GridColumn[] = []
  #widths: number[] = []
  #rowCount = -1

  constructor(surface: Surface, frame: Frame, head: Head, totals: Totals) {
    this.#surface = surface
    this.#frame = frame
    this.#head = head
    this.#totals = totals
  }

  /** The columns that are laid out, and the rows: not yet those of the source where that has others. */
  get columns(): readonly GridColumn[] {
    return this.#columns
  }

  get areOld(): boolean {
    const { extent, source } = this.#surface
    const totalsTurned = Boolean(source.totals) !== this.#totals.isShown && extent.rows > 0
    return extent.rows !== this.#rowCount || totalsTurned
  }

  setColumns(columns: readonly GridColumn[]): void {
    this.#columns = columns
    this.#widths = columns.map((column) => Math.round(column.width * this.density.scale))
  }

  resize(column: number, width: number): void {
    this.#widths[column] = Math.max(leastWidth, Math.round(width))
  }

  /** The width of a column as the source counts it, whatever the size of the text. */
  widthOf(column: number): number {
    return Math.round(widthOf(this.layout, column) / this.density.scale)
  }

  /** Columns, density, the element or the number of rows are others. */
  arrange(): void {
    const { extent, source, viewport, words } = this.#surface
    const { rows } = extent
    this.rowHeight = this.density.row
    const longest = rows > 0 ? source.rowLabel(rows - 1).text.length : 0
    this.gutter = Math.ceil(this.density.scale * Math.max(36, 12 + 6.4 * longest))
    this.layout = layOut(this.#columns, this.#widths, viewport.width - this.gutter)
    viewport.setFoot(this.#totals.stand(this.rowHeight))
    const headHeight = this.density.head + (this.#head.rows === 2 ? this.density.group : 0)
    this.#frame.head.style.height = `${String(headHeight)}px`
    this.#frame.body.style.top = `${String(headHeight)}px`
    const width = this.gutter + this.layout.width
    viewport.setContent(width, rows * this.rowHeight, headHeight)
    const totals = Number(this.#totals.isShown)
    this.#frame.grid.setAttribute('aria-rowcount', String(rows + this.#head.rows + totals))
    this.#frame.grid.setAttribute('aria-colcount', String(this.#columns.length))
    this.#frame.empty.hidden = rows > 0 || words.empty === ''
    this.#rowCount = rows
  }
}
