import type { Effect } from '../scheme.ts'
import type { EffectPart } from './rule.ts'

/** Points more (or less) on the score, before it is clamped to 0..100. */
export const bonus: EffectPart<Extract<Effect, { id: 'bonus' }>> = {
  id: 'bonus',
  acts: 'score',
  field: 'points',
  points: (effect) => effect.points,
  tier: (tier) => tier,
  workbook: (tier) => tier,
}
