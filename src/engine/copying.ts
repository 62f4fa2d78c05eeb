import type { Job } from '../core/job.ts'
import { isAltered, tableEnd, tableRow, tableStart, tsvLine } from '../grid/tsv.ts'
import { refuse } from '../project/commands/contract.ts'
import type { RowId } from '../table/column.ts'
import { writeCell } from '../table/parse/cell.ts'
import { columnById } from '../table/table.ts'
import { orderOf } from './order.ts'
import type { Session } from './session.ts'
import { textsOf } from './sheetTexts.ts'
import type { SheetCopied, SheetCopy } from './sheetViews.ts'

const mostCells = 5_000_000 // about 60 MB of text
const stride = 256 // rows between two looks at the clock
const piece = 2 ** 19 // letters that are handed over at once: no text of all the cells is ever held

interface Cells {
  readonly rows: Uint32Array
  readonly writers: readonly ((row: RowId) => string)[] // by column
}

/** What is to be copied, as it stands now. */
export function cellsOf(session: Session, { query, spans, columns, whole }: SheetCopy): Cells {
  const order = orderOf(session, query).rows
  const parts = spans.map(({ from, to }) => order.subarray(Math.max(0, from), Math.max(0, to)))
  const rows = new Uint32Array(parts.reduce((sum, part) => sum + part.length, 0))
  if (rows.length * columns.length > mostCells) refuse('too many cells', { limit: mostCells })
  let at = 0
  for (const part of parts) {
    rows.set(part, at)
    at += part.length
  }
  const { table, heldResult } = session
  const writers = columns.map(({ id }) => {
    const own = whole ? columnById(table, id) : undefined
    return own ? (row: RowId) => writeCell(own, row) : textsOf(session, id, heldResult)
  })
  return { rows, writers }
}

/** As spreadsheets put cells on the clipboard: as tabs and, where asked for, as a table. */
export async function writeCopy(
  { rows, writers }: Cells,
  { columns, headers, table }: SheetCopy,
  job: Job,
): Promise<SheetCopied> {
  const text = new Pieces()
  const html = table ? new Pieces() : null
  const isText = (at: number) => columns[at]?.isText ?? true
  const isLast = (at: number) => at === rows.length - 1
  let altered = 0
  const add = (line: readonly string[], end: string) => {
    text.add(tsvLine(line) + end)
    html?.add(tableRow(line, isText))
  }
  html?.add(tableStart)
  if (headers)
    add(
      columns.map(({ title }) => title),
      rows.length > 0 ? '\r\n' : '',
    )
  for (let at = 0; at < rows.length; at++) {
    if (at % stride === 0) await job.checkpoint({ step: 'write', done: at, total: rows.length })
    const row = rows[at] as number
    const line = writers.map((write) => write(row))
    // an empty last row would be no row without a line break
    const isLost = isLast(at) && line.length === 1 && line[0] === '' && (at > 0 || headers)
    add(line, isLast(at) && !isLost ? '' : '\r\n')
    if (!table) line.forEach((cell, x) => (altered += Number(isAltered(cell, isText(x)))))
  }
  html?.add(tableEnd)
  return {
    text: text.finish('text/plain'),
    html: html?.finish('text/html') ?? null,
    rows: rows.length,
    altered,
  }
}

/** A long text on its way into a blob. */
class Pieces {
  readonly #blobs: Blob[] = []
  #text = ''

  add(text: string): void {
    this.#text += text
    if (this.#text.length >= piece) this.#hand()
  }

  finish(type: string): Blob {
    this.#hand()
    return new Blob(this.#blobs, { type })
  }

  #hand(): void {
    if (this.#text !== '') this.#blobs.push(new Blob([this.#text]))
    this.#text = ''
  }
}
