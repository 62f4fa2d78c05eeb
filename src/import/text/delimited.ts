import Papa from 'papaparse'
import { AppError } from '../../core/error.ts'
import type { Issue } from '../../core/issue.ts'
import { ColumnWriter } from './columnWriter.ts'
import type { Importer } from '../importer.ts'
import { limits } from '../limits.ts'
import { RecordScanner, odd, unended } from './recordScanner.ts'

export const delimiters = [',', '\t', ';', '|'] as const

interface Parsed {
  readonly data: string[][]
  readonly errors: readonly { readonly code: string; readonly row: number }[]
  readonly meta: { readonly cursor: number }
}

/** CSV, TSV and pasted cells: RFC 4180 and what people make of it. Everything stays text. */
export const delimited: Importer = {
  id: 'delimited',
  accepts: (content) => content.kind === 'text',
  async read(content, options, job) {
    if (content.kind !== 'text') throw new AppError('file.notTable')
    const said = /^sep=(.)\r?\n?/i.exec(content.head)
    const delimiter = options.delimiter ?? said?.[1] ?? guessDelimiter(content.head)
    const newline = guessNewline(content.head)
    const issues: Issue[] = []
    const into: Into = {
      cut: { delimiter, newline },
      scanner: new RecordScanner(delimiter, newline),
      writer: new ColumnWriter(),
      issues,
    }
    let rest = ''
    let first = true
    let taken = 0
    let wanted = 0 // a record that has no end yet is only tried again when the text has doubled
    for await (const piece of content.pieces()) {
      // `+` would leave a rope, whose letters are twice as slow to read
      rest = [rest, first && said ? piece.slice(said[0].length) : piece].join('')
      first = false
      taken += piece.length
      if (rest.length < wanted) continue
      const at = takeRecords(rest, true, into)
      wanted = at === 0 ? rest.length * 2 : 0
      rest = rest.slice(at)
      await job.checkpoint({ step: 'parse', done: taken, total: content.length })
    }
    takeRecords(rest, false, into)
    return { sheets: [into.writer.sheet('', issues)], delimiter }
  },
}

interface Into {
  readonly cut: Cut
  readonly scanner: RecordScanner
  readonly writer: ColumnWriter
  readonly issues: Issue[]
}
interface Cut {
  readonly delimiter: string
  readonly newline: string
}

/** Writes the whole records of a text and tells where the rest begins; `more` = the last record may go on. */
function takeRecords(text: string, more: boolean, into: Into): number {
  let at = 0
  while (at < text.length) {
    const next = into.scanner.next(text, at, more)
    if (next === unended) return at
    if (next !== odd) into.writer.record(text, into.scanner)
    const end = next === odd ? takeOdd(text.slice(at), more, into) : next - at
    if (end === 0) return at
    at += end
  }
  return at
}

const openQuoteLimit = 100

/** Writes the first record of a text, as PapaParse understands it, and tells its length; 0 = it has no end yet. */
function takeOdd(text: string, more: boolean, { cut, writer, issues }: Into): number {
  const parsed = parse(text, cut, more, 1)
  const [record] = parsed.data
  if (!record) return 0
  if (issues.length >= openQuoteLimit || !isOpen(parsed, cut)) {
    writer.row(cut.newline === '\n' ? withoutReturn(record) : record)
    return parsed.meta.cursor
  }
  const row = writer.rowCount
  issues.push({
    code: 'text.unclosedQuote',
    level: 'warning',
    detail: { row: row + 1 },
    rows: [row],
  })
  const line = lineAt(text, 0, cut.newline)
  const closed = parse(`${line.replace(/\r$/, '')}"`, cut, false)
  writer.row(closed.data[0] ?? [line])
  return Math.min(line.length + cut.newline.length, text.length)
}

/**
 * Whether a quote of the record swallowed following lines: it meets the end of the text, or the quotes of another line.
 * It is closed at the end of its own line instead.
 */
function isOpen({ data, errors }: Parsed, { newline }: Cut): boolean {
  return errors.some(
    ({ code }) =>
      code === 'MissingQuotes' ||
      (code === 'InvalidQuotes' && data[0]?.some((field) => field.includes(newline))),
  )
}

function withoutReturn(record: string[]): string[] {
  const last = record[record.length - 1]
  if (last?.endsWith('\r')) record[record.length - 1] = last.slice(0, -1)
  return record
}

function parse(text: string, cut: Cut, more: boolean, preview = 0): Parsed {
  const config = { ...cut, preview, ...(preview === 1 && { fastMode: false }) } as Papa.ParseConfig
  return new Papa.Parser(config).parse(text, 0, more) as Parsed
}

function lineAt(text: string, from: number, newline: string): string {
  const end = text.indexOf(newline, from)
  return text.slice(from, end < 0 ? text.length : end)
}

/** The commoner line end; files with both CRLF and LF count as LF, the CR is dropped from the last field. */
export function guessNewline(head: string): '\n' | '\r' {
  const feeds = head.split('\n').length
  const returns = head.replaceAll('\r\n', '').split('\r').length
  return returns > feeds ? '\r' : '\n'
}

/** The character that cuts the first records into the most even number of fields. */
export function guessDelimiter(head: string): string {
  const newline = guessNewline(head)
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of delimiters) {
    const { data } = parse(head, { delimiter, newline }, head.length >= 65_536, 200)
    const widths = data.filter((record) => record.some((field) => field.trim() !== ''))
    const score = evenness(widths.map((record) => record.length))
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

/** Share of records with the commonest width above 1; wider wins among equals. */
function evenness(widths: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1)
  let score = 0
  for (const [width, count] of counts)
    score = Math.max(score, count / widths.length + Math.min(width, limits.columns) / 1_000)
  return score
}
