import type { History } from './history.ts'

/** What a likelihood needs of the customers: those who bought alike count as one of their number. */
export interface Patterns {
  readonly size: number
  readonly frequency: Float64Array
  readonly recency: Float64Array
  readonly age: Float64Array
  readonly weight: Float64Array // customers of the pattern
  /** Different recencies and ages, and where each pattern's stand among them. */
  readonly times: Float64Array
  readonly recencyAt: Uint32Array
  readonly ageAt: Uint32Array
  /** Pattern per customer, −1 = has not bought. */
  readonly of: Int32Array
  readonly customers: number // who bought
  readonly repeaters: number // who bought on a second day
  /** Customers of a frequency above j, by j. */
  readonly above: Float64Array
}

const mostPurchases = 2 ** 24 // of a customer

/**
 * Linear; times in any unit, frequencies whole. A history that cannot be (last purchase after the end) is left out.
 */
export function patternsOf({ frequency, recency, age }: Omit<History, 'monetary'>): Patterns {
  const count = frequency.length
  const of = new Int32Array(count).fill(-1)
  const times = new Times()
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(2, count * 2)))).fill(-1)
  const mask = slots.length - 1
  const [xs, starts, ends, weights] = [
    new Float64Array(count),
    new Uint32Array(count),
    new Uint32Array(count),
    new Float64Array(count),
  ]
  let size = 0
  let customers = 0
  let repeaters = 0
  let most = 0
  for (let row = 0; row < count; row++) {
    const x = frequency[row] as number
    const t = x > 0 ? (recency[row] as number) : 0
    const end = age[row] as number
    if (!Number.isInteger(x)) continue
    if (!(x >= 0 && x <= mostPurchases && t >= 0 && end >= t && end < Infinity)) continue
    const start = times.placeOf(t)
    const stop = times.placeOf(end)
    let slot =
      (Math.imul(x, 0x9e3779b1) ^ Math.imul(start, 0x85ebca6b) ^ Math.imul(stop, 0xc2b2ae35)) >>> 0
    slot = (slot ^ (slot >>> 15)) & mask
    let at = slots[slot] as number
    while (at >= 0 && !(xs[at] === x && starts[at] === start && ends[at] === stop)) {
      slot = (slot + 1) & mask
      at = slots[slot] as number
    }
    if (at < 0) {
      at = size++
      slots[slot] = at
      xs[at] = x
      starts[at] = start
      ends[at] = stop
    }
    weights[at] = (weights[at] as number) + 1
    of[row] = at
    customers++
    if (x > 0) repeaters++
    if (x > most) most = x
  }
  const all = times.all()
  const timesAt = (places: Uint32Array) =>
    Float64Array.from({ length: size }, (_, i) => all[places[i] as number] as number)
  return {
    size,
    frequency: xs.slice(0, size),
    recency: timesAt(starts),
    age: timesAt(ends),
    weight: weights.slice(0, size),
    times: all,
    recencyAt: starts.slice(0, size),
    ageAt: ends.slice(0, size),
    of,
    customers,
    repeaters,
    above: aboveOf(xs, weights, size, most),
  }
}

function aboveOf(
  xs: Float64Array,
  weights: Float64Array,
  size: number,
  most: number,
): Float64Array {
  const above = new Float64Array(most)
  for (let at = 0; at < size; at++) {
    const x = xs[at] as number
    if (x > 0) above[x - 1] = (above[x - 1] as number) + (weights[at] as number)
  }
  for (let j = most - 2; j >= 0; j--) above[j] = (above[j] as number) + (above[j + 1] as number)
  return above
}

/** Places of different times; whole days by a table, others by a map. */
class Times {
  private readonly found: number[] = []
  private readonly days = new Int32Array(2 ** 15).fill(-1)
  private readonly others = new Map<number, number>()

  placeOf(time: number): number {
    const known = this.days[time] ?? this.others.get(time)
    if (known !== undefined && known >= 0) return known
    const place = this.found.push(time) - 1
    if (this.days[time] === undefined) this.others.set(time, place)
    else this.days[time] = place
    return place
  }

  all(): Float64Array {
    return Float64Array.from(this.found)
  }
}
