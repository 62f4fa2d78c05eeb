import { choose, compare, type Expression, number, reference } from '../../expression/expression.ts'
import type { Acting } from './index.ts'

/**
 * The number of the settled tier (from 1) of a graded customer; names as in `StabilityPart`, where `reference` is 0 for a
 * customer without one. Null = nothing acts.
 */
export function settledExpression(acting: readonly Acting[], tiers: number): Expression | null {
  if (acting.length === 0) return null
  const computed = reference('computed')
  const ranges = acting.map(({ part, stability }) => part.workbook(stability, tiers))
  const best: Expression = { kind: 'max', of: ranges.map((range) => range.best) }
  const worst: Expression = { kind: 'min', of: ranges.map((range) => range.worst) }
  return choose(compare('=', reference('reference'), number(0)), computed, {
    kind: 'middle',
    of: [best, computed, worst],
  })
}
