import { AppError } from '../../core/error.ts'
import type { Job } from '../../core/job.ts'
import { filteredIssue } from '../workbook/filteredRows.ts'
import type { Merge, RawSheet } from '../importer.ts'
import { checkParts } from '../workbook/inflate.ts'
import { limits } from '../limits.ts'
import { plainStyle } from '../workbook/numberFormat.ts'
import type { Formats } from '../workbook/workbookCell.ts'
import { type ZipEntry, checkPromises } from '../workbook/zip.ts'
import { type Book, type BookSheet, readBook } from './book.ts'
import { Package } from '../xml/package.ts'
import { SheetReader, type SheetWords } from './sheet.ts'
import { SharedStrings } from './strings.ts'
import { Styles } from './styles.ts'

/**
 * Reads xlsx and xlsm (ECMA-376, transitional and strict) in one pass: inflated piece by piece, checked on the way, walked
 * as bytes, kept in columns. `formats` is asked for only where the shown text of a number matters.
 * null = a package of another kind. Throws `file.damaged`, `file.tooLarge`, `file.tooManyColumns`, `file.password`.
 */
export async function readXlsx(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  formats: () => Promise<Formats>,
  job: Job,
): Promise<RawSheet[] | null> {
  checkPromises(entries, limits.streamed)
  const parts = new Package(bytes, entries)
  const book = await readBook(parts, job)
  if (!book) return null
  const words = await wordsOf(parts, book, job)
  const sheets: RawSheet[] = []
  for (const sheet of book.sheets) sheets.push(await readSheet(parts, sheet, words, job))
  if (words.shownUsed) words.formats = await formats()
  await checkParts(bytes, parts.unread, job)
  return sheets
}

async function wordsOf(parts: Package, book: Book, job: Job): Promise<SheetWords> {
  const strings = new SharedStrings()
  const styles = new Styles()
  if (book.strings !== null) await parts.scan(book.strings, strings, job)
  if (book.styles !== null) await parts.scan(book.styles, styles, job)
  return {
    texts: strings.texts,
    shared: strings.texts.length,
    epoch: book.epoch,
    style: (index) => styles.at(index),
    formats: null,
    shownUsed: false,
  }
}

async function readSheet(
  parts: Package,
  { name, hidden, part }: BookSheet,
  words: SheetWords,
  job: Job,
): Promise<RawSheet> {
  const reader = new SheetReader(words)
  await parts.scan(part, reader, job)
  if (!reader.whole) throw new AppError('file.damaged', { why: part })
  const filters = [...reader.filters, ...(await tableFilters(parts, part, job))]
  const { rowCount } = reader.cells
  const columns = reader.cells.finish()
  const filtered = reader.hidden.filter((row) => filters.some((range) => covers(range, row))).length
  return {
    name,
    hidden,
    hiddenRows: reader.hidden.length - filtered,
    rowCount,
    columns,
    widths: null,
    merges: reader.merges,
    issues: filteredIssue(filtered),
  }
}

/** Tables inside a sheet have filters of their own, in parts of their own. */
async function tableFilters(parts: Package, sheet: string, job: Job): Promise<readonly Merge[]> {
  const filters: Merge[] = []
  for (const { kind, part } of (await parts.relations(sheet, job)).values()) {
    if (kind !== 'table' || parts.wasRead(part)) continue // a table belongs to one sheet
    const reader = new SheetReader(noWords)
    await parts.scan(part, reader, job)
    filters.push(...reader.filters)
  }
  return filters
}

const noWords: SheetWords = {
  texts: [],
  shared: 0,
  epoch: 1900,
  style: () => plainStyle,
  formats: null,
  shownUsed: false,
}

const covers = ({ row, toRow }: Merge, at: number) => at > row && at <= toRow // its first row is the header
