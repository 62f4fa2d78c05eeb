import type { ModelView } from '../../../engine/modelViews.ts'
import type { RfmFacts } from '../../../models/rfm/facts.ts'

/** What RFM came to; null = it did not run. */
export function rfmFactsOf(view: ModelView | null): RfmFacts | null {
  return view?.id === 'rfm' ? view.facts : null
}
