import type * as SheetJs from 'xlsx'
import { AppError } from '../../core/error.ts'
import type { Job } from '../../core/job.ts'
import type { RawCell } from '../../table/raw.ts'
import { filteredIssue } from './filteredRows.ts'
import type { Content, Merge, RawSheet } from '../importer.ts'
import { limits } from '../limits.ts'
import { plainStyle } from './numberFormat.ts'
import { BookColumns } from './bookCells.ts'
import { type BookCell, type Formats, cellReader } from './workbookCell.ts'

/**
 * The sheets of any workbook as SheetJS sees them. It reads in one go: nothing is heard of it meanwhile, and what should
 * never end is ended with the worker. Throws `file.*`.
 */
export async function bySheetJs(content: Content, job: Job): Promise<RawSheet[]> {
  const sheetjs = await import('xlsx')
  job.report({ step: 'parse', done: 0, total: 0 }) // its length is not known
  await job.checkpoint()
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
    refuseCircles(text)
    return sheetjs.read(text, { type: 'string', raw: true, ...options })
  } catch (error) {
    if (error instanceof AppError) throw error
    const why = error instanceof Error ? error.message : String(error)
    if (/password-protected|^Encryption /i.test(why)) throw new AppError('file.password')
    if (/could not find <table>/i.test(why)) throw new AppError('file.notTable')
    throw new AppError('file.damaged', { why })
  }
}

/** Styles of XML 2003 that are each other's parents: SheetJS would go round for ever. */
function refuseCircles(text: string) {
  const parents = new Map<string, string>()
  for (const [tag] of text.matchAll(/<(?:\w+:)?Style\b[^>]*\bParent\s*=[^>]*>/gi)) {
    const value = (name: string) =>
      new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)`, 'i').exec(tag)?.[1]
    parents.set(value('ID') ?? '', value('Parent') ?? '')
  }
  for (let id of parents.keys())
    for (let step = 0; parents.has(id); step++) {
      if (step > mostParents) throw new AppError('file.damaged', { why: 'Style' })
      id = parents.get(id) ?? ''
    }
}

const mostParents = 50

type DenseRow = readonly (BookCell | undefined)[]

async function sheetOf(
  name: string,
  hidden: boolean,
  sheet: SheetJs.WorkSheet,
  read: (cell: BookCell) => RawCell,
  job: Job,
): Promise<RawSheet> {
  const rows = (sheet['!data'] ?? []) as readonly (DenseRow | undefined)[]
  const texts: RawCell[] = []
  const packed = new BookColumns({ texts, epoch: 1900, style: () => plainStyle, formats: null })
  const filter = filterOf(sheet)
  let hiddenRows = 0
  let filtered = 0
  for (let r = 0; r < rows.length; r++) {
    const cells = rows[r]
    if (!cells) continue
    let filled = false
    for (const c of places(cells)) {
      const cell = cells[c]
      const value = cell ? read(cell) : null
      if (value === null || value === '') continue
      if (typeof value === 'number') packed.putNumber(r, c, value, null)
      else packed.putText(r, c, texts.push(value) - 1)
      filled = true
    }
    if (filled && sheet['!rows']?.[r]?.hidden === true) {
      if (filter && r > filter.row && r <= filter.toRow) filtered++
      else hiddenRows++
    }
    if (r % 256 === 0) await job.checkpoint({ step: 'parse', done: r, total: rows.length })
  }
  const { rowCount } = packed
  const columns = packed.finish()
  const merges = (sheet['!merges'] ?? []).map(mergeOf)
  const issues = filteredIssue(filtered)
  return { name, hidden, hiddenRows, rowCount, columns, widths: null, merges, issues }
}

/** The filled places of a row. An HTML table may span a billion columns: such a row is walked by what is there. */
function places(cells: DenseRow): Iterable<number> {
  return cells.length > limits.columns ? Object.keys(cells).map(Number) : cells.keys()
}

const mergeOf = ({ s, e }: SheetJs.Range): Merge => ({
  row: s.r,
  column: s.c,
  toRow: e.r,
  toColumn: e.c,
})

/** Hidden rows below a filter were left out by it: SheetJS does not tell whether it has a condition. */
function filterOf(sheet: SheetJs.WorkSheet): Merge | null {
  const ref = sheet['!autofilter']?.ref
  const [, top = '', bottom = ''] = /^[A-Z]+(\d+):[A-Z]+(\d+)$/.exec(ref ?? '') ?? []
  return top === ''
    ? null
    : { row: Number(top) - 1, column: 0, toRow: Number(bottom) - 1, toColumn: 0 }
}
