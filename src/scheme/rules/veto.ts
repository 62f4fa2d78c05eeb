import { choose, number } from '../../expression/expression.ts'
import type { Effect } from '../scheme.ts'
import type { EffectPart } from './rule.ts'

/** The last tier, whatever the score (一票否决). */
export const veto: EffectPart<Extract<Effect, { id: 'veto' }>> = {
  id: 'veto',
  acts: 'tier',
  field: null,
  points: () => 0,
  tier: (_tier, _target, last) => last,
  workbook: (tier, hits, last) =>
    hits.length === 0
      ? tier
      : choose({ kind: 'or', of: hits.map(({ applies }) => applies) }, number(last), tier),
}
