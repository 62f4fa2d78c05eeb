import { countPresent } from '../math/present.ts'
import { quantileParts } from '../math/quantile.ts'
import type { Criterion } from '../scheme/scheme.ts'
import { scorings } from '../scheme/scoring/index.ts'
import { type Effective, unprepared } from '../scheme/scoring/prepared.ts'
import { once } from './once.ts'

type Range = readonly [number, number]

/** Below this many customers each one is worth its place in a picture. */
const fewest = 100

/**
 * The values that a picture of a column is about: all of them, but a side ends at 0.5 % or 99.5 % of the customers where
 * what lies beyond would take more than a third of the picture. One contract of a hundred times the usual size would
 * otherwise push everybody else into one bar.
 */
export const usualRange = once((values: Float64Array): Range => {
  const [min = NaN, low = NaN, high = NaN, max = NaN] = quantileParts(values, [0, 1, 199, 200], 200)
  const half = (high - low) / 2
  if (!(half > 0) || countPresent(values) < fewest) return [min, max]
  return [low - min > half ? low : min, max - high > half ? high : max]
})

/** The same, with the points that were set by hand or can be taken hold of, which may lie beyond the data. */
export function shownRange(found: Criterion, values: Float64Array, effective: Effective): Range {
  const isHeld = found.scoring.id === 'linear' || !isAutomatic(found) || !!found.frozen
  const ends = [...usualRange(values), ...(isHeld ? cornersOf(found, effective) : [])]
  return [Math.min(...ends), Math.max(...ends)]
}

/** Whether anything follows the column, and so may be frozen. */
export function isAutomatic({ scoring, prepare }: Criterion): boolean {
  const part = scorings.get(scoring.id)
  if (part.reads !== 'numbers') return false
  return part.automatic(scoring) || (prepare?.winsorise ?? null) !== null
}

/** Raw values at which the curve bends or jumps. */
export function cornersOf(
  { scoring, prepare }: Criterion,
  { parameters }: Effective,
): readonly number[] {
  const part = scorings.get(scoring.id)
  if (part.reads !== 'numbers') return []
  const corners = part.corners(scoring, parameters).map((x) => unprepared(x, prepare))
  return corners.filter(Number.isFinite) // nothing is left only after days without end
}
