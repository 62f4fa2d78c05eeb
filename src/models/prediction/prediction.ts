import { finishInTurns } from '../../core/steps.ts'
import { columnByRole } from '../../table/table.ts'
import type { Wanted } from '../btyd/choose.ts'
import { diagnose } from '../btyd/diagnosis.ts'
import { forecast } from '../btyd/forecast.ts'
import { historyOf } from '../btyd/history.ts'
import { holdoutOf } from '../btyd/holdout.ts'
import { monthDays } from '../btyd/lifetimeValue.ts'
import { spendDaysOf } from '../btyd/spendDays.ts'
import type { Figure, Model } from '../model.ts'
import { moneyOf } from '../records/orderBook.ts'
import { type PredictionFacts, predictionFacts } from './facts.ts'

export interface PredictionSettings {
  readonly model: Wanted
  readonly months: number // ahead, of 30 days
  readonly discount: number // a year, as a fraction
}

/** Who comes back, how often, and for how much: BG/NBD or Pareto/NBD with Gamma-Gamma. */
export const prediction: Model<PredictionSettings, PredictionFacts | null> = {
  id: 'prediction',
  usual: ['prediction.alive', 'prediction.purchases', 'prediction.value'],
  fields: [
    { kind: 'number', name: 'months', unit: 'months', auto: false, least: 1, most: 60 },
    { kind: 'number', name: 'discount', unit: 'percent', auto: false, least: 0, most: 1 },
    { kind: 'choice', name: 'model', options: ['auto', 'bgNbd', 'paretoNbd'] },
  ],
  defaults: () => ({ model: 'auto', months: 12, discount: 0.1 }),
  usuallyOn: ({ records }) =>
    records.orders !== undefined && columnByRole(records.orders.table, 'when') !== undefined,
  needs: ({ records }) =>
    !records.orders
      ? ['orders']
      : columnByRole(records.orders.table, 'when')
        ? []
        : ['orders.when'],
  reads: () => [],
  async run(input, { model, months, discount }, job) {
    const purchases = await input.purchases(job)
    const table = input.records.orders?.table
    if (!purchases || !table) return { figures: [], facts: null, notes: [] }
    const count = input.customers.rowCount
    const { asOf } = input
    const all = spendDaysOf(purchases, count, asOf)
    await job.checkpoint()
    const horizon = { months, discount: Math.pow(1 + discount, 1 / 12) - 1 }
    const found = await finishInTurns(forecast(historyOf(all, asOf), horizon, model), job)

    const first = all.days.reduce((least, day) => Math.min(least, day), asOf)
    const split = Math.round(asOf - (asOf - first) / 3)
    const before = spendDaysOf(purchases, count, split)
    const holdout = await finishInTurns(holdoutOf(before, all, split, asOf, model), job)

    const priced = moneyOf(table) !== undefined
    const { unit } = purchases
    const figures: Figure[] = [
      { id: 'prediction.alive', reading: 'percent', unit: null, values: found.alive },
      { id: 'prediction.purchases', reading: 'number', unit: null, values: found.purchases },
    ]
    if (priced)
      figures.push(
        { id: 'prediction.spend', reading: 'money', unit, values: found.money },
        { id: 'prediction.value', reading: 'money', unit, values: found.value },
      )
    const days = months * monthDays
    const observed = asOf - first
    return {
      figures,
      facts: predictionFacts(found, holdout, {
        days,
        observed,
        unit: priced ? unit : null,
        priced,
      }),
      notes: diagnose(found, { wanted: model, days, observed, priced }),
    }
  },
}
