import { type Table, isWhole } from '../table/table.ts'

const masks = new WeakMap<Uint32Array, Uint8Array>()

/** 1 for each living row id; null where no row was ever deleted, so that loops need not ask. */
export function livingRows(table: Table): Uint8Array | null {
  if (isWhole(table)) return null
  const known = masks.get(table.order)
  if (known?.length === table.rowCount) return known
  const mask = new Uint8Array(table.rowCount)
  for (const row of table.order) mask[row] = 1
  masks.set(table.order, mask)
  return mask
}
