import { AppError } from '../core/error.ts'
import { changedCriterion } from './changedCriterion.ts'
import type { ColumnId } from '../table/column.ts'
import type { Criterion, CriterionId, Scheme, Tier, TierId, Tiering } from './scheme.ts'
import { dayOf } from './day.ts'
import { tierings } from './tiering/index.ts'

/** Edits of a scheme: a new one each time. What cannot be done is `command.invalid` with a reason; nothing has changed then. */

export const fewestTiers = 2
export const mostTiers = 9

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

/** Cut-offs within 0..100 to 0.1 and shares within 0..100 %; one entry per tier but the last (quota: the last is the rest). */
export function setTiering(scheme: Scheme, tiering: Tiering): Scheme {
  const list = tiering.id === 'cutoffs' ? tiering.cutoffs : tiering.cumulative
  const length = scheme.tiers.length - (tiering.id === 'cutoffs' ? 1 : 0)
  if (list.length !== length) refuse('one entry per tier')
  if (!list.every(Number.isFinite)) refuse('not a number')
  const within = (value: number, top: number) => Math.min(top, Math.max(0, Math.round(value)))
  if (tiering.id === 'cutoffs') {
    const cutoffs = list.map((cutoff) => within(cutoff * 10, 1000) / 10)
    return { ...scheme, tiering: { id: 'cutoffs', cutoffs } }
  }
  const cumulative = list.map((share, at) => (at === length - 1 ? 10_000 : within(share, 10_000)))
  return { ...scheme, tiering: { id: 'quota', cumulative } }
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
  return { ...scheme, tiers: [...scheme.tiers, tier], tiering: part.withTier(scheme.tiering) }
}

/** Its customers fall to the tier below; those of the last tier rise to the one above. */
export function removeTier(scheme: Scheme, id: TierId): Scheme {
  if (scheme.tiers.length <= fewestTiers) refuse('fewest tiers')
  const at = indexOf(scheme.tiers, id)
  const part = tierings.get(scheme.tiering.id)
  return {
    ...scheme,
    tiers: scheme.tiers.toSpliced(at, 1),
    tiering: part.withoutTier(scheme.tiering, at),
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
