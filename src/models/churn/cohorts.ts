import type { Table } from '../../table/table.ts'
import { periodOf, periodStarts, type Period } from '../records/calendar.ts'
import type { PurchaseDays } from '../records/purchaseDays.ts'

/** Customers by the period of their first purchase, and how many of them bought in each period from then on. */
export interface Cohorts {
  readonly period: Period
  readonly starts: readonly number[] // first days of the periods, the current one last
  readonly active: readonly (readonly number[])[] // by cohort; [0] = its size, [k] = k periods later
  readonly whole: boolean // the current period is over with the as-of date
}

const shown = 13 // a year, and the same month of the year before

/** The latest 13 periods; customers whose first purchase lies before these are in none of the cohorts. */
export function cohortsOf(
  { order }: Table,
  bought: PurchaseDays,
  asOf: number,
  period: Period,
): Cohorts {
  const first = bought.days.reduce((least, day) => Math.min(least, day), asOf)
  const starts = periodStarts(first, asOf, period, shown)
  const count = starts.length - 1
  const active = Array.from({ length: count }, (_, at) => new Array<number>(count - at).fill(0))
  for (const row of order) {
    const from = bought.starts[row] ?? 0
    const to = bought.starts[row + 1] ?? 0
    if (from === to) continue
    const cohort = periodOf(starts, bought.days[from] ?? NaN)
    if (cohort < 0) continue
    const own = active[cohort] as number[]
    let counted = -1
    for (let at = from; at < to; at++) {
      const now = periodOf(starts, bought.days[at] ?? NaN)
      if (now === counted) continue
      counted = now
      own[now - cohort] = (own[now - cohort] ?? 0) + 1
    }
  }
  const whole = starts[count] === asOf + 1
  return { period, starts: [...starts.subarray(0, count)], active, whole }
}
