import { lengthOf } from './cell.ts'
import type { Column, RowId, TextColumn } from './column.ts'
import { writeCell } from './parse/cell.ts'
import { type CustomerKey, type Table, columnById } from './table.ts'

/** Names a customer outside the table: the key column's text, else `#` and the row id. */
export function customerKey(table: Table, row: RowId): CustomerKey {
  const column = keyColumn(table)
  return (column && writeCell(column, row)) || `#${row}`
}

function keyColumn(table: Table): Column | undefined {
  return table.key === null ? undefined : columnById(table, table.key)
}

/** Every living customer's row by key; of doubles the first in sheet order. 100,000 strings: for a few, `rowsOfKeys`. */
export function keyIndex(table: Table): Map<CustomerKey, RowId> {
  const column = keyColumn(table)
  const index = new Map<CustomerKey, RowId>()
  for (const row of table.order) {
    const key = (column && writeCell(column, row)) || `#${row}`
    if (!index.has(key)) index.set(key, row)
  }
  return index
}

/** The living rows of some keys, without naming all the others. Keys that are gone are not in the answer. */
export function rowsOfKeys(table: Table, keys: Iterable<CustomerKey>): Map<CustomerKey, RowId> {
  const wanted = new Set(keys)
  const found = new Map<CustomerKey, RowId>()
  if (wanted.size === 0) return found
  const column = keyColumn(table)
  const candidates = column?.type === 'text' ? candidatesOf(column, wanted) : null
  for (const row of table.order) {
    if (candidates && candidates[row] === 0) continue
    const key = (column && writeCell(column, row)) || `#${row}`
    if (wanted.has(key) && !found.has(key)) {
      found.set(key, row)
      if (found.size === wanted.size) break
    }
  }
  return found
}

/** Rows whose bytes hash like a wanted key, and those that need a closer look: changed, empty or with an original. */
function candidatesOf(column: TextColumn, wanted: ReadonlySet<string>): Uint8Array {
  const hashes = new Set<number>()
  for (const key of wanted) {
    const bytes = new TextEncoder().encode(key)
    hashes.add(hash(bytes, 0, bytes.length))
  }
  const count = lengthOf(column)
  const rows = new Uint8Array(count)
  const { bytes, starts, originals } = column
  for (let row = 0; row < count; row++) {
    const from = starts[row] ?? 0
    const to = starts[row + 1] ?? from
    if (from === to || originals?.codes[row] || hashes.has(hash(bytes, from, to))) rows[row] = 1
  }
  for (const row of column.changed.keys()) rows[row] = 1
  return rows
}

/** FNV-1a, 32 bits. */
function hash(bytes: Uint8Array, from: number, to: number): number {
  let value = 0x811c9dc5
  for (let i = from; i < to; i++) value = Math.imul(value ^ (bytes[i] ?? 0), 0x01000193)
  return value
}
