import type { Measures } from './measures.ts'
import type { SegmentName } from './segment.ts'
import type { Segments } from './segments.ts'

export interface SegmentSummary {
  readonly name: SegmentName
  readonly customers: number
  readonly share: number // of the customers that are in a segment
  readonly orders: number
  readonly revenue: number
  readonly averageOrder: number // revenue ÷ orders; NaN without orders
  readonly recency: number // mean of days; NaN where nobody is in it
}

/** One entry a segment, in their order; segments without customers too. */
export function segmentSummary(
  { recency, frequency, totals }: Measures,
  { names, codes }: Segments,
): readonly SegmentSummary[] {
  const size = names.length + 1
  const customers = new Float64Array(size)
  const orders = new Float64Array(size)
  const revenue = new Float64Array(size)
  const days = new Float64Array(size)
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number
    if (code === 0) continue
    customers[code] = (customers[code] as number) + 1
    orders[code] = (orders[code] as number) + (frequency[row] as number)
    revenue[code] = (revenue[code] as number) + (totals[row] as number)
    days[code] = (days[code] as number) + (recency[row] as number)
  }
  const all = customers.reduce((sum, count) => sum + count, 0)
  return names.map((name, at) => {
    const count = customers[at + 1] as number
    const bought = orders[at + 1] as number
    const money = revenue[at + 1] as number
    return {
      name,
      customers: count,
      share: all === 0 ? 0 : count / all,
      orders: bought,
      revenue: money,
      averageOrder: bought === 0 ? NaN : money / bought,
      recency: count === 0 ? NaN : (days[at + 1] as number) / count,
    }
  })
}
