import type { Job } from '../../core/job.ts'
import type { LinkedRecords } from '../model.ts'
import { isKept, moneyOf, type OrderBook, orderBookOf } from './orderBook.ts'
import type { Purchases } from './purchases.ts'

/**
 * The orders of a table, by day and money. Rows of one number and customer are one order. Money is what remains: less
 * refunds; orders that were cancelled, voided or refunded in full are left out, and those after `asOf`.
 */
export async function purchasesOf(
  records: LinkedRecords,
  asOf: number,
  job: Job,
): Promise<Purchases> {
  const book = await orderBookOf(records, job)
  const { customers, days, amounts, refunds } = book
  const taken = ordersThatCount(book, asOf)
  const money = moneyOf(records.table)
  const found = {
    customers: new Int32Array(taken.length),
    days: new Float64Array(taken.length),
    amounts: new Float64Array(taken.length),
    unit: money?.reading === 'money' ? money.unit : null,
  }
  for (let entry = 0; entry < taken.length; entry++) {
    const at = taken[entry] as number
    found.customers[entry] = customers[at] as number
    found.days[entry] = days[at] as number
    found.amounts[entry] = (amounts[at] as number) - (refunds[at] as number)
  }
  return found
}

/** Places in the book of what `purchasesOf` gives, in its order. */
export function ordersThatCount(book: OrderBook, asOf: number): Uint32Array {
  const { customers, days } = book
  const taken = new Uint32Array(customers.length)
  let count = 0
  for (let at = 0; at < customers.length; at++)
    if (isKept(book, at) && !((days[at] as number) > asOf)) taken[count++] = at
  return taken.slice(0, count)
}
