import { AppError } from '../../core/error.ts'
import type { Issue } from '../../core/issue.ts'
import type { RawSheet } from '../importer.ts'
import { limits } from '../limits.ts'
import type { Fields } from './recordScanner.ts'
import { TextCells } from './textCells.ts'

/** Takes text records, keeps columns. Throws `file.tooManyColumns`, `file.tooLarge`. */
export class ColumnWriter {
  readonly #columns: TextCells[] = []
  #widths = new Uint16Array(1024)
  #rows = 0
  #filledRows = 0 // up to the last record that holds something

  get rowCount(): number {
    return this.#rows
  }

  row(fields: readonly string[]): void {
    let width = fields.length
    while (width > 0 && fields[width - 1] === '') width--
    const row = this.#begin(fields.length, width)
    for (let c = 0; c < width; c++) {
      const field = fields[c] as string
      if (field !== '') (this.#columns[c] as TextCells).add(row, field)
    }
  }

  /** The same for fields that stand in a text. */
  record(text: string, { count, starts, ends, hashes, doubled }: Fields): void {
    let width = count
    while (width > 0 && starts[width - 1] === ends[width - 1]) width--
    const row = this.#begin(count, width)
    for (let c = 0; c < width; c++) {
      const start = starts[c] as number
      const end = ends[c] as number
      if (start === end) continue
      const column = this.#columns[c] as TextCells
      if (doubled[c] === 1) column.add(row, text.slice(start, end).replaceAll('""', '"'))
      else column.addPart(row, text, start, end, hashes[c] as number)
    }
  }

  sheet(name: string, issues: readonly Issue[]): RawSheet {
    return {
      name,
      hidden: false,
      hiddenRows: 0,
      rowCount: this.#filledRows,
      columns: this.#columns.map((column) => column.finish()),
      widths: this.#widths.slice(0, this.#filledRows),
      merges: [],
      issues,
    }
  }

  /** A row of `fields` fields, the last one that holds something at `width`. */
  #begin(fields: number, width: number): number {
    const row = this.#rows
    if (row >= limits.rows)
      throw new AppError('file.tooLarge', { what: `> ${limits.rows}`, rows: limits.rows })
    if (width > limits.columns)
      throw new AppError('file.tooManyColumns', { columns: width, limit: limits.columns })
    while (this.#columns.length < width) this.#columns.push(new TextCells())
    if (row === this.#widths.length) {
      const widths = new Uint16Array(row * 2)
      widths.set(this.#widths)
      this.#widths = widths
    }
    this.#widths[row] = Math.min(fields, 0xffff)
    if (width > 0) this.#filledRows = row + 1
    this.#rows++
    return row
  }
}
