import type { ChurnFacts } from './churn/churn.ts'
import type { ModelId } from './figureIds.ts'
import type { LifecycleFacts } from './lifecycle/lifecycle.ts'
import type { SurveyFacts } from './survey/survey.ts'

/** What the page of each model shows. A model without a page of its own has none. */
export interface ModelFacts extends Record<ModelId, unknown> {
  behaviour: null
  lifecycle: LifecycleFacts
  churn: ChurnFacts
  survey: SurveyFacts
}
