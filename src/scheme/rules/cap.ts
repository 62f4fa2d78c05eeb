import { choose, number } from '../../expression/expression.ts'
import type { Effect } from '../scheme.ts'
import type { EffectPart } from './rule.ts'

/** Not above the tier it names (封顶). */
export const cap: EffectPart<Extract<Effect, { id: 'cap' }>> = {
  id: 'cap',
  acts: 'tier',
  field: 'tier',
  points: () => 0,
  tier: (tier, target) => Math.max(tier, target),
  workbook: (tier, hits) =>
    hits.length === 0
      ? tier
      : {
          kind: 'max',
          of: [
            tier,
            ...hits.map(({ applies, target }) => choose(applies, number(target), number(1))),
          ],
        },
}
