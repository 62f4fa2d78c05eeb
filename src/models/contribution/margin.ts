import type { Job } from '../../core/job.ts'
import type { LinkedRecords } from '../model.ts'
import { orderBookOf } from '../records/orderBook.ts'
import { orderMoney } from '../records/orderMoney.ts'
import { ordersThatCount } from '../records/orders.ts'

export interface Margins {
  readonly values: Float64Array // per customer; NaN: orders, but of none the margin is known
  readonly unknown: number // orders whose margin is not known; they are left out
  readonly total: number
}

/**
 * What is left of the orders: their profit where there is such a column, else what they brought less their cost, else
 * `rate` of it. Refunds take from the money, not from the cost: what came back may not be sold again.
 */
export async function marginsOf(
  records: LinkedRecords,
  customers: number,
  asOf: number,
  rate: number | null,
  job: Job,
): Promise<Margins> {
  const book = await orderBookOf(records, job)
  const profits = await orderMoney(records.table, 'profit', book, job)
  const costs = await orderMoney(records.table, 'cost', book, job)
  const values = new Float64Array(customers)
  const orders = new Uint32Array(customers)
  const known = new Uint32Array(customers)
  let unknown = 0
  for (const at of ordersThatCount(book, asOf)) {
    const customer = book.customers[at] as number
    const refund = book.refunds[at] as number
    const net = (book.amounts[at] as number) - refund
    const candidates = [
      (profits?.[at] ?? NaN) - refund,
      net - (costs?.[at] ?? NaN),
      net * (rate ?? NaN),
    ]
    const margin = candidates.find((value) => !Number.isNaN(value))
    orders[customer] = (orders[customer] as number) + 1
    if (margin === undefined) unknown++
    else {
      values[customer] = (values[customer] as number) + margin
      known[customer] = (known[customer] as number) + 1
    }
  }
  let total = 0
  for (let row = 0; row < customers; row++) {
    const isKnown = orders[row] === 0 || known[row] !== 0
    const value = isKnown ? Math.round((values[row] as number) * 1e6) / 1e6 : NaN
    values[row] = value
    if (isKnown) total += value
  }
  return { values, unknown, total }
}
