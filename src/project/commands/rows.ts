import { cellAt } from '../../table/cell.ts'
import type { Change } from '../change.ts'
import type { CommandOf, Plan } from './contract.ts'
import { refuse, tableOf } from './contract.ts'
import { isTypedInto } from './cells.ts'
import { withoutOverrides } from './overrideKeys.ts'

const mostRows = 1_000_000 // that the sheet is built for

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

const mostCells = 200_000 // that one command writes

/**
 * All but the customer number, which names one customer; what is worked out from records stays empty, since those are
 * the other's.
 */
export const duplicateRows: Plan<CommandOf<'duplicateRows'>> = (
  document,
  { table: id, rows: named },
) => {
  const table = tableOf(document, id)
  const sought = new Set(named)
  const rows = [...table.order].filter((row) => sought.has(row))
  if (rows.length === 0) return []
  const columns = table.columns.filter((column) => column.id !== table.key && isTypedInto(column))
  if (rows.length * columns.length > mostCells) refuse('too many cells', { limit: mostCells })
  if (table.order.length + rows.length > mostRows) refuse('too many rows', { limit: mostRows })
  const copies = rows.map((_, at) => table.rowCount + at)
  const after = table.order.lastIndexOf(rows.at(-1) ?? 0) + 1
  const order = new Uint32Array(table.order.length + rows.length)
  order.set(table.order.subarray(0, after))
  order.set(copies, after)
  order.set(table.order.subarray(after), after + rows.length)
  return [
    { kind: 'appendRows', table: id, count: rows.length },
    { kind: 'setOrder', table: id, order },
    ...columns.flatMap((column): Change[] => {
      const cells = rows.map((row) => cellAt(column, row))
      const filled = cells.some(({ value, original }) => value !== null || original !== null)
      return filled ? [{ kind: 'setCells', table: id, column: column.id, rows: copies, cells }] : []
    }),
  ]
}

export const deleteRows: Plan<CommandOf<'deleteRows'>> = (document, { table: id, rows }) => {
  const table = tableOf(document, id)
  const named = new Set(rows)
  const order = table.order.filter((row) => !named.has(row))
  if (order.length === table.order.length) return []
  const gone = [...table.order].filter((row) => named.has(row))
  return [{ kind: 'setOrder', table: id, order }, ...withoutOverrides(document, table, gone, order)]
}
