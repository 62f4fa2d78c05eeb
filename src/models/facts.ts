import type { BehaviourFacts } from './behaviour/facts.ts'
import type { ChurnFacts } from './churn/facts.ts'
import type { ContributionFacts } from './contribution/index.ts'
import type { ModelId } from './figureIds.ts'
import type { InteractionFacts } from './interactions.ts'
import type { LifecycleFacts } from './lifecycle/lifecycle.ts'
import type { PredictionFacts } from './prediction/facts.ts'
import type { RfmFacts } from './rfm/facts.ts'
import type { ServiceFacts } from './service/index.ts'
import type { SurveyFacts } from './survey/survey.ts'
import type { ValueFacts } from './value.ts'

/** What the page of each model shows. A model without a page of its own has none. */
export interface ModelFacts extends Record<ModelId, unknown> {
  behaviour: BehaviourFacts
  contribution: ContributionFacts
  rfm: RfmFacts | null
  lifecycle: LifecycleFacts
  churn: ChurnFacts
  value: ValueFacts
  prediction: PredictionFacts | null
  interactions: InteractionFacts
  service: ServiceFacts
  survey: SurveyFacts
}
