import type { Steps } from '../../core/steps.ts'
import { type BgNbd, fitBgNbd } from './bgnbd.ts'
import type { Fit } from './fit.ts'
import { fitNbd, type Nbd } from './nbd.ts'
import { fitParetoNbd, type ParetoNbd } from './paretoNbd.ts'
import type { Patterns } from './patterns.ts'
import type { PurchaseModel } from './purchaseModel.ts'

export const leastRepeaters = 10 // below, four parameters are guesswork

/** 5 % point of χ² with the two parameters that say who leaves: a smaller gain of 2·ln L is chance. */
export const telling = 5.991

export interface Choice {
  readonly model: PurchaseModel
  readonly fit: Fit<object>
  /** 2·(ln L − ln L of the NBD, where nobody leaves), of each model that was tried. */
  readonly gains: { readonly bgNbd?: number; readonly paretoNbd?: number }
}

export type Wanted = 'auto' | 'bgNbd' | 'paretoNbd'

/**
 * The model that the data can tell: the one wanted, or BG/NBD, else Pareto/NBD, wherever its likelihood is better than that
 * of the NBD by more than chance; else the NBD. At a boundary (a → 0, b → ∞, s → 0) both become the NBD, and P(alive) would
 * be an invention. null: too few customers have come back.
 */
export function* choose(patterns: Patterns, wanted: Wanted): Steps<Choice | null> {
  if (patterns.repeaters < leastRepeaters) return null
  const nbd = yield* fitNbd(patterns)
  let gains: Choice['gains'] = {}
  for (const id of wanted === 'auto' ? (['bgNbd', 'paretoNbd'] as const) : [wanted]) {
    const fit: Fit<BgNbd> | Fit<ParetoNbd> =
      id === 'bgNbd' ? yield* fitBgNbd(patterns, nbd) : yield* fitParetoNbd(patterns, nbd)
    const gain = 2 * (fit.logLikelihood - nbd.logLikelihood)
    gains = { ...gains, [id]: gain }
    if (gain > telling)
      return { model: { id, parameters: fit.parameters } as PurchaseModel, fit, gains }
  }
  return { model: { id: 'nbd', parameters: nbd.parameters satisfies Nbd }, fit: nbd, gains }
}
