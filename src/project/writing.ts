import type { Job } from '../core/job.ts'
import { cellAt, lengthOf, withCells } from '../table/cell.ts'
import type { Cell, Column, ColumnId, RowId } from '../table/column.ts'
import { dataWriter } from '../table/columnData.ts'
import { contextOf } from '../table/parse/cell.ts'
import { readings } from '../table/parse/index.ts'
import { memoRead } from '../table/parse/memo.ts'
import type { Table } from '../table/table.ts'
import { applyAll } from './apply.ts'
import type { Change } from './change.ts'
import { appended, isSame, isTypedInto } from './commands/cells.ts'
import { columnOf } from './commands/contract.ts'
import { withMovedOverrides } from './commands/overrideKeys.ts'
import type { Document } from './document.ts'

/** What is written into one column, each row once. */
export interface ColumnTexts {
  readonly column: ColumnId
  readonly rows: Uint32Array // row ids; those from the table's end on are appended
  readonly text: (at: number) => string // for rows[at]
}

/** Beyond this a column is exchanged as one piece: a million cells as objects would fill the history. */
export const mostCells = 20_000
const stride = 1024 // cells between two looks at the clock

/**
 * The changes that lay texts into columns of a table, as typing them would, step by step: the job shows how far it is and
 * may be cancelled, nothing has happened then. Columns that are worked out are left alone.
 */
export async function writtenChanges(
  document: Document,
  table: Table,
  writes: readonly ColumnTexts[],
  added: number,
  job: Job,
): Promise<readonly Change[]> {
  const ids = Array.from({ length: added }, (_, at) => table.rowCount + at)
  const before: readonly Change[] = added > 0 ? appended(table, ids) : []
  const grown = applyAll(document, before).next.tables[table.id] ?? table
  const changes = [...before]
  const open = writes.filter(({ column }) => isTypedInto(columnOf(table, column)))
  const total = open.reduce((sum, { rows }) => sum + rows.length, 0)
  let done = 0
  for (const write of open) {
    const column = columnOf(grown, write.column)
    const report = (at: number) => job.checkpoint({ step: 'write', done: done + at, total })
    const change = await columnChange(grown, column, write, document.scheme.asOf, report)
    if (change) changes.push(change)
    done += write.rows.length
  }
  return withMovedOverrides(document, table, changes)
}

async function columnChange(
  table: Table,
  column: Column,
  { rows, text }: ColumnTexts,
  asOf: string,
  report: (at: number) => Promise<void>,
): Promise<Change | null> {
  const read = memoRead(readings.get(column.reading), contextOf(column, asOf))
  const places: RowId[] = []
  const cells: Cell[] = []
  for (let at = 0; at < rows.length; at++) {
    if (at % stride === 0) await report(at)
    const row = rows[at] ?? 0
    const cell = read(text(at))
    if (isSame(cell, cellAt(column, row))) continue
    places.push(row)
    cells.push(cell)
  }
  const { id } = column
  if (places.length === 0) return null
  if (places.length <= mostCells)
    return { kind: 'setCells', table: table.id, column: id, rows: places, cells }
  const at = table.columns.indexOf(column)
  const next = await exchanged(column, places, cells, () => report(rows.length))
  return { kind: 'setColumn', table: table.id, id, at, column: next }
}

/** The column with other cells; of texts the bytes are written anew, since each changed one is kept beside them. */
async function exchanged(
  column: Column,
  rows: readonly RowId[],
  cells: readonly Cell[],
  rest: () => Promise<void>,
): Promise<Column> {
  if (column.type !== 'text') return withCells(column, rows, cells)
  const other = new Uint32Array(lengthOf(column))
  rows.forEach((row, at) => (other[row] = at + 1))
  const writer = dataWriter('text', other.length)
  for (let row = 0; row < other.length; row++) {
    if (row % stride === 0) await rest()
    writer.set(row, cells[(other[row] ?? 0) - 1] ?? cellAt(column, row))
  }
  const data = writer.finish()
  if (data.type !== 'text') throw new Error('texts are written as texts')
  return { ...column, ...data, revision: column.revision + 1 }
}
