import { AppError } from '../core/error.ts'
import type { ColumnId } from '../table/column.ts'
import { changedCriterion } from './changedCriterion.ts'
import type {
  Aggregation,
  Criterion,
  CriterionId,
  Rule,
  RuleId,
  Scheme,
  Stability,
  StabilityId,
  Tier,
  TierId,
  Tiering,
} from './scheme.ts'
import { dayOf } from './day.ts'
import { rulesOf } from './rules/index.ts'
import { stabilities, stabilityOf } from './stability/index.ts'
import { tierings } from './tiering/index.ts'

/** Edits of a scheme: a new one each time. What cannot be done is `command.invalid` with a reason; nothing has changed then. */

export const fewestTiers = 2
export const mostTiers = 9
export const mostRules = 32 // a bit each in `GradeResult.ruleHits`
const mostBonus = 100

export function addCriterion(
  scheme: Scheme,
  criterion: Criterion,
  at = scheme.criteria.length,
): Scheme {
  if (scheme.criteria.some(({ id }) => id === criterion.id)) refuse('criterion exists')
  checkWeight(criterion.weight)
  return { ...scheme, criteria: scheme.criteria.toSpliced(at, 0, criterion) }
}

export function removeCriterion(scheme: Scheme, id: CriterionId): Scheme {
  return { ...scheme, criteria: scheme.criteria.toSpliced(indexOf(scheme.criteria, id), 1) }
}

export function moveCriterion(scheme: Scheme, id: CriterionId, to: number): Scheme {
  const from = indexOf(scheme.criteria, id)
  const [moved] = scheme.criteria.slice(from, from + 1)
  const rest = scheme.criteria.toSpliced(from, 1)
  const place = Math.max(0, Math.min(rest.length, to))
  return moved ? { ...scheme, criteria: rest.toSpliced(place, 0, moved) } : scheme
}

export function setWeight(scheme: Scheme, id: CriterionId, weight: number): Scheme {
  return setCriterion(scheme, id, { weight })
}

export function setCriterion(
  scheme: Scheme,
  id: CriterionId,
  set: Partial<Omit<Criterion, 'id'>>,
): Scheme {
  const at = indexOf(scheme.criteria, id)
  if (set.weight !== undefined) checkWeight(set.weight)
  const criteria = scheme.criteria.map((old, i) => (i === at ? changedCriterion(old, set) : old))
  return { ...scheme, criteria }
}

/** Rounded and within its limits; refused where its list has another number of entries. */
export function setTiering(scheme: Scheme, tiering: Tiering): Scheme {
  const tidied = tierings.get(tiering.id).tidied(tiering, scheme.tiers.length)
  if (tidied === null) refuse('one number per tier')
  return { ...scheme, tiering: tidied }
}

export function setAggregation(scheme: Scheme, aggregation: Aggregation): Scheme {
  return { ...scheme, aggregation }
}

export function addRule(scheme: Scheme, rule: Rule): Scheme {
  const rules = rulesOf(scheme)
  if (rules.some(({ id }) => id === rule.id)) refuse('rule exists')
  if (rules.length >= mostRules) refuse('most rules')
  checkRule(scheme, rule)
  return { ...scheme, rules: [...rules, rule] }
}

export function setRule(scheme: Scheme, id: RuleId, set: Partial<Omit<Rule, 'id'>>): Scheme {
  const rules = rulesOf(scheme)
  const at = indexOf(rules, id)
  const next = rules.map((rule, i) => (i === at ? { ...rule, ...set } : rule))
  if (set.conditions ?? set.effect) checkRule(scheme, next[at] as Rule)
  return { ...scheme, rules: next }
}

/** Without any rule the scheme is as one that never had any. */
export function removeRule(scheme: Scheme, id: RuleId): Scheme {
  const rules = rulesOf(scheme).toSpliced(indexOf(rulesOf(scheme), id), 1)
  if (rules.length > 0) return { ...scheme, rules }
  const without: { -readonly [K in keyof Scheme]: Scheme[K] } = { ...scheme }
  delete without.rules
  return without
}

