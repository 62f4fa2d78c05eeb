import { groupOf, groupsOf } from '../../scheme/groups.ts'
import type { GroupId, Scheme } from '../../scheme/scheme.ts'
import type { SetWeights } from '../../scheme/setWeights.ts'
import { presentUtilities } from '../presentUtilities.ts'
import type { Utilities } from '../result.ts'
import type { Weighed } from './helper.ts'

/** What is weighed against each other: all criteria, those of one group, or the groups. */
export type WeightScope =
  | { readonly id: 'all' }
  | { readonly id: 'group'; readonly group: GroupId }
  | { readonly id: 'groups' }

export const sameScope = (a: WeightScope, b: WeightScope): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

/** Those with two things to weigh at least; `all` always. */
export function scopesOf(scheme: Scheme): readonly WeightScope[] {
  const groups = groupsOf(scheme)
  const several = (scope: WeightScope) => itemsOf(scheme, [], scope).length > 1
  return [
    { id: 'all' } as const,
    ...(groups.length > 1 ? [{ id: 'groups' } as const] : []),
    ...groups.map(({ id }) => ({ id: 'group', group: id }) as const).filter(several),
  ]
}

/** `utilities` of the enabled criteria, as in the result. */
export function itemsOf(
  scheme: Scheme,
  utilities: readonly Utilities[],
  scope: WeightScope,
): readonly Weighed[] {
  if (scope.id === 'groups') return groupsOf(scheme).map(({ id }) => ({ id, values: null }))
  const place = groupsOf(scheme).findIndex(({ id }) => scope.id === 'group' && id === scope.group)
  return scheme.criteria
    .filter(({ enabled }) => enabled)
    .flatMap((criterion, at) => {
      if (scope.id === 'group' && groupOf(scheme, criterion).group !== place) return []
      const found = utilities[at]
      return [{ id: criterion.id, values: found ? presentUtilities(found) : null }]
    })
}

/** Sets the weights so that the items have these shares; of all criteria in groups the groups' weights are their sums. */
export function weightsFor(
  scheme: Scheme,
  scope: WeightScope,
  weights: ReadonlyMap<string, number>,
): SetWeights {
  const list = [...weights].map(([id, weight]) => ({ id, weight }))
  if (scope.id === 'groups') return { criteria: [], groups: list }
  const groups = groupsOf(scheme)
  if (scope.id === 'group' || groups.length === 0) return { criteria: list, groups: [] }
  const sums = groups.map(() => 0)
  for (const criterion of scheme.criteria) {
    const { group } = groupOf(scheme, criterion)
    sums[group] = (sums[group] ?? 0) + (criterion.enabled ? (weights.get(criterion.id) ?? 0) : 0)
  }
  const tenth = (sum: number) => Math.round(sum * 10) / 10
  return {
    criteria: list,
    groups: groups.map(({ id }, at) => ({ id, weight: tenth(sums[at] ?? 0) })),
  }
}
