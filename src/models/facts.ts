import type { BehaviourFacts } from './behaviour/facts.ts'
import type { ContributionFacts } from './contribution/index.ts'
import type { ModelId } from './figureIds.ts'
import type { InteractionFacts } from './interactions.ts'
import type { ServiceFacts } from './service/index.ts'

/** What the page of each model shows. A model without a page of its own has none. */
export interface ModelFacts extends Record<ModelId, unknown> {
  behaviour: BehaviourFacts
  contribution: ContributionFacts
  interactions: InteractionFacts
  service: ServiceFacts
}
