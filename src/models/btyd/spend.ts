import type { Steps } from '../../core/steps.ts'
import { correlation } from '../../math/correlation.ts'
import type { Fit } from './fit.ts'
import { fitGammaGamma, type GammaGamma, spendingOf } from './gammaGamma.ts'
import type { History } from './history.ts'

export const leastSpenders = 10
export const dependent = 0.3 // a correlation beyond it: the model takes spend and frequency for independent

/** What a purchase is worth, or why that cannot be said. */
export type Spend =
  | { readonly id: 'gammaGamma'; readonly fit: Fit<GammaGamma>; readonly correlation: number }
  | { readonly id: 'few'; readonly spenders: number }
  | { readonly id: 'unbounded'; readonly q: number } // q ≤ 1: the mean over customers would be infinite

export function* spendOf({ frequency, monetary }: History): Steps<Spend> {
  const spending = spendingOf(frequency, monetary)
  const spenders = spending.frequency.length
  if (spenders < leastSpenders) return { id: 'few', spenders }
  const fit = yield* fitGammaGamma(spending)
  const { q } = fit.parameters
  if (q <= 1) return { id: 'unbounded', q }
  return { id: 'gammaGamma', fit, correlation: correlation(spending.frequency, spending.monetary) }
}
