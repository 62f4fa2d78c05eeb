import {
  clamp,
  divide,
  type Expression,
  multiply,
  number,
  reference,
} from '../../expression/expression.ts'
import type { Criterion } from '../scheme.ts'
import { type Bounds, quantileSteps } from './prepared.ts'
import type { WorkbookParameter } from './scoring.ts'
import { scoredQuantile, scoredX } from './workbookX.ts'

export interface PreparationFace {
  readonly parameters: readonly WorkbookParameter[] // bounds, live over `source`; the half-life
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
  const bounded = quantiles === null ? [] : [bound('lowBound', 0), bound('highBound', 1)]
  if (prepare.decay) {
    const halfLife = { name: 'halfLife', value: prepare.decay, formula: null }
    return { parameters: [...bounded, { kind: 'cell', ...halfLife }], value: decayed(within) }
  }
  return { parameters: bounded, value: prepare.log ? { kind: 'log', of: within } : within }
}

/**
 * 2^(−days ÷ half-life) as a power of e, which every sheet and database has; some refuse powers below −745, which are
 * nothing anyway.
 */
function decayed(days: Expression): Expression {
  const power = multiply(number(-Math.LN2), divide(days, reference('halfLife')))
  return { kind: 'exp', of: clamp(power, -700, 0) }
}
