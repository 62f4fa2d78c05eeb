import type { Column, ColumnId } from '../../table/column.ts'
import { columnById, type Table, type TableId } from '../../table/table.ts'
import type { Change } from '../change.ts'
import type { Document } from '../document.ts'

export interface Applied {
  readonly next: Document
  readonly inverse: Change
}

export type ChangeOf<K extends Change['kind']> = Extract<Change, { kind: K }>

export function tableOf(document: Document, id: TableId): Table {
  const table = document.tables[id]
  if (!table) throw new Error(`no table ${id}`)
  return table
}

export function columnOf(table: Table, id: ColumnId): Column {
  const column = columnById(table, id)
  if (!column) throw new Error(`no column ${id} in ${table.id}`)
  return column
}

export function withTable(document: Document, table: Table): Document {
  return { ...document, tables: { ...document.tables, [table.id]: table } }
}
