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

/** Rules that are on; one whose column or tier is gone rests, and is reported. */
export function hitsOf(table: Table, scheme: Scheme): RuleHits {
  const rules = rulesOf(scheme)
  if (rules.length === 0) return none
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

/** Adds the points of the rules that act on the score. */
export function addBonus(scheme: Scheme, { mask }: RuleHits, score: Float64Array): void {
  rulesOf(scheme).forEach(({ effect }, bit) => {
    const points = effects.get(effect.id).points(effect)
    if (points === 0 || mask.length === 0) return
    for (let row = 0; row < score.length; row++)
      if (isHit(mask[row] as number, bit)) score[row] = (score[row] as number) + points
  })
}

/** All points of the rules for one customer. */
export function bonusOf(scheme: Scheme, mask: number): number {
  return rulesOf(scheme).reduce(
    (sum, { effect }, bit) =>
      isHit(mask, bit) ? sum + effects.get(effect.id).points(effect) : sum,
    0,
  )
}

/** Settled tiers after floor, cap and veto, in that order; the ungraded stay so. Writes `ruled`. */
export function applyRules(
  scheme: Scheme,
  { mask }: RuleHits,
  settled: Uint8Array,
  ruled: Uint8Array,
): void {
  ruled.set(settled)
  if (mask.length === 0) return
  const last = scheme.tiers.length - 1
  const rules = rulesOf(scheme)
  for (const part of effects.all) {
    if (part.acts !== 'tier') continue
    rules.forEach(({ effect }, bit) => {
      if (effect.id !== part.id) return
      const target = scheme.tiers.findIndex(({ id }) => id === tierNamed(effect))
      for (let row = 0; row < ruled.length; row++) {
        const tier = ruled[row] as number
        if (tier !== ungraded && isHit(mask[row] as number, bit))
          ruled[row] = part.tier(tier, target, last)
      }
    })
  }
}

export const isHit = (mask: number, bit: number): boolean => ((mask >>> bit) & 1) === 1
