import { sharesOf } from '../math/shares.ts'
import type { CriteriaGroup, Criterion, Scheme } from './scheme.ts'

export const groupsOf = (scheme: Scheme): readonly CriteriaGroup[] => scheme.groups ?? []

const single = { group: 0, groupWeight: 1, groupCap: null } as const

/** The criteria as shares are made of them. */
const weighed = (scheme: Scheme, criteria: readonly Criterion[]) =>
  criteria.map((criterion) => ({ weight: criterion.weight, ...groupOf(scheme, criterion) }))

/** Share of each of these criteria in the whole where nothing is missing, 0..1. */
export const sharesOfCriteria = (scheme: Scheme, criteria: readonly Criterion[]): Float64Array =>
  sharesOf(weighed(scheme, criteria))

/** The place, the weight and the cap of the group that a criterion counts to; one of weight 1 where the scheme has no groups. */
export function groupOf(
  scheme: Scheme,
  criterion: Criterion | undefined,
): {
  readonly group: number
  readonly groupWeight: number
  readonly groupCap: number | null
} {
  const groups = groupsOf(scheme)
  if (groups.length === 0) return single
  const found = groups.findIndex(({ id }) => id === criterion?.group)
  const group = Math.max(0, found)
  const { weight: groupWeight = 0, cap: groupCap = null } = groups[group] ?? {}
  return { group, groupWeight, groupCap }
}
