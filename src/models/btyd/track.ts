import type { Steps } from '../../core/steps.ts'
import type { SpendDays } from './spendDays.ts'
import { expectedOfNew, type PurchaseModel } from './purchaseModel.ts'

const mostPoints = 160

/** Repeat purchases of all customers so far, actual and expected, every `every` days from the first purchase on. */
export interface Track {
  readonly from: number // day of the first purchase
  readonly every: number
  readonly actual: readonly number[] // at from + every, from + 2·every …
  readonly expected: readonly number[]
}

/**
 * Of those customers who had bought `before`: E[X(t)] from each one's first day on, without knowing what came (the tracking
 * plot of Fader, Hardie & Lee 2005, fig. 2).
 */
export function* trackOf(
  model: PurchaseModel,
  before: SpendDays,
  all: SpendDays,
  end: number,
): Steps<Track> {
  const { starts, days } = all
  let from = end
  for (let row = 0; row + 1 < before.starts.length; row++) {
    const at = before.starts[row] as number
    if (at < (before.starts[row + 1] as number)) from = Math.min(from, before.days[at] as number)
  }
  const span = end - from
  const begins = new Float64Array(span + 1) // customers by the day of their first purchase
  const repeats = new Float64Array(span + 1)
  for (let row = 0; row + 1 < starts.length; row++) {
    if (before.starts[row] === before.starts[row + 1]) continue
    const first = (before.days[before.starts[row] as number] as number) - from
    begins[first] = (begins[first] as number) + 1
    for (let at = (starts[row] as number) + 1; at < (starts[row + 1] as number); at++) {
      const day = (days[at] as number) - from
      repeats[day] = (repeats[day] as number) + 1
    }
  }
  const every = 7 * Math.max(1, Math.ceil(span / 7 / mostPoints))
  const ofNew = new Float64Array(span + 1).fill(NaN)
  const actual: number[] = []
  const expected: number[] = []
  let done = 0
  for (let day = every, next = 1; day <= span; day += every) {
    while (next <= day) done += repeats[next++] as number
    let sum = 0
    for (let first = 0; first < day; first++) {
      if (begins[first] === 0) continue
      const time = day - first
      if (Number.isNaN(ofNew[time])) ofNew[time] = expectedOfNew(model, time)
      sum += (begins[first] as number) * (ofNew[time] as number)
    }
    actual.push(done)
    expected.push(sum)
    yield
  }
  return { from, every, actual, expected }
}
