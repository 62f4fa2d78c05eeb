import type { SpendDays } from './spendDays.ts'

/** What the models know of a customer; by row id. Without any purchase: frequency 0, all else NaN. */
export interface History {
  readonly frequency: Float64Array // days with a purchase after the first such day
  readonly recency: Float64Array // days from the first to the last purchase; not the days since the last
  readonly age: Float64Array // days from the first purchase to the as-of day
  readonly monetary: Float64Array // mean of the repeat days' money; NaN where there is none
}

/**
 * Frequency, recency, age and mean spend as BG/NBD and its kin take them (Fader & Hardie 2013, note 025; the summary of
 * Python's `lifetimes`).
 */
export function historyOf({ starts, days, money }: SpendDays, asOf: number): History {
  const count = starts.length - 1
  const blank = () => new Float64Array(count).fill(NaN)
  const frequency = new Float64Array(count)
  const [recency, age, monetary] = [blank(), blank(), blank()]
  for (let row = 0; row < count; row++) {
    const from = starts[row] as number
    const to = starts[row + 1] as number
    if (from === to) continue
    const first = days[from] as number
    frequency[row] = to - from - 1
    recency[row] = (days[to - 1] as number) - first
    age[row] = Math.floor(asOf) - first
    let sum = 0
    let priced = 0
    for (let at = from + 1; at < to; at++) {
      const amount = money[at] as number
      if (Number.isNaN(amount)) continue
      sum += amount
      priced++
    }
    if (priced > 0) monetary[row] = sum / priced
  }
  return { frequency, recency, age, monetary }
}
