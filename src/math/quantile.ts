import { countPresent, present } from './present.ts'
import { selectMany } from './select.ts'

/**
 * Type-7 quantile (R's default, Excel's PERCENTILE): h = p·(m − 1), x[⌊h⌋] + (h − ⌊h⌋)·(x[⌊h⌋ + 1] − x[⌊h⌋]) on sorted x.
 * NaN = missing, in and out. Source: Hyndman & Fan 1996.
 */
export function quantile(values: Float64Array, p: number): number {
  const found = present(values)
  const h = p * (found.length - 1)
  const low = Math.floor(h)
  const [x = NaN, next = NaN] = selectMany(found, [low, low + 1])
  return h === low ? x : between(x, next, h - low)
}

/** The same on values that are sorted already and hold no NaN. */
export function quantileSorted(sorted: Float64Array, p: number): number {
  const h = p * (sorted.length - 1)
  const low = Math.floor(h)
  const x = sorted[low] ?? NaN
  return h === low ? x : between(x, sorted[low + 1] ?? NaN, h - low)
}

/**
 * The type-7 quantiles at i/k for each i, with h = i·(m − 1)/k: a whole h is met exactly, which i/k·(m − 1) may miss by a
 * last bit (spec/grading.md §2). NaN = missing, in and out.
 */
export function quantileParts(
  values: Float64Array,
  parts: readonly number[],
  k: number,
): Float64Array {
  const count = countPresent(values)
  const places = parts.map((i) => (i * (count - 1)) / k)
  const lows = places.map(Math.floor)
  const ends = selectMany(
    values,
    lows.flatMap((low) => [low, low + 1]),
  )
  return Float64Array.from(places, (h, at) => {
    const low = lows[at] as number
    const x = ends[2 * at] ?? NaN
    return h === low ? x : between(x, ends[2 * at + 1] ?? NaN, h - low)
  })
}

/** The same for one i/k on values that are sorted already and hold no NaN. */
export function partSorted(sorted: Float64Array, i: number, k: number): number {
  const h = (i * (sorted.length - 1)) / k
  const low = Math.floor(h)
  const x = sorted[low] ?? NaN
  return h === low ? x : between(x, sorted[low + 1] ?? NaN, h - low)
}

function between(low: number, high: number, part: number): number {
  return low + part * (high - low)
}
