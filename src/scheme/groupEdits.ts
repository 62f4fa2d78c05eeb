import { AppError } from '../core/error.ts'
import type { ColumnId } from '../table/column.ts'
import { groupOf, groupsOf } from './groups.ts'
import type { CriteriaGroup, Criterion, CriterionId, GroupId, Scheme, Tiering } from './scheme.ts'

/** Edits of criteria groups, as those of `edit.ts`: a new scheme each time, or `command.invalid` with a reason. */

export const mostGroups = 9

export function addGroup(scheme: Scheme, group: CriteriaGroup): Scheme {
  const groups = groupsOf(scheme)
  if (groups.length >= mostGroups) refuse('most groups')
  if (groups.some(({ id }) => id === group.id)) refuse('group exists')
  check(group)
  return { ...scheme, groups: [...groups, group] }
}

export function setGroup(
  scheme: Scheme,
  id: GroupId,
  set: Partial<Omit<CriteriaGroup, 'id'>>,
): Scheme {
  const at = placeOf(scheme, id)
  const groups = groupsOf(scheme).map((group, i) => (i === at ? { ...group, ...set } : group))
  check(groups[at] as CriteriaGroup)
  return { ...scheme, groups }
}

export function moveGroup(scheme: Scheme, id: GroupId, to: number): Scheme {
  const held = settled(scheme)
  const groups = groupsOf(scheme)
  const from = placeOf(scheme, id)
  const rest = groups.toSpliced(from, 1)
  const place = Math.max(0, Math.min(rest.length, to))
  return { ...held, groups: rest.toSpliced(place, 0, groups[from] as CriteriaGroup) }
}

/** Its criteria go to the group before it, those of the first to the next. Without any group the scheme is a plain one. */
export function removeGroup(scheme: Scheme, id: GroupId): Scheme {
  const at = placeOf(scheme, id)
  const groups = groupsOf(scheme).toSpliced(at, 1)
  const heir = groups[Math.max(0, at - 1)]
  if (!heir) return withoutGroups(scheme)
  const held = settled(scheme)
  return {
    ...held,
    groups,
    criteria: held.criteria.map((one) => (one.group === id ? { ...one, group: heir.id } : one)),
    tiering: withoutAxis(scheme.tiering, id, groups),
  }
}

/** The criterion at a place among those of a group, from 0; beyond the last = at its end. */
export function placeCriterion(
  scheme: Scheme,
  id: CriterionId,
  group: GroupId,
  to: number,
): Scheme {
  placeOf(scheme, group)
  const held = settled(scheme)
  const moved = held.criteria.find((criterion) => criterion.id === id) ?? refuse('not found')
  const rest = held.criteria.filter((criterion) => criterion !== moved)
  const members = rest.filter((criterion) => criterion.group === group)
  const next = members[Math.max(0, to)]
  const last = members.at(-1)
  const at = next ? rest.indexOf(next) : last ? rest.indexOf(last) + 1 : rest.length
  return { ...held, criteria: rest.toSpliced(at, 0, { ...moved, group }) }
}

/**
 * Groups over criteria that had none: `groupFor` says where each belongs. A group weighs what its criteria weigh together,
 * so that nobody's score changes where nothing is missing; an empty one the mean of the others.
 */
export function useGroups(
  scheme: Scheme,
  groups: readonly Pick<CriteriaGroup, 'id' | 'name'>[],
  groupFor: (criterion: Criterion) => GroupId,
): Scheme {
  if (groupsOf(scheme).length > 0) refuse('groups exist')
  const criteria = scheme.criteria.map((one) => ({ ...one, group: groupFor(one) }))
  const weights = groups.map(({ id }) =>
    criteria
      .filter((one) => one.group === id && one.enabled)
      .reduce((sum, { weight }) => sum + weight, 0),
  )
  const filled = weights.filter((weight) => weight > 0)
  const mean = Math.round(filled.reduce((sum, weight) => sum + weight, 0) / (filled.length || 1))
  return {
    ...scheme,
    criteria,
    groups: groups.map(({ id, name }, at) => ({
      id,
      name,
      weight: (weights[at] ?? 0) > 0 ? (weights[at] as number) : mean || 10,
      cap: null,
    })),
  }
}

/** Null = all customers together. */
export function setWithin(scheme: Scheme, column: ColumnId | null): Scheme {
  return column === null ? without(scheme, 'within') : { ...scheme, within: column }
}

function withoutGroups(scheme: Scheme): Scheme {
  const plain = ({ group: _group, ...criterion }: Criterion): Criterion => criterion
  return { ...without(scheme, 'groups'), criteria: scheme.criteria.map(plain) }
}

/** As a scheme that never had it. */
function without(scheme: Scheme, part: 'groups' | 'within'): Scheme {
  const rest: { -readonly [K in keyof Scheme]: Scheme[K] } = { ...scheme }
  Reflect.deleteProperty(rest, part)
  return rest
}

/** Every criterion says its group, so that moving and removing groups takes none along by chance. */
function settled(scheme: Scheme): Scheme {
  const groups = groupsOf(scheme)
  const criteria = scheme.criteria.map((criterion) => {
    const id = groups[groupOf(scheme, criterion).group]?.id
    return id === undefined || id === criterion.group ? criterion : { ...criterion, group: id }
  })
  return { ...scheme, criteria }
}

/** A matrix that went by the group goes by one that it does not go by yet. */
function withoutAxis(tiering: Tiering, id: GroupId, groups: readonly CriteriaGroup[]): Tiering {
  if (tiering.id !== 'matrix') return tiering
  const taken = tiering.axes.flatMap((axis) => (axis.of === 'group' ? [axis.group] : []))
  const free = groups.find((group) => !taken.includes(group.id)) ?? groups[0]
  const [down, across] = tiering.axes.map((axis) =>
    axis.of === 'group' && axis.group === id && free ? { ...axis, group: free.id } : axis,
  )
  return down && across ? { ...tiering, axes: [down, across] } : tiering
}

function check({ name, weight, cap }: CriteriaGroup): void {
  if (name.trim() === '') refuse('group without a name')
  if (!(weight >= 0 && Number.isFinite(weight))) refuse('weight')
  if (cap !== null && !(cap >= 0 && cap <= 100)) refuse('cap')
}

function placeOf(scheme: Scheme, id: GroupId): number {
  const at = groupsOf(scheme).findIndex((group) => group.id === id)
  return at < 0 ? refuse('no such group') : at
}

function refuse(reason: string): never {
  throw new AppError('command.invalid', { reason })
}