export function moveRule(scheme: Scheme, id: RuleId, to: number): Scheme {
  const rules = rulesOf(scheme)
  const from = indexOf(rules, id)
  const rest = rules.toSpliced(from, 1)
  const place = Math.max(0, Math.min(rest.length, to))
  return { ...scheme, rules: rest.toSpliced(place, 0, rules[from] as Rule) }
}

/** Rounded and within its limits; null switches it off. In the order of the registry; without any the scheme is as one that never had any. */
export function setStability(scheme: Scheme, id: StabilityId, set: Stability | null): Scheme {
  const part = stabilities.find(id)
  if (!part || (set !== null && set.id !== id)) refuse('no such stability')
  const tidied = set === null ? null : part.tidied(set)
  if (set !== null && tidied === null) refuse('not a number')
  const others = stabilityOf(scheme).filter((one) => one.id !== id)
  const all = tidied === null ? others : [...others, tidied]
  const { stability: _, ...without } = scheme
  if (all.length === 0) return without
  const stability = stabilities.all.flatMap((one) => all.filter((each) => each.id === one.id))
  return { ...scheme, stability }
}

function checkRule(scheme: Scheme, { conditions, effect }: Rule): void {
  if (conditions.length === 0) refuse('rule without a condition')
  for (const condition of conditions) {
    if (condition.id === 'compare' && !Number.isFinite(condition.value)) refuse('not a number')
    if (condition.id === 'among' && condition.categories.length === 0) refuse('no category')
  }
  if (effect.id === 'bonus' && !(Math.abs(effect.points) <= mostBonus)) refuse('bonus points')
  if ('tier' in effect && !scheme.tiers.some(({ id }) => id === effect.tier)) refuse('no such tier')
}

/** One more tier below all others; its name is the next free letter. */
export function addTier(scheme: Scheme, label = ''): Scheme {
  if (scheme.tiers.length >= mostTiers) refuse('most tiers')
  const taken = new Set(scheme.tiers.flatMap(({ id, name }) => [id, name.toUpperCase()]))
  const name = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].find(
    (letter) => !taken.has(letter) && !taken.has(tierId(letter)),
  )
  if (name === undefined) refuse('most tiers')
  const tier: Tier = { id: tierId(name), name, label }
  const part = tierings.get(scheme.tiering.id)
  return {
    ...scheme,
    tiers: [...scheme.tiers, tier],
    tiering: part.withTier(scheme.tiering, scheme.tiers.length),
  }
}

/** Its customers fall to the tier below; those of the last tier rise to the one above. */
export function removeTier(scheme: Scheme, id: TierId): Scheme {
  if (scheme.tiers.length <= fewestTiers) refuse('fewest tiers')
  const at = indexOf(scheme.tiers, id)
  const part = tierings.get(scheme.tiering.id)
  return {
    ...scheme,
    tiers: scheme.tiers.toSpliced(at, 1),
    tiering: part.withoutTier(scheme.tiering, at, scheme.tiers.length - 1),
  }
}

export function setTier(scheme: Scheme, id: TierId, set: Partial<Omit<Tier, 'id'>>): Scheme {
  const at = indexOf(scheme.tiers, id)
  const name = set.name?.trim()
  if (name === '') refuse('tier without a name')
  if (name !== undefined && scheme.tiers.some((tier, i) => i !== at && tier.name === name))
    refuse('tier name taken')
  const next = name === undefined ? set : { ...set, name }
  return {
    ...scheme,
    tiers: scheme.tiers.map((tier, i) => (i === at ? { ...tier, ...next } : tier)),
  }
}

export function setAsOf(scheme: Scheme, asOf: string): Scheme {
  if (Number.isNaN(dayOf(asOf))) refuse('not a date')
  return { ...scheme, asOf }
}

export function setValueColumn(scheme: Scheme, column: ColumnId | null): Scheme {
  return { ...scheme, valueColumn: column }
}

export function tierId(name: string): TierId {
  return `t_${name.toLowerCase()}`
}

function indexOf(list: readonly { readonly id: string }[], id: string): number {
  const at = list.findIndex((entry) => entry.id === id)
  return at < 0 ? refuse('not found') : at
}

function checkWeight(weight: number): void {
  if (!(weight >= 0 && Number.isFinite(weight))) refuse('weight')
}

function refuse(reason: string): never {
  throw new AppError('command.invalid', { reason })
}
