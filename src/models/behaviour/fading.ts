import { type Dated, fadedSums } from '../records/fading.ts'
import { type Counted, netOf } from './counted.ts'

/** Money of the window that counts the less the longer ago it came; NaN for whoever has orders, but of no known amount and day. */
export function fadingOf(counted: Counted, halfLife: number): Float64Array {
  const { book, customers, asOf, within } = counted
  const known = new Uint8Array(customers)
  const has = new Uint8Array(customers)
  function* orders(): Iterable<Dated> {
    for (const at of within) {
      const customer = book.customers[at] as number
      const thing = { customer, day: book.days[at] as number, amount: netOf(book, at) }
      has[customer] = 1
      if (!Number.isNaN(thing.day + thing.amount)) known[customer] = 1
      yield thing
    }
  }
  const sums = fadedSums(orders(), customers, asOf, halfLife)
  return sums.map((sum, row) => (has[row] === 1 && known[row] === 0 ? NaN : sum))
}
