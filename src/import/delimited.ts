import Papa from 'papaparse'
import { AppError } from '../core/error.ts'
import type { Issue } from '../core/issue.ts'
import { columnWriter } from './columnWriter.ts'
import type { Importer } from './importer.ts'
import { limits } from './limits.ts'

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
    const writer = columnWriter()
    const issues: Issue[] = []
    const cut = { delimiter, newline }
    let rest = ''
    let first = true
    let taken = 0
    let wanted = 0 // a record that has no end yet is only tried again when the text has doubled
    for await (const piece of content.pieces()) {
      rest += first && said ? piece.slice(said[0].length) : piece
      first = false
      taken += piece.length
      if (rest.length < wanted) continue
      const before = rest.length
      rest = takeRecords(rest, cut, true, writer, issues)
      wanted = rest.length === before ? rest.length * 2 : 0
      await job.checkpoint({ step: 'parse', done: taken, total: content.length })
    }
    takeRecords(rest, cut, false, writer, issues)
    return { sheets: [writer.sheet('', issues)], delimiter }
  },
}

interface Cut {
  readonly delimiter: string
  readonly newline: string
}

const openQuoteLimit = 100

/** Writes the whole records of a text and gives back what is left; `more` = the last record may go on. */
function takeRecords(
  text: string,
  cut: Cut,
  more: boolean,
  writer: ReturnType<typeof columnWriter>,
  issues: Issue[],
): string {
  let rest = text
  while (rest !== '') {
    const parsed = parse(rest, cut, more)
    const open = issues.length < openQuoteLimit ? openQuote(parsed, cut) : -1
    for (const record of open < 0 ? parsed.data : parsed.data.slice(0, open))
      writer.row(withoutReturn(record))
    if (open < 0) return rest.slice(parsed.meta.cursor)
    const at = recordStart(rest, cut, open)
    const line = lineAt(rest, at, cut.newline)
    const row = writer.rowCount
    issues.push({
      code: 'text.unclosedQuote',
      level: 'warning',
      detail: { row: row + 1 },
      rows: [row],
    })
    const closed = parse(`${line.replace(/\r$/, '')}"`, cut, false)
    writer.row(closed.data[0] ?? [line])
    rest = rest.slice(at + line.length + cut.newline.length)
  }
  return ''
}

/**
 * The record, if any, with a quote that swallowed following lines: it meets the end of the text, or the quotes of
 * another line. It is closed at the end of its own line instead.
 */
function openQuote({ data, errors }: Parsed, { newline }: Cut): number {
  for (const { code, row } of errors) {
    if (code === 'MissingQuotes') return row
    if (code === 'InvalidQuotes' && data[row]?.some((field) => field.includes(newline))) return row
  }
  return -1
}

function withoutReturn(record: string[]): string[] {
  const last = record[record.length - 1]
  if (last?.endsWith('\r')) record[record.length - 1] = last.slice(0, -1)
  return record
}

function parse(text: string, cut: Cut, more: boolean, preview = 0): Parsed {
  const config = { ...cut, preview } as Papa.ParseConfig
  return new Papa.Parser(config).parse(text, 0, more) as Parsed
}

/** Where record `index` begins: Papa tells the number of the record, not its place. */
function recordStart(text: string, cut: Cut, index: number): number {
  return index === 0 ? 0 : parse(text, cut, false, index).meta.cursor
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
