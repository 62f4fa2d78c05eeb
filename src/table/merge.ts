import type { Cell, ColumnId, RowId } from './column.ts'

export type MergeId = string

/**
 * One customer who stood in several rows. The rows that went are still in the columns, only no longer in the order, and
 * what was written into the row that stayed is kept beside what stood there: it can be taken apart again.
 */
export interface Merge {
  readonly id: MergeId
  readonly at: string // ISO instant
  readonly keep: RowId
  readonly rows: readonly RowId[] // that went, in sheet order
  readonly after: readonly (RowId | null)[] // per row: the living row that it stood behind; null = it was the first
  readonly cells: readonly MergedCell[] // of the row that stayed
  readonly override: string | null // the customer to whom a tier by hand passed over
}

export interface MergedCell {
  readonly column: ColumnId
  readonly before: Cell
  readonly after: Cell
}

/** Rows that were looked at and are not one customer, by the id of that finding. */
export type Distinct = ReadonlyMap<string, readonly RowId[]>

/** The order without the rows that go, and for each the living row that it stood behind. */
export function orderWithout(
  order: Uint32Array,
  gone: ReadonlySet<RowId>,
): { readonly order: Uint32Array; readonly after: ReadonlyMap<RowId, RowId | null> } {
  const after = new Map<RowId, RowId | null>()
  let last: RowId | null = null
  for (const row of order)
    if (gone.has(row)) after.set(row, last)
    else last = row
  return { order: order.filter((row) => !gone.has(row)), after }
}

/** The order with the rows of a merge where they stood; behind the row that stayed where that place is gone. */
export function orderWith(order: Uint32Array, { keep, rows, after }: Merge): Uint32Array {
  const living = new Set(order)
  const behind = new Map<RowId | null, RowId[]>()
  rows.forEach((row, i) => {
    if (living.has(row)) return
    const place = after[i] ?? null
    const at = place === null || living.has(place) ? place : living.has(keep) ? keep : null
    const there = behind.get(at)
    if (there) there.push(row)
    else behind.set(at, [row])
  })
  const next: RowId[] = [...(behind.get(null) ?? [])]
  for (const row of order) {
    next.push(row)
    const there = behind.get(row)
    if (there) next.push(...there)
  }
  return Uint32Array.from(next)
}
