import { type CutPoints, cutPointScale } from './cutPoints.ts'
import type { Levels } from './levels.ts'
import { type MeasureId, type Measures, measureIds } from './measures.ts'
import { quantileScale } from './quantile.ts'
import { rPackageScale } from './rPackage.ts'
import { classesOf, type Scale } from './scale.ts'

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
  const scores = classesOf(values, scale)
  const customers = new Uint32Array(levels + 1)
  const least = new Float64Array(levels + 1).fill(Infinity)
  const most = new Float64Array(levels + 1).fill(-Infinity)
  for (let row = 0; row < values.length; row++) {
    const found = scores[row] as number
    if (found === 0) continue
    const score = reversed ? levels + 1 - found : found
    const x = values[row] as number
    scores[row] = score
    customers[score] = (customers[score] as number) + 1
    if (x < (least[score] as number)) least[score] = x
    if (x > (most[score] as number)) most[score] = x
  }
  const classes = Array.from({ length: levels }, (_, at): ScoreClass => {
    const score = at + 1
    const none = customers[score] === 0
    return {
      score,
      customers: customers[score] ?? 0,
      least: none ? NaN : (least[score] ?? NaN),
      most: none ? NaN : (most[score] ?? NaN),
    }
  })
  return { scores, scale, classes }
}
