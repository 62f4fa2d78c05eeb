import { choose, compare, type Expression, number, reference } from '../../expression/expression.ts'
import type { Acting } from './index.ts'
import { reviewsExpression } from './reviews.ts'

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

/**
 * What is pending of a graded customer that stays in its tier of the reference: the number of the tier that it is on its
 * way to (that of the reference itself = none), and reviews in a row with this one. Null = nothing is ever pending.
 */
export function pendingExpressions(
  acting: readonly Acting[],
  tiers: number,
): { readonly tier: Expression; readonly reviews: Expression } | null {
  if (!acting.some(({ part }) => part.id === 'reviews')) return null
  const computed = reference('computed')
  const band = acting.find(({ part }) => part.id === 'buffer')
  const range = band?.part.workbook(band.stability, tiers)
  const tier: Expression = range
    ? { kind: 'middle', of: [range.best, computed, range.worst] }
    : computed
  return {
    tier,
    reviews: choose(
      compare('<', tier, reference('reference')),
      reviewsExpression('better'),
      reviewsExpression('worse'),
    ),
  }
}
