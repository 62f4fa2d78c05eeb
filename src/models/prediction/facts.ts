import type { Forecast } from '../btyd/forecast.ts'
import { meanSpend } from '../btyd/gammaGamma.ts'
import type { Holdout } from '../btyd/holdout.ts'
import type { PurchaseModel } from '../btyd/purchaseModel.ts'

/** What the page of the forecast shows. */
export interface PredictionFacts {
  readonly model: PurchaseModel['id'] | null // null: too few have come back
  readonly parameters: Readonly<Record<string, number>> // of the model, in days
  readonly logLikelihood: number | null
  readonly atEdge: boolean // customers are alike in something, or it is not in the data
  readonly gains: { readonly bgNbd?: number; readonly paretoNbd?: number } // against nobody leaving, 2·ln
  readonly customers: number // who bought
  readonly repeaters: number // of whom there is an estimate
  readonly days: number // ahead
  readonly observed: number // days from the first purchase to the as-of day
  /** Repeat customers by P(alive), in tenths; their expected purchases and value in all. */
  readonly alive: readonly number[]
  readonly active: number // customers expected to be there still: the sum of P(alive)
  readonly purchases: number
  readonly value: number
  readonly unit: string | null
  readonly spend: {
    readonly parameters: { readonly p: number; readonly q: number; readonly v: number }
    readonly mean: number // over all customers
    readonly correlation: number // of spend and frequency: the model takes it for 0
  } | null
  readonly holdout: Holdout | null
}

export function predictionFacts(
  found: Forecast,
  holdout: Holdout | null,
  given: { days: number; observed: number; unit: string | null; priced: boolean },
): PredictionFacts {
  const { choice, spend, customers, repeaters } = found
  const alive = new Array<number>(10).fill(0)
  for (const chance of found.alive) {
    if (Number.isNaN(chance)) continue
    const at = Math.min(9, Math.floor(chance * 10))
    alive[at] = (alive[at] ?? 0) + 1
  }
  return {
    model: choice?.model.id ?? null,
    parameters: { ...choice?.model.parameters },
    logLikelihood: choice?.fit.logLikelihood ?? null,
    atEdge: choice?.fit.atEdge ?? false,
    gains: choice?.gains ?? {},
    customers,
    repeaters,
    days: given.days,
    observed: given.observed,
    alive,
    active: total(found.alive),
    purchases: total(found.purchases),
    value: total(found.value),
    unit: given.unit,
    spend:
      given.priced && spend.id === 'gammaGamma'
        ? {
            parameters: spend.fit.parameters,
            mean: meanSpend(spend.fit.parameters),
            correlation: spend.correlation,
          }
        : null,
    holdout,
  }
}

function total(values: Float64Array): number {
  let sum = 0
  for (const value of values) if (!Number.isNaN(value)) sum += value
  return sum
}
