import { median } from '../../math/median.ts'
import type { CountedRows } from '../records/counting.ts'
import type { Closing } from './closing.ts'

export interface Resolving {
  readonly means: Float64Array // per customer: days from opening to closing; NaN = none known
  readonly typical: number // median of all; NaN = none known
  readonly backwards: number // closed before they were opened; left out
}

export function resolvingOf(
  { rows, whose, when }: CountedRows,
  { closedOn }: Closing,
  customers: number,
): Resolving {
  const sums = new Float64Array(customers)
  const counts = new Uint32Array(customers)
  const all = new Float64Array(rows.length).fill(NaN)
  let backwards = 0
  rows.forEach((row, at) => {
    const days = closedOn(row) - (when?.[row] ?? NaN)
    if (days < 0) backwards++
    if (!(days >= 0)) return
    const customer = whose[row] as number
    all[at] = days
    sums[customer] = (sums[customer] as number) + days
    counts[customer] = (counts[customer] as number) + 1
  })
  return {
    means: sums.map((sum, row) => sum / (counts[row] as number)),
    typical: median(all),
    backwards,
  }
}
