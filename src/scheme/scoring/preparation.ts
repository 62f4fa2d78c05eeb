import { type Expression, reference } from '../../expression/expression.ts'
import type { Criterion } from '../scheme.ts'
import { type Bounds, quantileSteps } from './prepared.ts'
import type { WorkbookParameter } from './scoring.ts'
import { scoredQuantile, scoredX } from './workbookX.ts'

export interface PreparationFace {
  readonly parameters: readonly WorkbookParameter[] // bounds, live over `source`
  readonly value: Expression // of `x`, the source's cell
}

/** The workbook face of what is done before scoring: names as in `WorkbookFace`, the column being `source`. Null where nothing is. */
export function preparation(
  { prepare }: Criterion,
  bounds: Bounds | null,
  dated: boolean,
): PreparationFace | null {
  if (!prepare) return null
  const x = scoredX(dated)
  const quantiles = bounds === null ? null : prepare.winsorise
  const within: Expression =
    quantiles === null
      ? x
      : { kind: 'middle', of: [reference('lowBound'), reference('highBound'), x] }
  const bound = (name: string, at: 0 | 1): WorkbookParameter => ({
    kind: 'cell',
    name,
    value: bounds?.[at] ?? NaN,
    formula: scoredQuantile(
      Math.round((quantiles?.[at] ?? 0) * quantileSteps),
      quantileSteps,
      dated,
      'source',
    ),
  })
  return {
    parameters: quantiles === null ? [] : [bound('lowBound', 0), bound('highBound', 1)],
    value: prepare.log ? { kind: 'log', of: within } : within,
  }
}
