const digitBits = 11
const digits = 1 << digitBits
const mask = digits - 1
const lowWord = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 0 : 1

/**
 * Places of the present values from the smallest to the largest; equal values keep their order. NaN = missing, left out.
 * LSD radix sort on the bits of the numbers, so that ties and heavy tails cost nothing extra: 60–90 ms for a million
 * different values where an index sort with a comparator takes 400.
 */
export function sortOrder(values: Float64Array): Uint32Array {
  let from = keysOf(values)
  const count = from.index.length
  let to = room(count)
  const counts = new Uint32Array(digits)
  for (const [word, shift] of [
    ['low', 0],
    ['low', 11],
    ['low', 22],
    ['high', 0],
    ['high', 11],
    ['high', 22],
  ] as const) {
    const keys = from[word]
    counts.fill(0)
    for (let i = 0; i < count; i++) {
      const digit = ((keys[i] as number) >>> shift) & mask
      counts[digit] = (counts[digit] as number) + 1
    }
    // All in one class: nothing to do. Whole numbers skip the three lower passes.
    if (count > 0 && counts[((keys[0] as number) >>> shift) & mask] === count) continue
    let start = 0
    for (let digit = 0; digit < digits; digit++) {
      const size = counts[digit] as number
      counts[digit] = start
      start += size
    }
    scatter(from, to, keys, shift, counts)
    const swap = from
    from = to
    to = swap
  }
  return from.index
}

interface Keys {
  readonly high: Uint32Array
  readonly low: Uint32Array
  readonly index: Uint32Array
}

const room = (count: number): Keys => ({
  high: new Uint32Array(count),
  low: new Uint32Array(count),
  index: new Uint32Array(count),
})

function scatter(from: Keys, to: Keys, keys: Uint32Array, shift: number, starts: Uint32Array) {
  const { high, low, index } = from
  const { high: toHigh, low: toLow, index: toIndex } = to
  for (let i = 0; i < index.length; i++) {
    const digit = ((keys[i] as number) >>> shift) & mask
    const at = starts[digit] as number
    starts[digit] = at + 1
    toHigh[at] = high[i] as number
    toLow[at] = low[i] as number
    toIndex[at] = index[i] as number
  }
}

/** Bits of each number, turned so that unsigned order is numeric order (negative: all flipped, positive: the sign). */
function keysOf(values: Float64Array): Keys {
  let count = 0
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i])) count++
  const keys = room(count)
  const number = new Float64Array(1)
  const words = new Uint32Array(number.buffer)
  let at = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (value !== value) continue
    number[0] = value + 0 // −0 becomes 0, so that they tie
    const high = words[1 - lowWord] as number
    const low = words[lowWord] as number
    const negative = high >>> 31 === 1
    keys.high[at] = negative ? ~high : high ^ 0x80000000
    keys.low[at] = negative ? ~low : low
    keys.index[at++] = i
  }
  return keys
}
