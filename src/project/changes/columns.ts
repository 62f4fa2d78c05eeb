import { lengthOf } from '../../table/cell.ts'
import { columnById, type Table } from '../../table/table.ts'
import type { Document } from '../document.ts'
import { risen } from '../risen.ts'
import { type Applied, type ChangeOf, tableOf, withTable } from './applied.ts'

export function setColumn(document: Document, change: ChangeOf<'setColumn'>): Applied {
  const table = tableOf(document, change.table)
  const place = table.columns.findIndex((column) => column.id === change.id)
  const before = table.columns[place] ?? null
  if (before === null && change.column === null) throw new Error('setColumn: nothing to remove')
  const columns = table.columns.filter((column) => column.id !== change.id)
  if (change.column !== null) {
    if (change.column.id !== change.id) throw new Error('setColumn: two ids')
    if (lengthOf(change.column) !== table.rowCount) throw new Error('setColumn: another length')
    columns.splice(change.at, 0, risen(change.column, before))
  }
  return {
    next: withTable(document, { ...table, columns }),
    inverse: { ...change, at: before === null ? change.at : place, column: before },
  }
}

export function setKey(document: Document, change: ChangeOf<'setKey'>): Applied {
  const table = tableOf(document, change.table)
  return {
    next: withTable(document, { ...table, key: change.key }),
    inverse: { ...change, key: table.key },
  }
}

export function setTable(document: Document, { id, table }: ChangeOf<'setTable'>): Applied {
  const before = document.tables[id] ?? null
  if (before === null && table === null) throw new Error('setTable: nothing to remove')
  const tables =
    table === null
      ? Object.fromEntries(Object.entries(document.tables).filter(([name]) => name !== id))
      : { ...document.tables, [id]: withRisenColumns(table, before) }
  return {
    next: { ...document, tables },
    inverse: { kind: 'setTable', id, table: before },
  }
}

function withRisenColumns(table: Table, before: Table | null): Table {
  return {
    ...table,
    columns: table.columns.map((column) =>
      risen(column, (before && columnById(before, column.id)) ?? null),
    ),
  }
}
