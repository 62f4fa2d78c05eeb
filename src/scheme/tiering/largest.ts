import { Spread } from '../../math/kernels/spread.ts'
import { type Largest, largestScores } from '../../math/largestScores.ts'
import type { TieringInput } from './tiering.ts'

/**
 * The lowest score among the best `counts[at]` customers, at least one of whom must be there for the tier to be reached:
 * Infinity for a count of 0. More customers than the count reach it only where scores are equal.
 */
export function lowestOf(
  { score, spread }: TieringInput,
  countsOf: (graded: number) => readonly number[],
): Largest {
  const own = spread?.score === score ? spread : new Spread(score)
  return largestScores(own, (graded) => countsOf(graded).map((count) => Math.min(graded, count)))
}
