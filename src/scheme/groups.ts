import type { CriteriaGroup, Criterion, Scheme } from './scheme.ts'

export const groupsOf = (scheme: Scheme): readonly CriteriaGroup[] => scheme.groups ?? []

const single = { group: 0, groupWeight: 1 } as const

/** The place and the weight of the group that a criterion counts to; one of weight 1 where the scheme has no groups. */
export function groupOf(
  scheme: Scheme,
  criterion: Criterion | undefined,
): { readonly group: number; readonly groupWeight: number } {
  const groups = groupsOf(scheme)
  if (groups.length === 0) return single
  const found = groups.findIndex(({ id }) => id === criterion?.group)
  const group = Math.max(0, found)
  return { group, groupWeight: groups[group]?.weight ?? 0 }
}
