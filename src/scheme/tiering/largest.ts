import { present } from '../../math/present.ts'
import { selectMany } from '../../math/select.ts'

/**
 * The lowest score among the best `counts[at]` customers, at least one of whom must be there for the tier to be reached:
 * Infinity for a count of 0. More customers than the count reach it only where scores are equal.
 */
export function lowestOf(
  score: Float64Array,
  countsOf: (graded: number) => readonly number[],
): Float64Array {
  const scores = present(score)
  const n = scores.length
  const counts = countsOf(n).map((count) => Math.min(n, count))
  const lowest = selectMany(
    scores,
    counts.map((count) => n - count),
  )
  return Float64Array.from(lowest, (cutoff, at) => (counts[at] === 0 ? Infinity : cutoff))
}
