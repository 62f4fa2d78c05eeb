import { tierOf } from '../scheme/tiering/assign.ts'

/** The nearest cut-off of a better tier that can be reached; null where there is none. */
export function lowestAbove(score: number, cutoffs: Float64Array): number | null {
  if (Number.isNaN(score)) return null
  const better = cutoffs.subarray(0, tierOf(score, cutoffs))
  const lowest = Math.min(...better)
  return lowest <= 100 ? lowest : null
}
