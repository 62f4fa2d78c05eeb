import type { Column, ColumnId, RowId } from './column.ts'
import type { Distinct, Merge, MergeId } from './merge.ts'

/** `customers` is always there once something was imported; orders, interactions … join it later. */
export type TableId = string

export interface Table {
  readonly id: TableId
  readonly rowCount: number // length of every column, deleted rows included
  readonly order: Uint32Array // the living rows in sheet order
  readonly key: ColumnId | null // column that names the customer in overrides and on re-import
  readonly columns: readonly Column[]
  /** Cells written by hand since the last import, rows by column: a newer file may not know better. Absent = none. */
  readonly edited?: ReadonlyMap<ColumnId, ReadonlySet<RowId>>
  /** Rows that were merged into others, in the order in which that was done; absent = none. */
  readonly merges?: ReadonlyMap<MergeId, Merge>
  /** Groups that are not suggested as one customer again; absent = none. */
  readonly distinct?: Distinct
}

/** Which rows, in which order: the result of sorting and filtering. Columns stay put. */
export interface RowIndex {
  readonly rows: Uint32Array
}

/** Names a customer outside the table: the key column's text, else `#` and the row id. */
export type CustomerKey = string

export function columnById(table: Table, id: ColumnId): Column | undefined {
  return table.columns.find((column) => column.id === id)
}

export function columnByRole(table: Table, role: Column['role']): Column | undefined {
  return table.columns.find((column) => column.role === role)
}

/** Same table with one column replaced (by id). */
export function withColumn(table: Table, next: Column): Table {
  return {
    ...table,
    columns: table.columns.map((column) => (column.id === next.id ? next : column)),
  }
}

export function isWhole(table: Table): boolean {
  return table.order.length === table.rowCount
}

export type { RowId }
