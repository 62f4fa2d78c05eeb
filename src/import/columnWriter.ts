import { AppError } from '../core/error.ts'
import type { Issue } from '../core/issue.ts'
import type { RawSheet } from './importer.ts'
import { limits } from './limits.ts'

/** Takes text records, keeps columns. Throws `file.tooManyColumns`, `file.tooLarge`. */
export function columnWriter() {
  const columns: (string | null)[][] = []
  const shared: SharedTexts[] = []
  const widths: number[] = []
  let rowCount = 0 // up to the last record that holds something
  return {
    get rowCount() {
      return widths.length
    },
    row(fields: readonly string[]) {
      const row = widths.length
      if (row >= limits.rows)
        throw new AppError('file.tooLarge', { what: `> ${limits.rows}`, rows: limits.rows })
      let width = fields.length
      while (width > 0 && fields[width - 1] === '') width--
      if (width > limits.columns)
        throw new AppError('file.tooManyColumns', { columns: width, limit: limits.columns })
      for (let c = 0; c < width; c++) {
        const field = fields[c] as string
        if (field === '') continue
        while (columns.length <= c) {
          columns.push([])
          shared.push(sharedTexts())
        }
        const column = columns[c] as (string | null)[]
        while (column.length < row) column.push(null) // no holes: V8 keeps the array fast
        column.push((shared[c] as SharedTexts)(field))
      }
      if (width > 0) rowCount = row + 1
      widths.push(fields.length)
    },
    sheet(name: string, issues: readonly Issue[]): RawSheet {
      widths.length = rowCount
      return { name, hidden: false, hiddenRows: 0, rowCount, columns, widths, merges: [], issues }
    },
  }
}

type SharedTexts = (text: string) => string

/** One string for equal texts, as long as a column has few different ones: a slice would keep its whole piece alive. */
function sharedTexts(): SharedTexts {
  let known: Map<string, string> | null = new Map()
  return (text) => {
    if (!known) return text
    const found = known.get(text)
    if (found !== undefined) return found
    if (known.size >= 512) known = null
    else known.set(text, text)
    return text
  }
}
