import { choose, number } from '../../expression/expression.ts'
import type { Effect } from '../scheme.ts'
import type { EffectPart } from './rule.ts'

/** Not below the tier it names (保底). */
export const floor: EffectPart<Extract<Effect, { id: 'floor' }>> = {
  id: 'floor',
  acts: 'tier',
  field: 'tier',
  points: () => 0,
  tier: (tier, target) => Math.min(tier, target),
  workbook: (tier, hits, last) =>
    hits.length === 0
      ? tier
      : {
          kind: 'min',
          of: [
            tier,
            ...hits.map(({ applies, target }) => choose(applies, number(target), number(last))),
          ],
        },
}
