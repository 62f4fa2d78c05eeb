import { newId } from '../core/id.ts'
import type { ColumnId } from '../table/column.ts'
import { sameName } from '../table/pairColumns.ts'
import type { Table } from '../table/table.ts'

/**
 * A newly imported table in the place of another: columns of the same name take over its ids, so that the scheme,
 * the undo history and what refers to a column go on. Other columns keep clear of the old ids.
 */
export function replacingTable(table: Table, before: Table): Table {
  const free = [...before.columns]
  const ids = new Map<ColumnId, ColumnId>()
  for (const column of table.columns) {
    const place = free.findIndex((old) => sameName(old, column))
    const [old] = place < 0 ? [] : free.splice(place, 1)
    ids.set(column.id, old?.id ?? newId('c'))
  }
  return {
    ...table,
    key: table.key === null ? null : (ids.get(table.key) ?? null),
    columns: table.columns.map((column) => ({ ...column, id: ids.get(column.id) ?? column.id })),
  }
}
