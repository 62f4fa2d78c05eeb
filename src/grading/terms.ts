import type { Term } from '../scheme/aggregation/aggregation.ts'
import { groupOf } from '../scheme/groups.ts'
import type { Scheme } from '../scheme/scheme.ts'
import type { Utilities } from './result.ts'

/** The enabled criteria as the aggregation reads them; `utilities` in the same order. */
export function termsOf(scheme: Scheme, utilities: readonly Utilities[]): readonly Term[] {
  const enabled = scheme.criteria.filter((criterion) => criterion.enabled)
  return utilities.map(({ values, present, presentCount }, at) => ({
    utilities: values,
    present,
    weight: enabled[at]?.weight ?? 0,
    ...groupOf(scheme, enabled[at]),
    // A criterion without any value must not take the grade from everybody: it is reported instead.
    required: enabled[at]?.missing.id === 'ungraded' && presentCount > 0,
  }))
}
