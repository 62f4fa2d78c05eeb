import { sharesOf } from '../../math/shares.ts'
import type { CriterionId } from '../../scheme/scheme.ts'
import { termsOf } from '../terms.ts'
import type { LintSubject } from './lint.ts'

/** Share of each criterion in the whole, for customers that have all values; disabled ones have none. */
export function criterionShares({ scheme, result }: LintSubject): ReadonlyMap<CriterionId, number> {
  const enabled = scheme.criteria.filter((criterion) => criterion.enabled)
  const shares = sharesOf(termsOf(scheme, result.utilities))
  return new Map(enabled.map(({ id }, at) => [id, shares[at] ?? 0]))
}
