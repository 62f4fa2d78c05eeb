/** Of the numbers among some values; NaN = there is none. */
export interface Summed {
  readonly count: number
  readonly sum: number
}

/**
 * Sum of the values at these places, all of them where `at` is null. What each addition rounds away is kept (Knuth, TAOCP 2,
 * §4.2.2, theorem B), so that 0.1 ten times is 1.
 */
export function summed(values: Float64Array, at: Uint32Array | null): Summed {
  const length = at ? at.length : values.length
  let count = 0
  let sum = 0
  let lost = 0
  for (let i = 0; i < length; i++) {
    const value = values[at ? (at[i] as number) : i] as number
    if (value !== value) continue // NaN
    count++
    const next = sum + value
    const back = next - sum
    lost += sum - (next - back) + (value - back)
    sum = next
  }
  return { count, sum: sum + lost }
}

/** NaN where there is no number. */
export function extreme(values: Float64Array, at: Uint32Array | null, sign: 1 | -1): number {
  const length = at ? at.length : values.length
  let found = NaN
  for (let i = 0; i < length; i++) {
    const value = values[at ? (at[i] as number) : i] as number
    if (value === value && !(value * sign <= found * sign)) found = value
  }
  return found
}

/** How many different numbers. */
export function distinct(values: Float64Array, at: Uint32Array | null): number {
  const present = (at ? Float64Array.from(at, (row) => values[row] ?? NaN) : values)
    .filter((value) => !Number.isNaN(value))
    .sort()
  let count = 0
  for (let i = 0; i < present.length; i++) if (i === 0 || present[i] !== present[i - 1]) count++
  return count
}
