import { finish, type ToldSteps } from '../../core/steps.ts'
import { cellAt } from '../../table/cell.ts'
import type { Column, RowId } from '../../table/column.ts'
import { gathered } from '../../table/gather.ts'
import type { Table } from '../../table/table.ts'
import type { Change } from '../change.ts'
import type { Document } from '../document.ts'
import type { CommandOf, Plan } from './contract.ts'
import { refuse, tableOf } from './contract.ts'
import { isTypedInto } from './cells.ts'
import { withoutOverrides } from './overrideKeys.ts'

const mostRows = 1_000_000 // that the sheet is built for
const mostCells = 20_000 // beyond this columns are exchanged as one piece, as in `project/writing`

export const insertRows: Plan<CommandOf<'insertRows'>> = (
  document,
  { table: id, before, count, also = [] },
) => {
  const table = tableOf(document, id)
  const places = [{ before, count }, ...also].map((place) => {
    if (!Number.isInteger(place.count) || place.count < 1)
      refuse('a count of rows', { count: place.count })
    const at = place.before === null ? table.order.length : table.order.indexOf(place.before)
    if (at < 0) refuse('no such row', { row: place.before ?? -1 })
    return { at, count: place.count }
  })
  const total = places.reduce((sum, place) => sum + place.count, 0)
  if (table.order.length + total > mostRows) refuse('too many rows', { limit: mostRows })
  const order = new Uint32Array(table.order.length + total)
  let from = 0 // of the order as it is
  let made = 0
  for (const place of places.sort((a, b) => a.at - b.at)) {
    order.set(table.order.subarray(from, place.at), from + made)
    from = place.at
    for (let i = 0; i < place.count; i++, made++) order[from + made] = table.rowCount + made
  }
  order.set(table.order.subarray(from), from + made)
  return [
    { kind: 'appendRows', table: id, count: total },
    { kind: 'setOrder', table: id, order },
  ]
}

/**
 * All but the customer number, which names one customer; what is worked out from records stays empty, since those are
 * the other's.
 */
export const duplicateRows: Plan<CommandOf<'duplicateRows'>> = (document, { table: id, rows }) => {
  const table = tableOf(document, id)
  return finish(duplicating(table, flagged(table, rows)))
}

export const deleteRows: Plan<CommandOf<'deleteRows'>> = (document, { table: id, rows }) => {
  const table = tableOf(document, id)
  return deleting(document, table, flagged(table, rows))
}

/** 1 for each of these rows, by row id. */
function flagged(table: Table, rows: readonly RowId[]): Uint8Array {
  const flags = new Uint8Array(table.rowCount)
  for (const row of rows) if (row < flags.length) flags[row] = 1
  return flags
}

/** `flags`: 1 for each row that goes, by row id. */
export function deleting(document: Document, table: Table, flags: Uint8Array): readonly Change[] {
  const order = table.order.filter((row) => flags[row] !== 1)
  if (order.length === table.order.length) return []
  return [{ kind: 'setOrder', table: table.id, order }, ...withoutOverrides(document, table, flags)]
}

/** Copies of the flagged rows, below the last of them; column by column. */
export function* duplicating(table: Table, flags: Uint8Array): ToldSteps<readonly Change[]> {
  const { id, order: before, rowCount } = table
  const rows = before.filter((row) => flags[row] === 1)
  if (rows.length === 0) return []
  if (before.length + rows.length > mostRows) refuse('too many rows', { limit: mostRows })
  const after = before.lastIndexOf(rows.at(-1) ?? 0) + 1
  const order = new Uint32Array(before.length + rows.length)
  order.set(before.subarray(0, after))
  order.set(
    rows.map((_, at) => rowCount + at),
    after,
  )
  order.set(before.subarray(after), after + rows.length)
  const changes: Change[] = [
    { kind: 'appendRows', table: id, count: rows.length },
    { kind: 'setOrder', table: id, order },
  ]
  const columns = table.columns.filter((column) => column.id !== table.key && isTypedInto(column))
  const isLong = rows.length * columns.length > mostCells
  for (const [at, column] of columns.entries()) {
    yield { step: 'write', done: at * rows.length, total: columns.length * rows.length }
    const copies = isLong ? columnCopied(table, column, rows) : cellsCopied(table, column, rows)
    if (copies) changes.push(copies)
  }
  return changes
}

function cellsCopied(table: Table, column: Column, from: Uint32Array): Change | null {
  const cells = Array.from(from, (row) => cellAt(column, row))
  const filled = cells.some(({ value, original }) => value !== null || original !== null)
  const rows = cells.map((_, at) => table.rowCount + at)
  return filled ? { kind: 'setCells', table: table.id, column: column.id, rows, cells } : null
}

function columnCopied(table: Table, column: Column, from: Uint32Array): Change {
  const source = new Int32Array(table.rowCount + from.length)
  for (let row = 0; row < table.rowCount; row++) source[row] = row
  source.set(from, table.rowCount)
  const at = table.columns.indexOf(column)
  return {
    kind: 'setColumn',
    table: table.id,
    id: column.id,
    at,
    column: { ...gathered(column, source), revision: column.revision + 1 },
  }
}
