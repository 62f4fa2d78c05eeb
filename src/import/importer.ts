import type { Issue } from '../core/issue.ts'
import type { Job } from '../core/job.ts'
import { formulaText } from '../table/parse/normalise.ts'
import type { Cells, RawCell } from '../table/raw.ts'
import type { FileKind } from './plan.ts'

/**
 * One importer = one file that exports one `Importer`, and one line in `index.ts`. It is chosen by content, never by the
 * file's name, and gives the cells as they stand; what they mean is decided later (`layout.ts`, `table/infer.ts`).
 */
export interface Importer {
  readonly id: FileKind
  /** Asked in the order of the list; the first that accepts reads the file. */
  accepts(content: Content): boolean
  /** Throws `file.*` errors. A hang is ended from outside, by terminating the worker. */
  read(content: Content, options: ReadOptions, job: Job): Promise<Reading>
}

export type Content =
  | {
      readonly kind: 'bytes'
      readonly format: 'zip' | 'cfb' | 'biff'
      readonly bytes: Uint8Array<ArrayBuffer>
    }
  | {
      readonly kind: 'text'
      readonly head: string // the first 64 K characters
      readonly length: number // bytes or characters, for progress only
      pieces(): AsyncIterable<string>
    }

export interface ReadOptions {
  readonly delimiter: string | null // null = find out
}

export interface Reading {
  readonly sheets: readonly RawSheet[]
  readonly delimiter: string | null // text files only
}

/** Cells by column, so that a column can be read and typed without touching the others. Missing entries are empty cells. */
export interface RawSheet {
  readonly name: string
  readonly hidden: boolean
  readonly hiddenRows: number
  readonly rowCount: number // up to the last row that holds something
  readonly columns: readonly Cells[]
  /** Fields per record as written, of text files; null where the file has no such notion. */
  readonly widths: ArrayLike<number> | null
  readonly merges: readonly Merge[]
  readonly issues: readonly Issue[]
}

/** A rectangle of joined cells, 0-based, ends included. Only its first cell holds something. */
export interface Merge {
  readonly row: number
  readonly column: number
  readonly toRow: number
  readonly toColumn: number
}

export function cellOf(sheet: RawSheet, row: number, column: number): RawCell {
  return sheet.columns[column]?.at(row) ?? null
}

/** A cell as one line of text, for headers, titles and previews; '' = empty. Dates as 2024-03-05. */
export function textOf(cell: RawCell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') {
    const text = clean(cell)
    return text.startsWith('=') ? formulaText(text) : text
  }
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  if (cell.kind === 'date') {
    const date = new Date(Math.floor(cell.day) * 86_400_000)
    return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10)
  }
  return cell.text
}

export function isBlank(cell: RawCell | undefined): boolean {
  if (typeof cell === 'string' && shows(cell.charCodeAt(0))) return false
  return textOf(cell) === ''
}

/** ASCII and common Han: a look at one letter is cheaper than cleaning the text. */
function shows(letter: number): boolean {
  return (letter > 0x20 && letter < 0x7f) || (letter >= 0x4e00 && letter < 0xa000)
}

/** Outer and doubled white space, line breaks, byte order marks and zero-width characters taken away. */
function clean(text: string): string {
  return text
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
