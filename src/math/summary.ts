export interface Summary {
  readonly count: number // present values
  readonly missing: number
  readonly min: number // NaN where nothing is present, as are max and mean
  readonly max: number
  readonly sum: number
  readonly mean: number
}

/** One pass over a column; NaN = missing. */
export function summary(values: Float64Array): Summary {
  let count = 0
  let min = Infinity
  let max = -Infinity
  let sum = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (value !== value) continue
    count++
    sum += value
    if (value < min) min = value
    if (value > max) max = value
  }
  const none = count === 0
  return {
    count,
    missing: values.length - count,
    min: none ? NaN : min,
    max: none ? NaN : max,
    sum,
    mean: none ? NaN : sum / count,
  }
}
