import type { Criterion, Prepare, Scoring } from '../scheme.ts'
import type { Direction } from './scoring.ts'

/** The days after which so much is left; Infinity where nothing may be, to 9 digits after the point. */
export function daysOf(left: number, halfLife: number): number {
  if (left <= 0) return Infinity
  return left >= 1 ? 0 : Math.round(-Math.log2(left) * halfLife * 1e9) / 1e9
}

/**
 * Which way the prepared values go. A criterion's direction is that of its raw values; what has decayed is the less the
 * more days have gone.
 */
export function preparedDirection({
  direction,
  prepare,
}: Pick<Criterion, 'direction'> & { readonly prepare?: Prepare | null | undefined }): Direction {
  if (!prepare?.decay) return direction
  return direction === 'higher' ? 'lower' : 'higher'
}

/** What is left, from nothing to all, as points; `direction` of the prepared values. */
export function pointsOfLeft(direction: Direction): Extract<Scoring, { id: 'linear' }> {
  const [worst, best] = direction === 'higher' ? [0, 1] : [1, 0]
  return { id: 'linear', worst, best }
}
