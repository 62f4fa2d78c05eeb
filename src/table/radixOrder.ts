import type { Steps } from '../core/steps.ts'

const digitBits = 11
const buckets = 1 << digitBits

/**
 * The rows in the order of their keys, equal ones as they came: least-significant-digit radix sort. `keys[i]` belongs to
 * `rows[i]` and has `bits` bits. Both arrays are given away. A million keys of 20 bits: 15 ms.
 */
export function* radixOrder(
  rows: Uint32Array<ArrayBuffer>,
  keys: Uint32Array<ArrayBuffer>,
  bits: number,
): Steps<Uint32Array<ArrayBuffer>> {
  const count = rows.length
  let [fromRows, fromKeys] = [rows, keys]
  let [toRows, toKeys] = [new Uint32Array(count), new Uint32Array(count)]
  for (let shift = 0; shift < bits; shift += digitBits) {
    const places = placesOf(fromKeys, shift)
    if (places === null) continue
    for (let at = 0; at < count; at++) {
      const key = fromKeys[at] as number
      const digit = (key >>> shift) & (buckets - 1)
      const place = places[digit] as number
      places[digit] = place + 1
      toRows[place] = fromRows[at] as number
      toKeys[place] = key
    }
    ;[fromRows, toRows] = [toRows, fromRows]
    ;[fromKeys, toKeys] = [toKeys, fromKeys]
    yield
  }
  return fromRows
}

/** Where the keys of each digit begin; null where all have the same. */
function placesOf(keys: Uint32Array, shift: number): Uint32Array | null {
  const places = new Uint32Array(buckets)
  for (const key of keys) places[(key >>> shift) & (buckets - 1)]!++
  const first = (keys[0] ?? 0) >>> shift
  if (places[first & (buckets - 1)] === keys.length) return null
  let sum = 0
  for (let digit = 0; digit < buckets; digit++) {
    const here = places[digit] as number
    places[digit] = sum
    sum += here
  }
  return places
}
