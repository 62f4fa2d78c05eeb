import type { Job } from '../../core/job.ts'
import type { Purchases } from './purchases.ts'

/** When each customer bought. Several purchases of one day are one purchase day; credit notes are none. */
export interface PurchaseDays {
  readonly starts: Uint32Array // row ids + 1: days of customer c stand from starts[c] to before starts[c + 1]
  readonly days: Float64Array // ascending within a customer, each once
  readonly undated: Uint8Array // 1 = bought on days that are not known
}

const chunk = 20_000 // customers between two looks at the job

/** `rows`: row ids of the customers. Of the same purchases it is made once. Yields. */
export async function purchaseDaysOf(
  purchases: Purchases,
  rows: number,
  job: Job,
): Promise<PurchaseDays> {
  const before = known.get(purchases)
  if (before?.undated.length === rows) return before
  const made = await make(purchases, rows, job)
  known.set(purchases, made)
  return made
}
const known = new WeakMap<Purchases, PurchaseDays>()

async function make(purchases: Purchases, rows: number, job: Job): Promise<PurchaseDays> {
  const { customers, days, amounts } = purchases
  const undated = new Uint8Array(rows)
  const ends = new Uint32Array(rows + 1)
  const counts = (at: number) => (customers[at] ?? -1) >= 0 && !((amounts[at] ?? NaN) < 0)
  for (let at = 0; at < customers.length; at++) {
    if (!counts(at)) continue
    const customer = customers[at] as number
    if (Number.isNaN(days[at])) undated[customer] = 1
    else ends[customer + 1] = (ends[customer + 1] ?? 0) + 1
  }
  for (let row = 0; row < rows; row++) ends[row + 1] = (ends[row + 1] ?? 0) + (ends[row] ?? 0)
  const all = new Float64Array(ends[rows] ?? 0)
  const next = ends.slice()
  for (let at = 0; at < customers.length; at++) {
    const day = days[at] ?? NaN
    if (!counts(at) || Number.isNaN(day)) continue
    const customer = customers[at] as number
    const place = next[customer] ?? 0
    all[place] = day
    next[customer] = place + 1
  }
  await job.checkpoint()
  const starts = new Uint32Array(rows + 1)
  let filled = 0
  for (let row = 0; row < rows; row++) {
    const own = all.subarray(ends[row], ends[row + 1]).sort()
    starts[row] = filled
    // compacted towards the front, which has been read
    for (let at = 0; at < own.length; at++)
      if (at === 0 || own[at] !== all[filled - 1]) all[filled++] = own[at] as number
    if (row % chunk === 0) await job.checkpoint()
  }
  starts[rows] = filled
  return { starts, days: all.subarray(0, filled), undated }
}

/** What was bought for in all, per row id; a customer without purchases has 0, one without known amounts NaN. */
export function amountsOf(purchases: Purchases, rows: number): Float64Array {
  const sums = new Float64Array(rows)
  const state = new Uint8Array(rows) // 1 = bought, 2 = an amount is known
  for (let at = 0; at < purchases.customers.length; at++) {
    const customer = purchases.customers[at] ?? -1
    if (customer < 0) continue
    const amount = purchases.amounts[at] ?? NaN
    if (Number.isNaN(amount)) state[customer] ||= 1
    else {
      state[customer] = 2
      sums[customer] = (sums[customer] ?? 0) + amount
    }
  }
  for (let row = 0; row < rows; row++) if (state[row] === 1) sums[row] = NaN
  return sums
}
