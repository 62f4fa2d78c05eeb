import type { CriterionId, Scheme } from './scheme.ts'

/** The only criterion whose weight differs between two schemes; null where it is none or several. */
export function movedWeight(before: Scheme, after: Scheme): CriterionId | null {
  const weights = new Map(before.criteria.map(({ id, weight }) => [id, weight]))
  const moved = after.criteria.filter(({ id, weight }) => (weights.get(id) ?? weight) !== weight)
  return moved.length === 1 ? (moved[0]?.id ?? null) : null
}
