import type { ModelId } from './figureIds.ts'

/** What the page of each model shows. A model without a page of its own has none. */
export interface ModelFacts extends Record<ModelId, unknown> {
  behaviour: null
}
