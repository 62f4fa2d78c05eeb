import type { CommandOf, Plan } from './contract.ts'
import { refuse, tableOf } from './contract.ts'
import { withoutOverrides } from './overrideKeys.ts'

const mostRows = 1_000_000 // that the sheet is built for

export const insertRows: Plan<CommandOf<'insertRows'>> = (
  document,
  { table: id, before, count },
) => {
  const table = tableOf(document, id)
  if (!Number.isInteger(count) || count < 1) refuse('a count of rows', { count })
  if (table.order.length + count > mostRows) refuse('too many rows', { limit: mostRows })
  const at = before === null ? table.order.length : table.order.indexOf(before)
  if (at < 0) refuse('no such row', { row: before ?? -1 })
  const order = new Uint32Array(table.order.length + count)
  order.set(table.order.subarray(0, at))
  for (let i = 0; i < count; i++) order[at + i] = table.rowCount + i
  order.set(table.order.subarray(at), at + count)
  return [
    { kind: 'appendRows', table: id, count },
    { kind: 'setOrder', table: id, order },
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
