import { monthsBefore } from '../records/months.ts'
import { type Counted, netOf, settled } from './counted.ts'

/**
 * Money of the last `months` against that of as many months before: −0.4 = 40 % less. NaN for whoever spent nothing in
 * the earlier period, as new customers. The window plays no part.
 */
export function trendOf({ book, customers, asOf, all }: Counted, months: number): Float64Array {
  const middle = monthsBefore(asOf, months)
  const begin = monthsBefore(asOf, 2 * months)
  const last = new Float64Array(customers)
  const before = new Float64Array(customers)
  for (const at of all) {
    const day = book.days[at] as number
    const value = netOf(book, at)
    if (!(day > begin) || Number.isNaN(value)) continue
    const period = day > middle ? last : before
    const customer = book.customers[at] as number
    period[customer] = (period[customer] as number) + value
  }
  return last.map((sum, row) => {
    const base = settled(before[row] as number)
    return base > 0 ? settled(sum) / base - 1 : NaN
  })
}
