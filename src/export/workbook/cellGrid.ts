import type { SheetRow } from '../xlsx/book.ts'
import type { SheetCell } from '../xlsx/xml.ts'

/** Cells put anywhere, read back row by row. */
export class CellGrid {
  readonly #rows: { cells: SheetCell[]; styles: number[] }[] = []

  get height(): number {
    return this.#rows.length
  }

  put(column: number, row: number, cell: SheetCell, style: number): void {
    while (this.#rows.length < row) this.#rows.push({ cells: [], styles: [] })
    const line = this.#rows[row - 1]
    if (!line) return
    while (line.cells.length <= column) {
      line.cells.push(null)
      line.styles.push(0)
    }
    line.cells[column] = cell
    line.styles[column] = style
  }

  /** Draws the edges of a cell that holds nothing. */
  frame(column: number, row: number, style: number): void {
    if ((this.#rows[row - 1]?.cells[column] ?? null) === null) this.put(column, row, null, style)
  }

  rows(): readonly SheetRow[] {
    return this.#rows.map((row) => ({ ...row, height: 20 }))
  }
}
