import { lengthOf } from './cell.ts'
import type { Column, RowId, TextColumn } from './column.ts'
import { eachText } from './eachText.ts'
import { writeCell } from './parse/cell.ts'
import { type CustomerKey, type Table, columnById } from './table.ts'

/**
 * Names a customer outside the table: the key column's text as written, else `#` and the row id. The text, not the value:
 * 8 and 约8 are two customers though a column of numbers reads both as 8, and a cell that could not be read still names
 * its customer.
 */
export function customerKey(table: Table, row: RowId): CustomerKey {
  return keyAt(keyColumn(table), row)
}

/** The same for many rows: the column is looked for once. */
export function customerKeys(table: Table): (row: RowId) => CustomerKey {
  const column = keyColumn(table)
  return (row) => keyAt(column, row)
}

/** The same of all rows by row id, deleted ones too: a text column is decoded in blocks. */
export function allCustomerKeys(table: Table): readonly CustomerKey[] {
  const column = keyColumn(table)
  if (column?.type !== 'text' || column.originals)
    return Array.from({ length: table.rowCount }, (_, row) => keyAt(column, row))
  const keys = new Array<CustomerKey>(table.rowCount).fill('')
  eachText(column, (text, row) => (keys[row] = text || `#${row}`))
  return keys
}

function keyAt(column: Column | undefined, row: RowId): CustomerKey {
  return (column && writeCell(column, row)) || `#${row}`
}

function keyColumn(table: Table): Column | undefined {
  return table.key === null ? undefined : columnById(table, table.key)
}

/**
 * The living rows of some customers, in sheet order, without naming all the others; a key that several rows bear names
 * them all. Keys that nobody bears are not in the answer.
 */
export function rowsOfKeys(
  table: Table,
  keys: Iterable<CustomerKey>,
): ReadonlyMap<CustomerKey, readonly RowId[]> {
  const wanted = new Set(keys)
  const found = new Map<CustomerKey, RowId[]>()
  if (wanted.size === 0) return found
  const column = keyColumn(table)
  const candidates = candidatesOf(table, column, wanted)
  for (const row of table.order) {
    if (candidates && candidates[row] === 0) continue
    const key = keyAt(column, row)
    if (!wanted.has(key)) continue
    const rows = found.get(key)
    if (rows) rows.push(row)
    else found.set(key, [row])
  }
  return found
}

/** 1 for the rows that need a closer look; null = all of them. */
function candidatesOf(
  table: Table,
  column: Column | undefined,
  wanted: ReadonlySet<CustomerKey>,
): Uint8Array | null {
  if (column && column.type !== 'text') return null
  const rows = new Uint8Array(table.rowCount)
  for (const key of wanted) {
    const row = /^#\d+$/.test(key) ? Number(key.slice(1)) : -1
    if (row >= 0 && row < rows.length) rows[row] = 1
  }
  if (column) markTexts(column, wanted, rows)
  return rows
}

/** Rows whose bytes hash like a wanted key, and those that say something else than their bytes. */
function markTexts(column: TextColumn, wanted: ReadonlySet<string>, rows: Uint8Array): void {
  const hashes = new Set<number>()
  for (const key of wanted) {
    const bytes = new TextEncoder().encode(key)
    hashes.add(hash(bytes, 0, bytes.length))
  }
  const { bytes, starts, originals } = column
  for (let row = 0; row < lengthOf(column); row++) {
    const from = starts[row] ?? 0
    const to = starts[row + 1] ?? from
    if (originals?.codes[row] || (from < to && hashes.has(hash(bytes, from, to)))) rows[row] = 1
  }
  for (const row of column.changed.keys()) rows[row] = 1
}

/** FNV-1a, 32 bits. */
function hash(bytes: Uint8Array, from: number, to: number): number {
  let value = 0x811c9dc5
  for (let i = from; i < to; i++) value = Math.imul(value ^ (bytes[i] ?? 0), 0x01000193)
  return value
}
