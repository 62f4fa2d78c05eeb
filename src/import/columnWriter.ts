import { AppError } from '../core/error.ts'
import type { Issue } from '../core/issue.ts'
import type { RawSheet } from './importer.ts'
import { limits } from './limits.ts'
import { TextCells } from './textCells.ts'

/** Takes text records, keeps columns. Throws `file.tooManyColumns`, `file.tooLarge`. */
export function columnWriter() {
  const columns: TextCells[] = []
  let widths = new Uint16Array(1024)
  let written = 0
  let rowCount = 0 // up to the last record that holds something
  return {
    get rowCount() {
      return written
    },
    row(fields: readonly string[]) {
      const row = written
      if (row >= limits.rows)
        throw new AppError('file.tooLarge', { what: `> ${limits.rows}`, rows: limits.rows })
      let width = fields.length
      while (width > 0 && fields[width - 1] === '') width--
      if (width > limits.columns)
        throw new AppError('file.tooManyColumns', { columns: width, limit: limits.columns })
      while (columns.length < width) columns.push(new TextCells())
      for (let c = 0; c < width; c++) {
        const field = fields[c] as string
        if (field !== '') (columns[c] as TextCells).add(row, field)
      }
      if (width > 0) rowCount = row + 1
      if (row >= widths.length) {
        const more = new Uint16Array(row * 2)
        more.set(widths)
        widths = more
      }
      widths[row] = Math.min(fields.length, 0xffff)
      written++
    },
    sheet(name: string, issues: readonly Issue[]): RawSheet {
      return {
        name,
        hidden: false,
        hiddenRows: 0,
        rowCount,
        columns: columns.map((column) => column.finish()),
        widths: widths.slice(0, rowCount),
        merges: [],
        issues,
      }
    },
  }
}
