import type { Criterion, Scheme } from './scheme.ts'
import { tierings } from './tiering/index.ts'

/** One change since 保存方案, for the form's footer; `from`, `to` as numbers where there are any. */
export interface SchemeDifference {
  readonly what:
    | 'weight'
    | 'scoring'
    | 'prepare'
    | 'frozen'
    | 'missing'
    | 'direction'
    | 'added'
    | 'removed'
    | 'enabled'
    | 'cutoff'
    | 'tiering'
    | 'aggregation'
    | 'rules'
    | 'stability'
    | 'tiers'
    | 'asOf'
    | 'valueColumn'
    | 'name'
    | 'order'
    | 'groups'
    | 'groupWeight'
    | 'groupCap' // null = none
    | 'group' // of a criterion
    | 'within'
  readonly name: string // of the criterion or tier; '' for the rest
  readonly from: number | null
  readonly to: number | null
}

/** What changed from the kept scheme to the present one, in the order of the form. Empty = nothing. */
export function differencesOf(kept: Scheme, now: Scheme): SchemeDifference[] {
  return [
    ...criteriaDifferences(kept, now),
    ...groupDifferences(kept, now),
    ...(same(kept.aggregation, now.aggregation) ? [] : [plain('aggregation')]),
    ...tierDifferences(kept, now),
    ...((kept.within ?? null) === (now.within ?? null) ? [] : [plain('within')]),
    ...(same(kept.rules ?? [], now.rules ?? []) ? [] : [plain('rules')]),
    ...(same(kept.stability ?? [], now.stability ?? []) ? [] : [plain('stability')]),
    ...(kept.asOf === now.asOf ? [] : [plain('asOf')]),
    ...(kept.valueColumn === now.valueColumn ? [] : [plain('valueColumn')]),
    ...(kept.name === now.name ? [] : [plain('name')]),
  ]
}

function criteriaDifferences(kept: Scheme, now: Scheme): SchemeDifference[] {
  const before = new Map(kept.criteria.map((criterion) => [criterion.id, criterion]))
  const after = new Set(now.criteria.map(({ id }) => id))
  const both = now.criteria.filter(({ id }) => before.has(id)).map(({ id }) => id)
  const was = kept.criteria.filter(({ id }) => after.has(id)).map(({ id }) => id)
  return [
    ...now.criteria.flatMap((criterion) => {
      const old = before.get(criterion.id)
      return old ? ofCriterion(old, criterion) : [plain('added', criterion.name)]
    }),
    ...kept.criteria.filter(({ id }) => !after.has(id)).map(({ name }) => plain('removed', name)),
    ...(same(was, both) ? [] : [plain('order')]),
  ]
}

function ofCriterion(old: Criterion, now: Criterion): SchemeDifference[] {
  const found: SchemeDifference[] = []
  if (old.enabled !== now.enabled)
    found.push({ what: 'enabled', name: now.name, from: +old.enabled, to: +now.enabled })
  if (old.weight !== now.weight)
    found.push({ what: 'weight', name: now.name, from: old.weight, to: now.weight })
  if (!same(old.scoring, now.scoring) || old.column !== now.column)
    found.push(plain('scoring', now.name))
  if (!same(old.prepare ?? null, now.prepare ?? null)) found.push(plain('prepare', now.name))
  if (!same(old.frozen ?? null, now.frozen ?? null))
    found.push({ what: 'frozen', name: now.name, from: +!!old.frozen, to: +!!now.frozen })
  if (old.direction !== now.direction) found.push(plain('direction', now.name))
  if (!same(old.missing, now.missing)) found.push(plain('missing', now.name))
  if (old.name !== now.name) found.push(plain('name', now.name))
  if (old.group && now.group && old.group !== now.group) found.push(plain('group', now.name))
  return found
}

/** Groups that came, went, were renamed or moved are one difference; weights and caps of the rest one each. */
function groupDifferences(kept: Scheme, now: Scheme): SchemeDifference[] {
  const [before, after] = [kept.groups ?? [], now.groups ?? []]
  const names = (groups: typeof before) => groups.map(({ id, name }) => [id, name])
  if (!same(names(before), names(after))) return [plain('groups')]
  return after.flatMap(({ name, weight, cap }, at): SchemeDifference[] => {
    const old = before[at]
    if (!old) return []
    return [
      ...(old.weight === weight
        ? []
        : [{ what: 'groupWeight' as const, name, from: old.weight, to: weight }]),
      ...(old.cap === cap ? [] : [{ what: 'groupCap' as const, name, from: old.cap, to: cap }]),
    ]
  })
}

function tierDifferences(kept: Scheme, now: Scheme): SchemeDifference[] {
  if (!same(kept.tiers, now.tiers))
    return [{ what: 'tiers', name: '', from: kept.tiers.length, to: now.tiers.length }]
  if (same(kept.tiering, now.tiering)) return []
  const part = tierings.get(now.tiering.id)
  const { field } = part
  if (kept.tiering.id !== now.tiering.id || field === null) return [plain('tiering')]
  const lists = [kept.tiering, now.tiering].map((tiering) =>
    part.given(tiering).map((each) => (field.of === 'share' ? each / 100 : each)),
  )
  if (same(lists[0], lists[1])) return [plain('tiering')] // another value column
  const [before = [], after = []] = lists
  return now.tiers.flatMap(({ name }, at) => {
    const [from, to] = [before[at] ?? null, after[at] ?? null]
    return from === to ? [] : [{ what: 'cutoff' as const, name, from, to }]
  })
}

function plain(what: SchemeDifference['what'], name = ''): SchemeDifference {
  return { what, name, from: null, to: null }
}

/** Equal content of plain JSON, whatever the order of keys. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, entry]) => [key, sorted(entry)])
}
