import { largestScores } from '../../math/largestScores.ts'

/**
 * The lowest score among the best `counts[at]` customers, at least one of whom must be there for the tier to be reached:
 * Infinity for a count of 0. More customers than the count reach it only where scores are equal.
 */
export function lowestOf(
  score: Float64Array,
  countsOf: (graded: number) => readonly number[],
): Float64Array {
  return largestScores(score, (graded) => countsOf(graded).map((count) => Math.min(graded, count)))
}
