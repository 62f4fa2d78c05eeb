import { tierOf } from '../scheme/tiering/assign.ts'

/** The nearest cut-off over a score that can be reached and leads to a better tier; null where there is none. */
export function lowestAbove(score: number, cutoffs: Float64Array): number | null {
  const lowest = cutoffs.reduce(
    (low, cutoff) => (cutoff > score && cutoff <= 100 && cutoff < low ? cutoff : low),
    Infinity,
  )
  return lowest < Infinity && tierOf(lowest, cutoffs) < tierOf(score, cutoffs) ? lowest : null
}
