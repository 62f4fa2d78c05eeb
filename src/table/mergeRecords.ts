import type { Job } from '../core/job.ts'
import { newId } from '../core/id.ts'
import { appended, prefixed } from './append.ts'
import type { Column, RowId } from './column.ts'
import { eachForm } from './eachForm.ts'
import { pairColumns } from './pairColumns.ts'
import { writeCell } from './parse/cell.ts'
import { matchForm } from './parse/normalise.ts'
import { columnByRole, type Table } from './table.ts'

/** Rows of the newer table: new ones, rows of a record that is there with other contents, and rows that are there. */
export interface MergeCounts {
  readonly added: number
  readonly updated: number
  readonly same: number
}

/**
 * A newer table of records added to an older one, nothing twice. A record that bears a number is replaced by what the newer
 * table says of it, where that differs; rows without a number are added where no equal one is there. The same table where
 * there is nothing new.
 */
export async function mergeRecords(
  before: Table,
  after: Table,
  asOf: string,
  job: Job,
): Promise<{ readonly table: Table; readonly counts: MergeCounts }> {
  const { pairs, added } = paired(before, after)
  const texts = (column: (pair: (typeof pairs)[number]) => Column) => (row: RowId) =>
    pairs.map((pair) => writeCell(column(pair), row)).join('\u001f')
  const beforeText = texts((pair) => pair.before)
  const afterText = texts((pair) => pair.after)
  const olds = await byNumber(before, job)
  const news = await byNumber(after, job)
  const gone = new Set<RowId>()
  const taken: RowId[] = []
  const counts = { added: 0, updated: 0, same: 0 }
  for (const [number, rows] of news.groups) {
    await job.checkpoint()
    const known = olds.groups.get(number)
    const isSame = known && sameTexts(known.map(beforeText), rows.map(afterText))
    counts[!known ? 'added' : isSame ? 'same' : 'updated'] += rows.length
    if (isSame) continue
    for (const row of known ?? []) gone.add(row)
    taken.push(...rows)
  }
  const left = new Map<string, number>()
  for (const row of news.rest.length > 0 ? olds.rest : []) {
    await job.checkpoint()
    const text = beforeText(row)
    left.set(text, (left.get(text) ?? 0) + 1)
  }
  for (const row of news.rest) {
    await job.checkpoint()
    const text = afterText(row)
    const there = left.get(text) ?? 0
    if (there > 0) left.set(text, there - 1)
    else taken.push(row)
    counts[there > 0 ? 'same' : 'added']++
  }
  if (taken.length === 0) return { table: before, counts }
  const rows = Uint32Array.from(taken).sort()
  return { table: joined(before, { pairs, added }, rows, gone, asOf), counts }
}

/** A record's own number is one column in both, however it is headed. */
function paired(before: Table, after: Table): ReturnType<typeof pairColumns> {
  const found = pairColumns(before.columns, after.columns)
  const old = found.absent.find(({ role }) => role === 'record')
  const own = found.added.find(({ role }) => role === 'record')
  if (!old || !own) return found
  return {
    pairs: [...found.pairs, { before: old, after: own }],
    added: found.added.filter((column) => column !== own),
    absent: found.absent.filter((column) => column !== old),
  }
}

interface Numbered {
  readonly groups: ReadonlyMap<string, readonly RowId[]>
  readonly rest: readonly RowId[]
}

async function byNumber(table: Table, job: Job): Promise<Numbered> {
  const forms = new Array<string>(table.rowCount).fill('')
  const number = columnByRole(table, 'record')
  if (number) await eachForm(number, matchForm, job, (form, row) => (forms[row] = form))
  const groups = new Map<string, RowId[]>()
  const rest: RowId[] = []
  for (const row of table.order) {
    const form = forms[row] ?? ''
    const group = groups.get(form)
    if (form === '') rest.push(row)
    else if (group) group.push(row)
    else groups.set(form, [row])
  }
  return { groups, rest }
}

/** Rows of one record, in whatever order. */
function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false
  const sorted = [...b].sort()
  return [...a].sort().every((text, at) => text === sorted[at])
}

function joined(
  before: Table,
  { pairs, added }: Pick<ReturnType<typeof pairColumns>, 'pairs' | 'added'>,
  rows: Uint32Array,
  gone: ReadonlySet<RowId>,
  asOf: string,
): Table {
  const newer = new Map(pairs.map((pair) => [pair.before, pair.after]))
  const stay = before.order.filter((row) => !gone.has(row))
  const order = new Uint32Array(stay.length + rows.length)
  order.set(stay)
  rows.forEach((_, at) => (order[stay.length + at] = before.rowCount + at))
  return {
    ...before,
    rowCount: before.rowCount + rows.length,
    order,
    columns: [
      ...before.columns.map((column) => appended(column, newer.get(column) ?? null, rows, asOf)),
      ...added.map((column) => ({
        ...prefixed(column, before.rowCount, rows),
        id: newId('c'),
      })),
    ],
  }
}
