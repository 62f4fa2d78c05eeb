import { levelChoices, type Levels } from './levels.ts'
import type { MeasureId } from './measures.ts'
import type { Scale } from './scale.ts'

/** Ascending values of each measure, recency in days; a customer at a cut point is of the class above it. */
export type CutPoints = Readonly<Record<MeasureId, readonly number[]>>

export function cutPointScale(points: readonly number[]): Scale {
  return { edges: Float64Array.from(points), equals: 'above' }
}

export type CutPointFault =
  | { readonly code: 'count'; readonly levels: Levels } // there must be one fewer than levels
  | { readonly code: 'notNumber'; readonly at: number }
  | { readonly code: 'notAscending'; readonly at: number } // this one is not above the one before

/** What is wrong with the cut points of one measure; null = nothing. */
export function cutPointFault(points: readonly number[], levels: Levels): CutPointFault | null {
  if (points.length !== levels - 1) return { code: 'count', levels }
  const odd = points.findIndex((point) => !Number.isFinite(point))
  if (odd >= 0) return { code: 'notNumber', at: odd }
  const falling = points.findIndex((point, at) => at > 0 && point <= (points[at - 1] as number))
  return falling < 0 ? null : { code: 'notAscending', at: falling }
}

/** The levels that three lists of cut points make; null where they do not agree, or make too few or too many. */
export function levelsOf({ recency, frequency, monetary }: CutPoints): Levels | null {
  const levels = levelChoices.find((each) => each === recency.length + 1)
  if (levels === undefined) return null
  const sound = [recency, frequency, monetary].every((points) => !cutPointFault(points, levels))
  return sound ? levels : null
}
