import { createJob, type Job } from '../core/job.ts'
import { refuse } from '../project/commands/contract.ts'
import { writtenChanges, type ColumnTexts } from '../project/writing.ts'
import { FillLines } from './fillLines.ts'
import { orderOf } from './order.ts'
import { ordered } from './ordering.ts'
import { runChanges, stepBy } from './running.ts'
import type { Session } from './session.ts'
import type { PackedTexts, SheetBlock, SheetWrite } from './sheetViews.ts'

const mostRows = 1_000_000
/** What the step is called in the undo menu. */
const kinds = { paste: 'pasteBlock', cut: 'clearBlock', clear: 'clearBlock', fill: 'fillBlock' }

/** What it is written instead of is taken back first, and done again where nothing comes of it. */
export async function writeSheet(session: Session, write: SheetWrite, job: Job): Promise<void> {
  if (write.instead !== session.revision) return writeBlocks(session, write, job)
  await stepBy(session, 'undo', job)
  try {
    await writeBlocks(session, write, job)
  } catch (error) {
    await stepBy(session, 'redo', createJob())
    throw error
  }
}

async function writeBlocks(session: Session, write: SheetWrite, job: Job): Promise<void> {
  const { document, table } = session
  await ordered(session, write.query, job)
  const order = orderOf(session, write.query).rows
  const last = Math.max(0, ...write.blocks.map(({ to }) => to))
  const added = write.content.kind === 'texts' ? Math.max(0, last - order.length) : 0
  if (table.order.length + added > mostRows) refuse('too many rows', { limit: mostRows })
  const seen = write.blocks.filter(({ rows }) => rows !== undefined)
  const rowAt = (place: number) => {
    const block = seen.find(({ from, rows = [] }) => place >= from && place < from + rows.length)
    const row = block?.rows?.[place - block.from] ?? order[place]
    return row ?? table.rowCount + place - order.length
  }
  const writes = write.blocks.flatMap((block) => {
    const to = added > 0 ? block.to : Math.min(block.to, order.length)
    return columnWrites(session, { ...block, to }, write.content, rowAt)
  })
  const changes = await writtenChanges(document, table, byColumn(writes), added, job)
  await runChanges(session, kinds[write.origin], changes, job)
}

function columnWrites(
  session: Session,
  block: SheetBlock,
  content: SheetWrite['content'],
  rowAt: (place: number) => number,
): readonly ColumnTexts[] {
  const lines = content.kind === 'fill' ? new FillLines(session, content, rowAt) : null
  // the same for most columns: a million rows are listed once
  const all = placesOf(block, () => true)
  const rest = lines && placesOf(block, (row) => !lines.isSourceRow(row))
  const listed = new Map([all, rest].map((places) => [places, places?.map(rowAt)]))
  return block.columns.flatMap((column, x): ColumnTexts[] => {
    const places = lines?.isSourceColumn(x) ? rest : all
    const rows = listed.get(places)
    if (column === null || !places || !rows) return []
    if (lines) return [{ column, rows, text: (at) => lines.text(places[at] ?? 0, x) }]
    if (content.kind === 'text') return [{ column, rows, text: () => content.text }]
    return content.kind === 'texts' ? [{ column, rows, text: packed(content.texts, x) }] : []
  })
}

/** Rows of the view in a block. */
function placesOf({ from, to }: SheetBlock, isMeant: (row: number) => boolean): Uint32Array {
  const rows = new Uint32Array(Math.max(0, to - from))
  let count = 0
  for (let row = from; row < to; row++) if (isMeant(row)) rows[count++] = row
  return rows.subarray(0, count)
}

function packed({ wide, joined, ends }: PackedTexts, x: number): (at: number) => string {
  const high = ends.length / wide
  return (at) => {
    const place = (at % high) * wide + (x % wide)
    return joined.slice(ends[place - 1] ?? 0, ends[place])
  }
}

/** Blocks above one another in a column are written as one. */
function byColumn(writes: readonly ColumnTexts[]): readonly ColumnTexts[] {
  const columns = new Map<string, ColumnTexts[]>()
  for (const write of writes)
    columns.set(write.column, [...(columns.get(write.column) ?? []), write])
  return [...columns].map(([column, own]) => {
    const [only] = own
    if (only && own.length === 1) return only
    const rows = new Uint32Array(own.reduce((sum, write) => sum + write.rows.length, 0))
    const starts: number[] = []
    let end = 0
    for (const write of own) {
      starts.push(end)
      rows.set(write.rows, end)
      end += write.rows.length
    }
    const text = (at: number) => {
      const nth = starts.findLastIndex((start) => start <= at)
      return own[nth]?.text(at - (starts[nth] ?? 0)) ?? ''
    }
    return { column, rows, text }
  })
}
