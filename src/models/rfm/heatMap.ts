import type { Measures } from './measures.ts'
import type { Scores } from './scores.ts'

/** Customers by recency and frequency; the cell of scores r and f is at (r − 1)·k + f − 1. Plain data. */
export interface HeatMap {
  readonly levels: number
  readonly customers: Uint32Array
  readonly totals: Float64Array // money of the cell's customers
  readonly averages: Float64Array // mean of their money, total or average as measured; NaN = nobody with money
}

export function heatMapOf({ monetary, totals }: Measures, scores: Scores): HeatMap {
  const { levels } = scores
  const customers = new Uint32Array(levels ** 2)
  const sums = new Float64Array(levels ** 2)
  const known = new Uint32Array(levels ** 2)
  const averages = new Float64Array(levels ** 2)
  for (let row = 0; row < monetary.length; row++) {
    const r = scores.recency.scores[row] as number
    const f = scores.frequency.scores[row] as number
    if (r === 0 || f === 0) continue
    const at = (r - 1) * levels + f - 1
    customers[at] = (customers[at] as number) + 1
    const money = monetary[row] as number
    if (money !== money) continue
    known[at] = (known[at] as number) + 1
    averages[at] = (averages[at] as number) + money
    sums[at] = (sums[at] as number) + (totals[row] as number)
  }
  return {
    levels,
    customers,
    totals: sums,
    averages: averages.map((sum, at) => sum / (known[at] as number)),
  }
}
