import type { Steps } from '../../core/steps.ts'
import { choose, type Choice, type Wanted } from './choose.ts'
import { expectedSpend } from './gammaGamma.ts'
import type { History } from './history.ts'
import { discountedPurchases, monthDays } from './lifetimeValue.ts'
import { patternsOf } from './patterns.ts'
import { aliveOf, expectedOf } from './purchaseModel.ts'
import { spendOf, type Spend } from './spend.ts'

export interface Horizon {
  readonly months: number // of 30 days
  readonly discount: number // a month
}

/** What is to be expected of each customer, by row id. NaN: cannot be estimated, as after a single purchase. */
export interface Forecast {
  readonly choice: Choice | null // null: too few have come back, nothing is foretold
  readonly spend: Spend
  readonly customers: number // who bought
  readonly repeaters: number
  readonly alive: Float64Array
  readonly purchases: Float64Array // in the horizon
  readonly money: Float64Array // per purchase
  readonly value: Float64Array // of the horizon's purchases, discounted
}

export function* forecast(history: History, horizon: Horizon, wanted: Wanted): Steps<Forecast> {
  const patterns = patternsOf(history)
  const choice = yield* choose(patterns, wanted)
  const spend = yield* spendOf(history)
  const count = history.frequency.length
  const none = (length: number) => new Float64Array(length).fill(NaN)
  const [alive, purchases, money, value] = [none(count), none(count), none(count), none(count)]
  const { customers, repeaters } = patterns
  const all = { choice, spend, customers, repeaters, alive, purchases, money, value }
  if (!choice) return all

  const days = horizon.months * monthDays
  const [aliveIn, purchasesIn, worthIn] = [
    none(patterns.size),
    none(patterns.size),
    none(patterns.size),
  ]
  for (let i = 0; i < patterns.size; i++) {
    const x = patterns.frequency[i] as number
    if (x === 0) continue
    const [recency, age] = [patterns.recency[i] as number, patterns.age[i] as number]
    const expected = expectedOf(choice.model, x, recency, age)
    aliveIn[i] = aliveOf(choice.model, x, recency, age)
    purchasesIn[i] = expected(days)
    worthIn[i] = discountedPurchases(expected, days, monthDays, horizon.discount)
    if (i % 500 === 0) yield
  }
  for (let row = 0; row < count; row++) {
    const pattern = patterns.of[row] as number
    if (pattern < 0) continue
    const x = patterns.frequency[pattern] as number
    alive[row] = aliveIn[pattern] as number
    purchases[row] = purchasesIn[pattern] as number
    const mean = history.monetary[row] as number
    if (x === 0 || spend.id !== 'gammaGamma' || !(mean > 0)) continue
    money[row] = expectedSpend(spend.fit.parameters, x, mean)
    value[row] = (money[row] as number) * (worthIn[pattern] as number)
  }
  return all
}
