import type { Job } from '../../core/job.ts'
import { columnByRole, type Table } from '../../table/table.ts'
import type { RecordRole } from '../../table/column.ts'
import type { OrderBook } from './orderBook.ts'
import { eachLiving, numbersOf } from './rows.ts'

/**
 * A further column of money per order, NaN = not known; null = there is none. Its rows are summed, unless they repeat what
 * the whole order has: nine in ten orders that have several rows with an amount say the same in all of them.
 */
export async function orderMoney(
  table: Table,
  role: Extract<RecordRole, 'discount' | 'cost' | 'profit'>,
  { places, customers, out }: OrderBook,
  job: Job,
): Promise<Float64Array | null> {
  const values = numbersOf(columnByRole(table, role))
  if (!values) return null
  const sums = new Float64Array(customers.length).fill(NaN)
  const first = new Float64Array(customers.length) // 0 = nothing yet
  const filled = new Uint32Array(customers.length)
  const differs = new Uint8Array(customers.length)
  await eachLiving(table, job, (row) => {
    const at = places[row] as number
    const value = values[row] as number
    if (at < 0 || out[row] || Number.isNaN(value)) return
    sums[at] = ((sums[at] as number) || 0) + value
    if (value === 0) return
    filled[at] = (filled[at] as number) + 1
    if (first[at] === 0) first[at] = value
    else if (first[at] !== value) differs[at] = 1
  })
  let several = 0
  let same = 0
  for (let at = 0; at < filled.length; at++) {
    if ((filled[at] as number) < 2) continue
    several++
    if (!differs[at]) same++
  }
  if (several === 0 || same < several * 0.9) return sums
  return sums.map((sum, at) => (differs[at] || Number.isNaN(sum) ? sum : (first[at] as number)))
}
