import { Latest } from '../records/dates.ts'
import { type Counted, netOf, settled } from './counted.ts'

export interface Sums {
  readonly count: Float64Array
  readonly amount: Float64Array // NaN: orders, but of no known amount
  readonly average: Float64Array // NaN: no order of a known amount
  readonly priced: Uint32Array // orders of a known amount
  readonly first: Float64Array // of all orders, also before the window
  readonly last: Float64Array
}

/** Per customer. A credit note takes from the money and is no order. */
export function sumsOf({ book, customers, all, within }: Counted): Sums {
  const count = new Float64Array(customers)
  const amount = new Float64Array(customers)
  const average = new Float64Array(customers)
  const priced = new Uint32Array(customers)
  const known = new Uint8Array(customers)
  const latest = new Latest(customers)
  for (const at of within) {
    const customer = book.customers[at] as number
    const value = netOf(book, at)
    if (!Number.isNaN(value)) {
      amount[customer] = (amount[customer] as number) + value
      known[customer] = 1
    }
    if (value < 0) continue
    count[customer] = (count[customer] as number) + 1
    if (value >= 0) priced[customer] = (priced[customer] as number) + 1
  }
  for (const at of all)
    if (!(netOf(book, at) < 0)) latest.add(book.customers[at] as number, book.days[at] as number)
  for (let row = 0; row < customers; row++) {
    const sum = known[row] || count[row] === 0 ? settled(amount[row] as number) : NaN
    amount[row] = sum
    average[row] = priced[row] ? sum / (priced[row] as number) : NaN
  }
  return { count, amount, average, priced, ...latest.span }
}

/** Of all customers together; null = not known. */
export function totalsOf({ count, amount, priced }: Sums, hasMoney: boolean) {
  let [orders, money, pricedOrders, buyers, repeatBuyers] = [0, 0, 0, 0, 0]
  for (let row = 0; row < count.length; row++) {
    const own = count[row] as number
    orders += own
    money += (amount[row] as number) || 0
    pricedOrders += priced[row] as number
    if (own >= 1) buyers++
    if (own >= 2) repeatBuyers++
  }
  return {
    orders,
    buyers,
    repeatBuyers,
    amount: hasMoney ? settled(money) : null,
    average: hasMoney && pricedOrders > 0 ? settled(money) / pricedOrders : null,
  }
}
