import type { Expression } from '../../expression/expression.ts'
import type { Effect, TierId } from '../scheme.ts'

/** What one kind of rule does (spec/grading.md §5). `bonus` acts on the score, the others on the tier, in the registry's order. */
export interface EffectPart<E extends Effect = Effect> {
  readonly id: E['id']
  readonly acts: 'score' | 'tier'
  /** The one field of the form beside the conditions. */
  readonly field: 'points' | 'tier' | null
  /** Points added to the score; 0 for rules that act on the tier. */
  points(effect: E): number
  /** Tier index after the rule, of a customer in `tier`; `target` = the index of the tier it names. */
  tier(tier: number, target: number, last: number): number
  /** The tier number, from 1, after all hits of this kind; `hits` say whether each rule applies, and its target number. */
  workbook(tier: Expression, hits: readonly WorkbookHit[], last: number): Expression
}

export interface WorkbookHit {
  readonly applies: Expression
  readonly target: number // from 1
}

/** The tier that an effect names. */
export function tierNamed(effect: Effect): TierId | null {
  return 'tier' in effect ? effect.tier : null
}
