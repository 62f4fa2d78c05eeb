import { measureIds, type Measures } from './measures.ts'

/** Places in `eightWords`, from 1, by the bits high recency, high frequency, high money (spec/grading.md §7). */
const codeOfBits = Uint32Array.from([
  8, // 000
  4, // 001
  7, // 010
  3, // 011
  6, // 100
  2, // 101
  5, // 110
  1, // 111
])

export interface Means {
  readonly recency: number
  readonly frequency: number
  readonly monetary: number
}

/**
 * High = better than the mean of the customers who have all three measures: fewer days, more purchases, more money. A value
 * at the mean is not better. 0 = missing.
 */
export function eightClasses(measures: Measures): {
  readonly codes: Uint32Array
  readonly means: Means
} {
  const { recency, frequency, monetary } = measures
  const customers = recency.length
  const known = new Uint8Array(customers)
  for (let row = 0; row < customers; row++)
    known[row] = measureIds.every((id) => !Number.isNaN(measures[id][row])) ? 1 : 0
  const r = meanOf(recency, known)
  const f = meanOf(frequency, known)
  const m = meanOf(monetary, known)
  const codes = new Uint32Array(customers)
  for (let row = 0; row < customers; row++) {
    if (known[row] === 0) continue
    const bits =
      (r.mean - (recency[row] as number) > r.slack ? 4 : 0) +
      ((frequency[row] as number) - f.mean > f.slack ? 2 : 0) +
      ((monetary[row] as number) - m.mean > m.slack ? 1 : 0)
    codes[row] = codeOfBits[bits] as number
  }
  return { codes, means: { recency: r.mean, frequency: f.mean, monetary: m.mean } }
}

/** `slack`: what rounding may have done to the mean, so that who is at it is not above it by a last bit. */
function meanOf(values: Float64Array, known: Uint8Array): { mean: number; slack: number } {
  let sum = 0
  let count = 0
  let largest = 0
  for (let row = 0; row < values.length; row++) {
    if (known[row] === 0) continue
    const value = values[row] as number
    sum += value
    count++
    largest = Math.max(largest, Math.abs(value))
  }
  return { mean: count === 0 ? NaN : sum / count, slack: largest * 1e-12 }
}
