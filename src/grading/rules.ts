import type { Issue } from '../core/issue.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { fulfilled } from '../scheme/rules/condition.ts'
import { effects, rulesOf } from '../scheme/rules/index.ts'
import { tierNamed } from '../scheme/rules/rule.ts'
import type { Table } from '../table/table.ts'
import { ungraded } from './result.ts'

/** Which rules each customer fulfils, and how many customers fulfil each rule. */
export interface RuleHits {
  /** A bit per rule of the scheme (bit 0 = the first), by row id; empty where there are no rules. */
  readonly mask: Uint32Array
  readonly counts: readonly number[]
  readonly issues: readonly Issue[]
}

const none: RuleHits = { mask: new Uint32Array(0), counts: [], issues: [] }

const kept = new WeakMap<Table, { readonly key: string; readonly hits: RuleHits }>()

/**
 * Rules that are on; one whose column or tier is gone rests, and is reported. Kept for as long as table and rules are the
 * same: a dragged weight changes none of it.
 */
export function hitsOf(table: Table, scheme: Scheme): RuleHits {
  if (rulesOf(scheme).length === 0) return none
  const key = JSON.stringify([rulesOf(scheme), scheme.asOf, scheme.tiers.map(({ id }) => id)])
  const last = kept.get(table)
  if (last?.key === key) return last.hits
  const hits = compute(table, scheme)
  kept.set(table, { key, hits })
  return hits
}

function compute(table: Table, scheme: Scheme): RuleHits {
  const rules = rulesOf(scheme)
  const mask = new Uint32Array(table.rowCount)
  const issues: Issue[] = []
  const counts = rules.map(({ id, enabled, conditions, effect }, bit) => {
    if (!enabled) return 0
    const target = tierNamed(effect)
    if (target !== null && !scheme.tiers.some((tier) => tier.id === target)) {
      issues.push(about(id, 'rule.tierGone', effect.id))
      return 0
    }
    const hits = fulfilled(conditions, table, scheme.asOf)
    if (hits === null) {
      issues.push(about(id, 'rule.columnMissing', effect.id))
      return 0
    }
    let count = 0
    for (let row = 0; row < hits.length; row++) {
      if (hits[row] === 0) continue
      mask[row] = ((mask[row] as number) | (1 << bit)) >>> 0
      count++
    }
    return count
  })
  return { mask, counts, issues }
}

function about(rule: string, code: 'rule.tierGone' | 'rule.columnMissing', effect: string): Issue {
  return { code, level: 'warning', detail: { effect }, about: rule }
}

interface Bonus {
  readonly bits: number
  readonly points: number
}

/** Of the rules that act on the score. */
export function bonusesOf(scheme: Scheme): readonly Bonus[] {
  return rulesOf(scheme).flatMap(({ effect }, bit) => {
    const points = effects.get(effect.id).points(effect)
    return points === 0 ? [] : [{ bits: bitOf(bit), points }]
  })
}

export function addBonuses(
  bonuses: readonly Bonus[],
  { mask }: RuleHits,
  score: Float64Array,
): void {
  for (const { bits, points } of bonuses)
    for (let row = 0; row < mask.length; row++)
      if (((mask[row] as number) & bits) !== 0) score[row] = (score[row] as number) + points
}

/** All points of the rules for one customer. */
export function bonusOf(scheme: Scheme, mask: number): number {
  return rulesOf(scheme).reduce(
    (sum, { effect }, bit) =>
      isHit(mask, bit) ? sum + effects.get(effect.id).points(effect) : sum,
    0,
  )
}

/** Settled tiers after floor, cap and veto, in that order; the ungraded stay so. Written to `ruled`; where no rule acts they are `settled` itself. */
export function applyRules(
  scheme: Scheme,
  { mask }: RuleHits,
  settled: Uint8Array,
  ruled: Uint8Array,
): Uint8Array {
  const last = scheme.tiers.length - 1
  const acting = effects.all
    .filter(({ acts }) => acts === 'tier')
    .flatMap((part) =>
      rulesOf(scheme).flatMap(({ effect }, bit) => {
        const target = scheme.tiers.findIndex(({ id }) => id === tierNamed(effect))
        return effect.id === part.id ? [{ bits: bitOf(bit), part, target }] : []
      }),
    )
  const any = acting.reduce((bits, rule) => bits | rule.bits, 0)
  if (any === 0) return settled
  ruled.set(settled)
  for (let row = 0; row < mask.length; row++) {
    const hits = mask[row] as number
    let tier = ruled[row] as number
    if ((hits & any) === 0 || tier === ungraded) continue
    for (const { bits, part, target } of acting)
      if ((hits & bits) !== 0) tier = part.tier(tier, target, last)
    ruled[row] = tier
  }
  return ruled
}

const bitOf = (bit: number): number => 1 << bit

export const isHit = (mask: number, bit: number): boolean => ((mask >>> bit) & 1) === 1
