import type { RowId } from '../table/column.ts'
import { columnByRole, columnById, type Table } from '../table/table.ts'
import { coveredCell } from './covering.ts'

/** What to call a customer: its name, else its number, else `#` and its row. */
export function customerName(table: Table, row: RowId): string {
  const named = columnByRole(table, 'name')
  const keyed = table.key === null ? undefined : columnById(table, table.key)
  const texts = [named, keyed].map((column) => (column ? coveredCell(column, row) : ''))
  return texts.find((text) => text !== '') ?? `#${row + 1}`
}
