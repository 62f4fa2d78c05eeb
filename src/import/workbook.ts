import type * as SheetJs from 'xlsx'
import { AppError } from '../core/error.ts'
import type { Job } from '../core/job.ts'
import type { RawCell } from '../table/raw.ts'
import { cfbKind } from './cfb.ts'
import type { Content, Importer, Merge, RawSheet } from './importer.ts'
import { checkParts, partText } from './inflate.ts'
import { limits } from './limits.ts'
import { type Formats, cellReader } from './workbookCell.ts'
import { readXlsx } from './xlsx/index.ts'
import { checkPromises, zipEntries, type ZipEntry } from './zip.ts'

/**
 * xlsx and xlsm by our own reader; xlsb, xls, ods, XML 2003 and HTML tables by SheetJS, which is loaded when such a file
 * comes. Around it stand the guards it lacks: checksums, limits, own decoding of text, one kind of error.
 */
export const workbook: Importer = {
  id: 'workbook',
  accepts: (content) => content.kind === 'bytes' || isMarkup(content.head),
  async read(content, _options, job) {
    const sheets = (await own(content, job)) ?? (await bySheetJs(content, job))
    return { sheets, delimiter: null }
  },
}

/** null = not for our own reader. */
async function own(content: Content, job: Job): Promise<RawSheet[] | null> {
  if (content.kind !== 'bytes' || content.format !== 'zip') return null
  const entries = zipEntries(content.bytes)
  await refuseOthers(content.bytes, entries, job)
  return readXlsx(content.bytes, entries, formats, job)
}

const formats = async () => (await import('xlsx')).SSF as Formats

/** Reads any workbook with SheetJS. Throws `file.*`. */
export async function bySheetJs(content: Content, job: Job): Promise<RawSheet[]> {
  if (content.kind === 'bytes') await guard(content, job)
  const sheetjs = await import('xlsx')
  await job.checkpoint({ step: 'parse', done: 0, total: 0 })
  const book = await load(sheetjs, content)
  const epoch = book.Workbook?.WBProps?.date1904 ? 1904 : 1900
  const read = cellReader(sheetjs.SSF as Formats, epoch)
  const sheets: RawSheet[] = []
  for (const [index, name] of book.SheetNames.entries()) {
    const sheet = Object.hasOwn(book.Sheets, name) ? book.Sheets[name] : undefined
    if (!sheet) continue
    const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0
    sheets.push(await sheetOf(name, hidden, sheet, read, job))
    sheet['!data'] = [] // the cells now live in our columns
  }
  return sheets
}

function isMarkup(head: string): boolean {
  const start = head.slice(0, 4_096).trimStart()
  if (!start.startsWith('<')) return false
  return (
    /^<(!doctype\s+html|html|head|meta|table|body|div|style)\b/i.test(start) || isXmlBook(start)
  )
}

function isXmlBook(start: string): boolean {
  return /^<\?xml|^<\?mso|^<Workbook|^<office:document/i.test(start) && !/<svg\b/i.test(start)
}

const options = {
  dense: true,
  nodim: true, // the declared extent lies in real files
  cellFormula: false,
  cellHTML: false,
  cellText: false,
  cellNF: true, // the number format says date, percent, code
  sheetRows: limits.rows,
} as const

/** SheetJS throws plain errors of many kinds, raw TypeErrors among them: none of them leaves here. */
async function load(sheetjs: typeof SheetJs, content: Content): Promise<SheetJs.WorkBook> {
  try {
    if (content.kind === 'bytes') return sheetjs.read(content.bytes, { type: 'array', ...options })
    let text = ''
    for await (const piece of content.pieces()) text += piece
    return sheetjs.read(text, { type: 'string', raw: true, ...options })
  } catch (error) {
    if (error instanceof AppError) throw error
    const why = error instanceof Error ? error.message : String(error)
    if (/password-protected/i.test(why)) throw new AppError('file.password')
    throw new AppError('file.damaged', { why })
  }
}

async function guard(content: Content & { kind: 'bytes' }, job: Job): Promise<void> {
  if (content.format === 'cfb') {
    const kind = cfbKind(content.bytes)
    if (kind === 'encrypted') throw new AppError('file.password')
    if (kind === 'document') throw new AppError('file.document')
    if (kind === 'other') throw new AppError('file.notTable')
  }
  if (content.format !== 'zip') return
  const entries = zipEntries(content.bytes)
  checkPromises(entries, limits.whole)
  await checkParts(content.bytes, entries, job)
}

/** Zip files that are no workbook: documents, slides, plain archives, encrypted spreadsheets of OpenDocument. */
async function refuseOthers(bytes: Uint8Array, entries: readonly ZipEntry[], job: Job) {
  const named = (name: string) => entries.find((entry) => entry.name.toLowerCase() === name)
  if (entries.some((entry) => entry.encrypted)) throw new AppError('file.password')
  if (entries.some((entry) => /^\/?xl\//i.test(entry.name))) return
  if (entries.some((entry) => /^(word|ppt|visio)\//i.test(entry.name)))
    throw new AppError('file.document')
  const mimetype = named('mimetype')
  if (!mimetype || !named('content.xml')) throw new AppError('file.notTable')
  if (!(await partText(bytes, mimetype, job)).includes('spreadsheet'))
    throw new AppError('file.document')
  const manifest = named('meta-inf/manifest.xml')
  if (manifest && (await partText(bytes, manifest, job)).includes('encryption-data'))
    throw new AppError('file.password')
}

type DenseRows = readonly (readonly (Parameters<ReturnType<typeof cellReader>>[0] | undefined)[])[]

async function sheetOf(
  name: string,
  hidden: boolean,
  sheet: SheetJs.WorkSheet,
  read: ReturnType<typeof cellReader>,
  job: Job,
): Promise<RawSheet> {
  const rows = (sheet['!data'] ?? []) as DenseRows
  const columns: RawCell[][] = []
  let rowCount = 0
  for (let r = 0; r < rows.length; r++) {
    const cells = rows[r]
    if (!cells) continue
    for (let c = 0; c < cells.length; c++) {
      const cell = cells[c]
      if (!cell) continue
      const value = read(cell)
      if (value === null || value === '') continue
      if (c >= limits.columns)
        throw new AppError('file.tooManyColumns', { columns: cells.length, limit: limits.columns })
      while (columns.length <= c) columns.push([])
      const column = columns[c] as RawCell[]
      while (column.length < r) column.push(null)
      column.push(value)
      rowCount = r + 1
    }
    if (r % 256 === 0) await job.checkpoint({ step: 'parse', done: r, total: rows.length })
  }
  const hiddenRows = (sheet['!rows'] ?? []).filter((row) => row?.hidden === true).length
  const merges = mergesOf(sheet)
  return { name, hidden, hiddenRows, rowCount, columns, widths: null, merges, issues: [] }
}

function mergesOf(sheet: SheetJs.WorkSheet): Merge[] {
  return (sheet['!merges'] ?? []).map(({ s, e }) => ({
    row: s.r,
    column: s.c,
    toRow: e.r,
    toColumn: e.c,
  }))
}
