import type { Utilities } from './result.ts'

const known = new WeakMap<Float64Array, Float64Array>()

/** Utilities of the values that are there: NaN also where the missing policy filled one in. Kept beside cached utilities. */
export function presentUtilities({ values, present, presentCount }: Utilities): Float64Array {
  const found = known.get(values)
  if (found) return found
  let count = 0
  for (let row = 0; row < values.length; row++) count += +!Number.isNaN(values[row])
  const own =
    count === presentCount ? values : values.map((u, row) => (present[row] === 1 ? u : NaN))
  known.set(values, own)
  return own
}
