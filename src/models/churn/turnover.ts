import type { Job } from '../../core/job.ts'
import type { Table } from '../../table/table.ts'
import { periodOf, periodStarts, type Period } from '../records/calendar.ts'
import type { Limits } from '../lifecycle/limits.ts'
import { stageCode, stagesAt } from '../lifecycle/stage.ts'
import { standingAt } from '../lifecycle/standing.ts'
import type { PurchaseDays } from '../records/purchaseDays.ts'
import type { Purchases } from '../records/purchases.ts'
import { churnRate, grossRetention, netRetention, type Revenue } from './rates.ts'

/** What became of customers in one whole period. */
export interface Turnover {
  readonly start: number // its first day
  readonly customers: number // that had bought, and were not lost, when it began
  readonly lost: number // of these, lost when it ended
  readonly churn: number // lost ÷ customers; NaN = there were none
  readonly net: number // amount of the customers of the period before, now ÷ then; NaN = no amounts
  readonly gross: number // the same without what they bought more
}

const periodsBack = 12

/**
 * Whole periods before the as-of date, oldest first, at most 12. A period counts from when somebody can be lost in it: one
 * limit after the first purchase that is known, or else churn would seem to be 0 at the beginning.
 */
export async function turnoverOf(
  { order }: Table,
  bought: PurchaseDays,
  purchases: Purchases,
  limits: Limits,
  asOf: number,
  period: Period,
  job: Job,
): Promise<readonly Turnover[]> {
  const first = bought.days.reduce((least, day) => Math.min(least, day), Infinity)
  if (first === Infinity) return []
  // the period of the day after the as-of date is the first that is not over
  const all = periodStarts(first, asOf + 1, period, periodsBack + 2)
  const starts = all.subarray(0, all.length - 1)
  const revenue = revenues(purchases, bought.undated.length, starts)
  const turnover: Turnover[] = []
  let before: Uint32Array | null = null
  for (let at = 0; at + 1 < starts.length; at++) {
    const start = starts[at] ?? NaN
    const end = starts[at + 1] ?? NaN
    if (start - first < limits.lostDays || at < starts.length - 1 - periodsBack) continue
    const rhythm = limits.by === 'rhythm'
    const from = before ?? stagesAt(standingAt(bought, start - 1, rhythm), limits)
    const to = stagesAt(standingAt(bought, end - 1, rhythm), limits)
    before = to
    let customers = 0
    let lost = 0
    for (const row of order) {
      const code = from[row] ?? 0
      if (code <= stageCode.prospect || code === stageCode.lost) continue
      customers++
      if (to[row] === stageCode.lost) lost++
    }
    const isWhole = (starts[at - 1] ?? NaN) >= first // records may begin within a period
    const money = isWhole ? revenue[at - 1] : undefined
    turnover.push({
      start,
      customers,
      lost,
      churn: churnRate(lost, customers),
      net: money ? netRetention(money) : NaN,
      gross: money ? grossRetention(money) : NaN,
    })
    await job.checkpoint()
  }
  return turnover
}

/** Per pair of periods that follow each other what became of the amount of the customers of the first. */
function revenues(
  { customers, days, amounts }: Purchases,
  rows: number,
  starts: Float64Array,
): readonly Revenue[] {
  const count = Math.max(0, starts.length - 1)
  const spent = Array.from({ length: count }, () => new Float64Array(rows))
  for (let at = 0; at < customers.length; at++) {
    const customer = customers[at] ?? -1
    const own = spent[periodOf(starts, days[at] ?? NaN)]
    if (customer < 0 || !own) continue
    own[customer] = (own[customer] ?? 0) + (amounts[at] || 0)
  }
  return spent.slice(1).map((now, at) => revenueBetween(spent[at] as Float64Array, now))
}

function revenueBetween(then: Float64Array, now: Float64Array): Revenue {
  let [start, expansion, contraction, churned] = [0, 0, 0, 0]
  for (let row = 0; row < then.length; row++) {
    const before = then[row] ?? 0
    if (before <= 0) continue // credit notes alone are no amount to keep
    const after = Math.max(0, now[row] ?? 0)
    start += before
    if (after === 0) churned += before
    else if (after > before) expansion += after - before
    else contraction += before - after
  }
  return { start, expansion, contraction, churned }
}
