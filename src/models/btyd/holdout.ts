import type { Steps } from '../../core/steps.ts'
import { correlation } from '../../math/correlation.ts'
import { choose, type Wanted } from './choose.ts'
import { historyOf } from './history.ts'
import { patternsOf } from './patterns.ts'
import type { SpendDays } from './spendDays.ts'
import { expectedOf, type PurchaseModel } from './purchaseModel.ts'
import { trackOf, type Track } from './track.ts'

export const frequencies = 8 // 0, 1 … 6, and 7 or more repeat purchases before the split

/** How well the model foretells what is known already: fitted on the days to `split`, compared with those after it. */
export interface Holdout {
  readonly split: number // last day that the fit knows
  readonly days: number // after it
  readonly model: PurchaseModel['id']
  readonly customers: number // who had bought by then
  /** Repeat purchases of all of them after the split. `naive`: each goes on at the rate so far, x/T. */
  readonly actual: number
  readonly expected: number
  readonly naive: number
  /** Mean absolute error per customer, and correlation with what came. */
  readonly error: { readonly expected: number; readonly naive: number }
  readonly correlation: { readonly expected: number; readonly naive: number }
  /** Customers, and their mean purchases after the split, by repeat purchases before it. */
  readonly byFrequency: {
    readonly customers: readonly number[]
    readonly actual: readonly number[]
    readonly expected: readonly number[]
  }
  readonly track: Track
}

/** null: too few came back before the split, or there are no days after it. */
export function* holdoutOf(
  before: SpendDays,
  all: SpendDays,
  split: number,
  end: number,
  wanted: Wanted,
): Steps<Holdout | null> {
  const days = end - split
  if (!(days > 0)) return null
  const history = historyOf(before, split)
  const patterns = patternsOf(history)
  const choice = yield* choose(patterns, wanted)
  if (!choice) return null
  const { model } = choice
  const ofPattern = new Float64Array(patterns.size)
  for (let i = 0; i < patterns.size; i++) {
    const [x, recency, age] = [patterns.frequency[i], patterns.recency[i], patterns.age[i]]
    ofPattern[i] = expectedOf(model, x as number, recency as number, age as number)(days)
    if (i % 1000 === 0) yield
  }
  const count = patterns.of.length
  const none = () => new Float64Array(count).fill(NaN)
  const [actual, expected, naive] = [none(), none(), none()]
  const sums = { actual: 0, expected: 0, naive: 0, offExpected: 0, offNaive: 0 }
  const group = () => new Array<number>(frequencies).fill(0)
  const groups = { customers: group(), actual: group(), expected: group() }
  for (let row = 0; row < count; row++) {
    const pattern = patterns.of[row] as number
    if (pattern < 0) continue
    const x = patterns.frequency[pattern] as number
    const age = patterns.age[pattern] as number
    const came = daysAfter(all, row, split)
    const foretold = ofPattern[pattern] as number
    const asBefore = age > 0 ? (x / age) * days : 0
    actual[row] = came
    expected[row] = foretold
    naive[row] = asBefore
    sums.actual += came
    sums.expected += foretold
    sums.naive += asBefore
    sums.offExpected += Math.abs(foretold - came)
    sums.offNaive += Math.abs(asBefore - came)
    const at = Math.min(x, frequencies - 1)
    groups.customers[at] = (groups.customers[at] ?? 0) + 1
    groups.actual[at] = (groups.actual[at] ?? 0) + came
    groups.expected[at] = (groups.expected[at] ?? 0) + foretold
  }
  const { customers } = patterns
  const mean = (sum: number, at: number) => sum / (groups.customers[at] ?? 0)
  return {
    split,
    days,
    model: model.id,
    customers,
    actual: sums.actual,
    expected: sums.expected,
    naive: sums.naive,
    error: { expected: sums.offExpected / customers, naive: sums.offNaive / customers },
    correlation: {
      expected: correlation(expected, actual),
      naive: correlation(naive, actual),
    },
    byFrequency: {
      customers: groups.customers,
      actual: groups.actual.map(mean),
      expected: groups.expected.map(mean),
    },
    track: yield* trackOf(model, before, all, end),
  }
}

/** Purchase days of a customer after `split`. */
function daysAfter({ starts, days }: SpendDays, row: number, split: number): number {
  let at = starts[row + 1] as number
  while (at > (starts[row] as number) && (days[at - 1] as number) > split) at--
  return (starts[row + 1] as number) - at
}
