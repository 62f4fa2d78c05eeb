import { type CutPoints, cutPointScale } from './cutPoints.ts'
import type { Levels } from './levels.ts'
import { type MeasureId, type Measures, measureIds } from './measures.ts'
import { quantileScale } from './quantile.ts'
import { rPackageScale } from './rPackage.ts'
import { classify, type Scale } from './scale.ts'

export type ScoreMethod =
  | { readonly id: 'quantile' }
  | { readonly id: 'cutPoints'; readonly points: CutPoints }
  | { readonly id: 'rPackage' }

/** What one score stands for. */
export interface ScoreClass {
  readonly score: number
  readonly customers: number // 0 = nobody: equal values stay together, or cut points leave it empty
  readonly least: number // of the values of its customers; NaN where there are none
  readonly most: number
}

/** Scores of one measure: 1 to k, k best; 0 = missing. */
export interface MeasureScores {
  readonly scores: Uint8Array // by row id
  readonly scale: Scale
  readonly classes: readonly ScoreClass[] // from score 1 to k
}

export interface Scores extends Readonly<Record<MeasureId, MeasureScores>> {
  readonly levels: Levels
}

/** A short time ago is better than a long one: the classes of recency are counted from the top. */
export function scoresOf(measures: Measures, method: ScoreMethod, levels: Levels): Scores {
  const [recency, frequency, monetary] = measureIds.map((id) =>
    scored(measures[id], scaleOf(id, measures[id], method, levels), levels, id === 'recency'),
  ) as [MeasureScores, MeasureScores, MeasureScores]
  return { levels, recency, frequency, monetary }
}

function scaleOf(id: MeasureId, values: Float64Array, method: ScoreMethod, levels: Levels): Scale {
  if (method.id === 'cutPoints') return cutPointScale(method.points[id])
  return method.id === 'quantile' ? quantileScale(values, levels) : rPackageScale(values, levels)
}

function scored(
  values: Float64Array,
  scale: Scale,
  levels: Levels,
  reversed: boolean,
): MeasureScores {
  const { classes, customers, least, most } = classify(values, scale, levels)
  const scoreOf = (at: number) => (reversed ? levels + 1 - at : at)
  const found = Array.from({ length: levels }, (_, at) => at + 1)
    .map((at): ScoreClass => {
      const none = customers[at] === 0
      return {
        score: scoreOf(at),
        customers: customers[at] ?? 0,
        least: none ? NaN : (least[at] ?? NaN),
        most: none ? NaN : (most[at] ?? NaN),
      }
    })
    .sort((a, b) => a.score - b.score)
  if (reversed)
    for (let row = 0; row < classes.length; row++) {
      const at = classes[row] as number
      if (at > 0) classes[row] = levels + 1 - at
    }
  return { scores: classes, scale, classes: found }
}
