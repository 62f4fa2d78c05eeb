import { lengthOf, textAt, valueAt } from '../table/cell.ts'
import type { RowId } from '../table/column.ts'
import { type CustomerKey, type Table, columnById } from '../table/table.ts'

/** The key column's text, else `#` and the row id. */
export function customerKey(table: Table, row: RowId): CustomerKey {
  const column = table.key === null ? undefined : columnById(table, table.key)
  const value = column ? valueAt(column, row) : null
  return value === null ? `#${row}` : String(value)
}

/**
 * Living rows of the given customers, one pass over the table; a key that several rows share names them all. Texts of
 * another length than any of the keys are not decoded.
 */
export function rowsOf(
  table: Table,
  keys: Iterable<CustomerKey>,
): ReadonlyMap<CustomerKey, readonly RowId[]> {
  const found = new Map<CustomerKey, RowId[]>()
  for (const key of keys) found.set(key, [])
  if (found.size === 0) return found
  const column = table.key === null ? undefined : columnById(table, table.key)
  const encoder = new TextEncoder()
  const lengths = new Set([...found.keys()].map((key) => encoder.encode(key).length))
  for (const row of table.order) {
    if (column?.type === 'text' && row < lengthOf(column) && !column.changed.has(row)) {
      const length = (column.starts[row + 1] ?? 0) - (column.starts[row] ?? 0)
      if (length > 0 && !lengths.has(length)) continue
      const text = textAt(column, row)
      found.get(text === '' ? `#${row}` : text)?.push(row)
    } else found.get(customerKey(table, row))?.push(row)
  }
  return found
}
