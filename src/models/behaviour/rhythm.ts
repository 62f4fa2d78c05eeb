import { median } from '../../math/median.ts'
import { quantileSorted } from '../../math/quantile.ts'
import { groupedBy } from '../records/grouped.ts'
import { type Counted, netOf } from './counted.ts'

export interface Rhythm {
  readonly gaps: Float64Array // per customer: median days between two purchase days; NaN: fewer than three of them
  readonly typical: number // median of all gaps of all customers; NaN where there is none
}

const leastDays = 3

/** How long customers usually wait. Several purchases of one day are one; the window plays no part. */
export function rhythmOf({ book, customers, all }: Counted): Rhythm {
  const owners = new Int32Array(all.length).fill(-1)
  for (let entry = 0; entry < all.length; entry++) {
    const at = all[entry] as number
    if (Number.isNaN(book.days[at]) || netOf(book, at) < 0) continue
    owners[entry] = book.customers[at] as number
  }
  const { starts, places } = groupedBy(owners, customers)
  const days = new Float64Array(places.length)
  for (let place = 0; place < places.length; place++)
    days[place] = book.days[all[places[place] as number] as number] as number
  const gaps = new Float64Array(customers).fill(NaN)
  const everyGap = new Float64Array(days.length)
  let count = 0
  for (let customer = 0; customer < customers; customer++) {
    const own = days.subarray(starts[customer], starts[customer + 1]).sort()
    const from = count
    for (let at = 1; at < own.length; at++) {
      const gap = (own[at] as number) - (own[at - 1] as number)
      if (gap > 0) everyGap[count++] = gap
    }
    if (count - from >= leastDays - 1)
      gaps[customer] = quantileSorted(everyGap.subarray(from, count).sort(), 0.5)
  }
  return { gaps, typical: median(everyGap.subarray(0, count)) }
}
