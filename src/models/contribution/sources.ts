import type { Job } from '../../core/job.ts'
import type { Column } from '../../table/column.ts'
import { columnById, columnByRole } from '../../table/table.ts'
import type { ModelInput } from '../model.ts'
import { moneyOf } from '../records/orderBook.ts'
import { numbersOf } from '../records/rows.ts'
import { referrerColumns } from './referrers.ts'

export function hasReferrers({ customers }: ModelInput): boolean {
  return referrerColumns(customers).length > 0
}

export function knowsMargin({ records: { orders } }: ModelInput, rate: number | null): boolean {
  if (!orders) return false
  const money = moneyOf(orders.table)
  const has = (role: 'cost' | 'profit') => numbersOf(columnByRole(orders.table, role)) !== null
  return has('profit') || (money !== undefined && (has('cost') || rate !== null))
}

/** What customers spent by their own list, for projects without orders. */
export function ownSpend({ customers, own, records }: ModelInput): Column | undefined {
  return records.orders || own.totalSpend === undefined
    ? undefined
    : columnById(customers, own.totalSpend)
}

export function unitOf(input: ModelInput): string | null {
  const column = input.records.orders ? moneyOf(input.records.orders.table) : ownSpend(input)
  return column?.reading === 'money' ? column.unit : null
}

/** Per customer what they bought; null = not known of anybody. */
export async function amountsOf(input: ModelInput, job: Job): Promise<Float64Array | null> {
  const { orders } = input.records
  if (!orders) return numbersOf(ownSpend(input))
  const purchases = moneyOf(orders.table) ? await input.purchases(job) : null
  if (!purchases) return null
  const sums = new Float64Array(input.customers.rowCount)
  purchases.customers.forEach((customer, at) => {
    if (customer >= 0) sums[customer] = (sums[customer] as number) + (purchases.amounts[at] || 0)
  })
  return sums
}
