import { newId } from '../core/id.ts'
import { idsIn } from '../expression/formula/columns.ts'
import { appendMissing, dropLast } from '../table/builder.ts'
import { lengthOf } from '../table/cell.ts'
import type { Column, ColumnId } from '../table/column.ts'
import { sameName } from '../table/pairColumns.ts'
import type { Table } from '../table/table.ts'

/**
 * A newly imported table in the place of another: columns of the same name take over its ids, so that the scheme,
 * the undo history and what refers to a column go on. Other columns keep clear of the old ids. Calculated columns stay,
 * whatever the file says of them, where all that they read is there again.
 */
export function replacingTable(table: Table, before: Table): Table {
  const calculated = before.columns.filter(({ formula }) => formula !== undefined)
  const given = table.columns.filter((column) => !calculated.some((old) => sameName(old, column)))
  const free = before.columns.filter((column) => !calculated.includes(column))
  const ids = new Map<ColumnId, ColumnId>()
  for (const column of given) {
    const place = free.findIndex((old) => sameName(old, column))
    const [old] = place < 0 ? [] : free.splice(place, 1)
    ids.set(column.id, old?.id ?? newId('c'))
  }
  const columns = given.map((column) => ({ ...column, id: ids.get(column.id) ?? column.id }))
  return {
    ...table,
    key: table.key === null ? null : (ids.get(table.key) ?? null),
    columns: [...columns, ...stillCalculated(calculated, columns, table.rowCount)],
  }
}

/** Without cells: these are worked out when the table is taken over. */
function stillCalculated(
  calculated: readonly Column[],
  columns: readonly Column[],
  rowCount: number,
): readonly Column[] {
  const there = new Set([...columns, ...calculated].map(({ id }) => id))
  const lacking = calculated.filter(
    ({ formula = '' }) => !idsIn(formula).every((id) => there.has(id)),
  )
  const kept = calculated.filter((column) => !lacking.includes(column))
  if (lacking.length > 0) return stillCalculated(kept, columns, rowCount)
  return kept.map((column) => appendMissing(dropLast(column, lengthOf(column)), rowCount))
}
