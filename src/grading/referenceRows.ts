import { lengthOf, textAt } from '../table/cell.ts'
import { eachText } from '../table/eachText.ts'
import { customerKeys } from '../table/key.ts'
import { columnById, type CustomerKey, type Table } from '../table/table.ts'
import type { Tier } from '../scheme/scheme.ts'
import { noTier, type ReferenceRows } from '../scheme/stability/stability.ts'
import { stateFor, type ReferenceState } from './reference.ts'

/** Per row id of the list: its row in the reference; −1 = a new customer, or a row that is gone. */
export function referencePlaces(table: Table, reference: Table): Int32Array {
  const key = table.key === null ? null : (columnById(table, table.key) ?? null)
  const last = known.get(reference)
  if (last?.key === key && last.order === table.order && last.places.length === table.rowCount)
    return last.places
  const rows = rowsByKey(reference)
  const keyOf = customerKeys(table)
  const places = new Int32Array(table.rowCount).fill(-1)
  for (const row of table.order) places[row] = rows.get(keyOf(row)) ?? -1
  known.set(reference, { key, order: table.order, places })
  return places
}

/** The look-up reads every key, so it is kept for as long as reference, key column and rows stay the same objects. */
const known = new WeakMap<
  Table,
  { readonly key: unknown; readonly order: Uint32Array; readonly places: Int32Array }
>()

/** The first row of each key. */
function rowsByKey(reference: Table): ReadonlyMap<CustomerKey, number> {
  const rows = new Map<CustomerKey, number>()
  const column = reference.key === null ? undefined : columnById(reference, reference.key)
  if (column?.type !== 'text') return rows
  eachText(column, (text, row) => {
    if (!rows.has(text)) rows.set(text, row)
  })
  return rows
}

/** The keys of a reference by row. */
export function referenceKey(reference: Table, row: number): CustomerKey {
  const column = reference.key === null ? undefined : columnById(reference, reference.key)
  return column?.type === 'text' && row < lengthOf(column) ? textAt(column, row) : ''
}

/** The same, and of how many customers something is not known. */
export interface KnownRows extends ReferenceRows {
  readonly tierGone: number
  readonly sinceUnknown: number
}

interface Made {
  readonly places: Int32Array
  readonly tiers: string
  readonly day: number
  readonly rows: KnownRows
}
const made = new WeakMap<Table, Made>()

/** The reference as a review on this day reads it, row by row of the list; null = it is none. Kept while nothing of it changes. */
export function referenceRows(
  table: Table,
  reference: Table,
  tiers: readonly Tier[],
  day: number,
): KnownRows | null {
  const places = referencePlaces(table, reference)
  const ids = JSON.stringify(tiers.map(({ id }) => id))
  const last = made.get(reference)
  if (last?.places === places && last.tiers === ids && last.day === day) return last.rows
  const state = stateFor(reference, day)
  if (!state) return null
  const rows = aligned(places, state, tiers, day)
  made.set(reference, { places, tiers: ids, day, rows })
  return rows
}

function aligned(
  places: Int32Array,
  state: ReferenceState,
  tiers: readonly Tier[],
  day: number,
): KnownRows {
  const indexes = (dictionary: readonly string[]) =>
    Uint8Array.from(dictionary, (word, code) => {
      const at = code === 0 ? -1 : tiers.findIndex(({ id }) => id === word)
      return at < 0 ? noTier : at
    })
  const [tierAt, pendingAt] = [indexes(state.tier.dictionary), indexes(state.pending.dictionary)]
  const tier = new Uint8Array(places.length).fill(noTier)
  const pending = new Uint8Array(places.length).fill(noTier)
  const since = new Float64Array(places.length).fill(NaN)
  const reviews = new Float64Array(places.length)
  let tierGone = 0
  let sinceUnknown = 0
  for (let row = 0; row < places.length; row++) {
    const at = places[row] as number
    if (at < 0 || !state.tier.codes[at]) continue
    tier[row] = tierAt[state.tier.codes[at] ?? 0] ?? noTier
    pending[row] = pendingAt[state.pending.codes[at] ?? 0] ?? noTier
    since[row] = state.since[at] ?? NaN
    reviews[row] = state.reviews[at] ?? 0
    if (tier[row] === noTier) tierGone++
    else if (Number.isNaN(since[row])) sinceUnknown++
  }
  const counted = state.reviewed >= day
  return { tier, pending, since, reviews, counted, tierGone, sinceUnknown }
}
