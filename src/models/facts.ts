import type { ModelId } from './figureIds.ts'
import type { PredictionFacts } from './predictionFacts.ts'
import type { ValueFacts } from './value.ts'

/** What the page of each model shows. A model without a page of its own has none. */
export interface ModelFacts extends Record<ModelId, unknown> {
  behaviour: null
  value: ValueFacts
  prediction: PredictionFacts | null
}
