import { columnById } from '../../table/table.ts'
import type { ModelInput } from '../model.ts'
import type { PurchaseDays } from '../records/purchaseDays.ts'
import { numbersOf } from '../records/rows.ts'

/** How customers stand on one day, per row id. */
export interface Standing {
  readonly at: number // that day
  readonly count: Float64Array // purchase days until then; NaN = not known
  readonly last: Float64Array // the last of them; NaN = none, or not known
  readonly rhythm: Float64Array // usual gap in days, from three purchase days on; NaN = none
}

/** `rhythm`: whether usual gaps are asked for; they cost most. */
export function standingAt(bought: PurchaseDays, at: number, rhythm = true): Standing {
  const { starts, days, undated } = bought
  const rows = undated.length
  const none = () => new Float64Array(rows).fill(NaN)
  const standing: Standing = { at, count: new Float64Array(rows), last: none(), rhythm: none() }
  for (let row = 0; row < rows; row++) {
    const from = starts[row] ?? 0
    let to = starts[row + 1] ?? 0
    while (to > from && (days[to - 1] ?? NaN) > at) to--
    standing.count[row] = to === from && undated[row] === 1 ? NaN : to - from
    if (to > from) standing.last[row] = days[to - 1] ?? NaN
    if (rhythm) standing.rhythm[row] = usualGap(days, from, to)
  }
  return standing
}

/** Median gap between days from..to; NaN below three days. */
export function usualGap(days: Float64Array, from: number, to: number): number {
  const gaps = to - from - 1
  if (gaps < 2) return NaN
  const found = new Float64Array(gaps)
  for (let at = 0; at < gaps; at++)
    found[at] = (days[from + at + 1] ?? NaN) - (days[from + at] ?? NaN)
  found.sort()
  const middle = gaps >> 1
  const upper = found[middle] ?? NaN
  return gaps % 2 === 1 ? upper : ((found[middle - 1] ?? NaN) + upper) / 2
}

/** From the customers' own list: its last purchase (a day, or days since then) and its number of orders. */
export function standingInList({ customers, own, asOf }: ModelInput): Standing {
  const rows = customers.rowCount
  const dates = own.lastPurchase ? columnById(customers, own.lastPurchase) : undefined
  const orders = own.orderCount ? columnById(customers, own.orderCount) : undefined
  const values = numbersOf(dates)
  const counts = numbersOf(orders)
  const last = new Float64Array(rows).fill(NaN)
  const count = new Float64Array(rows).fill(NaN)
  for (let row = 0; row < rows; row++) {
    const value = values?.[row] ?? NaN
    const day = dates?.type === 'date' ? value : asOf - value
    if (day <= asOf) last[row] = day
    const known = counts?.[row] ?? NaN
    if (known >= 0) count[row] = known
  }
  return { at: asOf, count, last, rhythm: new Float64Array(rows).fill(NaN) }
}
