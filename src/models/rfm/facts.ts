import { cellCount, placeOf } from './cell.ts'
import type { Means } from './eightClasses.ts'
import { type HeatMap, heatMapOf } from './heatMap.ts'
import type { Levels } from './levels.ts'
import { type MeasureId, type Measures, measureIds } from './measures.ts'
import type { ScoreClass, Scores } from './scores.ts'
import type { SegmentRule } from './segment.ts'
import { rulesOf, type Segmentation, type Segments } from './segments.ts'
import type { RfmSettings } from './settings.ts'
import { segmentSummary, type SegmentSummary } from './summary.ts'

/** What the page of RFM shows. Plain data, nothing per customer. */
export interface RfmFacts {
  readonly settings: RfmSettings // as they were used
  readonly source: 'orders' | 'list'
  readonly levels: Levels
  readonly unit: string | null // of money
  readonly customers: number // with all three scores
  readonly classes: Readonly<Record<MeasureId, readonly ScoreClass[]>>
  readonly heatMap: HeatMap
  readonly cells: Uint32Array // customers by combination of scores (`placeOf`)
  readonly segments: readonly SegmentSummary[]
  readonly means: Means | null // of the eight classes
  readonly rules: readonly SegmentRule[] | null // behind the segments; null = the eight classes have none
}

export function factsOf(
  measures: Measures,
  scores: Scores,
  segments: Segments,
  {
    segmentation,
    ...about
  }: Pick<RfmFacts, 'settings' | 'source' | 'unit'> & {
    readonly segmentation: Segmentation
  },
): RfmFacts {
  const { levels } = scores
  const cells = cellsOf(scores)
  const [recency, frequency, monetary] = measureIds.map((id) => scores[id].classes) as [
    readonly ScoreClass[],
    readonly ScoreClass[],
    readonly ScoreClass[],
  ]
  return {
    ...about,
    levels,
    customers: cells.reduce((sum, count) => sum + count, 0),
    classes: { recency, frequency, monetary },
    heatMap: heatMapOf(measures, scores),
    cells,
    segments: segmentSummary(measures, segments),
    means: segments.means,
    rules: segmentation.id === 'eight' ? null : rulesOf(segmentation, levels),
  }
}

function cellsOf({ levels, recency, frequency, monetary }: Scores): Uint32Array {
  const cells = new Uint32Array(cellCount(levels))
  for (let row = 0; row < recency.scores.length; row++) {
    const r = recency.scores[row] as number
    const f = frequency.scores[row] as number
    const m = monetary.scores[row] as number
    if (r === 0 || f === 0 || m === 0) continue
    const place = placeOf(r, f, m, levels)
    cells[place] = (cells[place] as number) + 1
  }
  return cells
}
