import type { Steps } from '../core/steps.ts'
import { radixOrder } from './radixOrder.ts'
import type { Ranks } from './ranks.ts'

/** Rows are put in the order of these; missing ones come last in both directions. */
export interface SortKey {
  readonly ranks: Ranks
  readonly descending: boolean
}

/**
 * The rows in the order of the first key, equal ones in that of the second and so on, those equal in all as they came. Ranks of
 * several keys that fit into 32 bits together are sorted as one number.
 */
export function* sortByRanks(
  rows: Uint32Array,
  keys: readonly SortKey[],
): Steps<Uint32Array<ArrayBuffer>> {
  let order = rows.slice()
  for (const part of together(keys)) {
    order = yield* radixOrder(order, packed(order, part), bitsOf(part))
  }
  return order
}

const bitsFor = ({ ranks }: SortKey): number => 32 - Math.clz32(ranks.most)
const bitsOf = (keys: readonly SortKey[]): number =>
  keys.reduce((sum, key) => sum + bitsFor(key), 0)

/** The least important ones first. */
function together(keys: readonly SortKey[]): readonly (readonly SortKey[])[] {
  const parts: SortKey[][] = []
  for (const key of keys.toReversed()) {
    const last = parts.at(-1)
    if (last && bitsOf(last) + bitsFor(key) <= 32) last.unshift(key)
    else parts.push([key])
  }
  return parts
}

/** One number per row: the places under each key, the most important in the highest bits. */
function packed(order: Uint32Array, keys: readonly SortKey[]): Uint32Array<ArrayBuffer> {
  const numbers = new Uint32Array(order.length)
  for (const key of keys) {
    const { places, most } = key.ranks
    const bits = bitsFor(key)
    for (let at = 0; at < order.length; at++) {
      const rank = places[order[at] as number] as number
      const place = rank === 0 ? most : key.descending ? most - rank : rank - 1
      numbers[at] = ((numbers[at] as number) << bits) | place
    }
  }
  return numbers
}
