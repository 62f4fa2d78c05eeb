import type { Job } from '../core/job.ts'
import type { Column, RowId } from '../table/column.ts'
import { eachForm } from '../table/link.ts'
import { matchForm } from '../table/parse/normalise.ts'
import { columnByRole, type Table } from '../table/table.ts'
import type { LinkedRecords } from './model.ts'
import type { Purchases } from './purchases.ts'
import { eachLiving, numbersOf } from './rows.ts'
import { rowsOut } from './taken.ts'

/**
 * The orders of a table, by day and money. Rows of one number and customer are one order. Money is what remains: less
 * refunds; orders that were cancelled, voided or refunded in full are left out, and those after `asOf`.
 */
export async function purchasesOf(
  { table: records, whose }: LinkedRecords,
  asOf: number,
  job: Job,
): Promise<Purchases> {
  const all = await ordersOf(records, whose, job)
  const taken: number[] = []
  for (let at = 0; at < all.customers.length; at++) {
    if (all.customers[at] === undefined || !all.rows[at]) continue
    const value = all.amounts[at] ?? NaN
    const refund = all.refunds[at] ?? 0
    if (value > 0 && refund >= value) continue
    if ((all.days[at] ?? NaN) > asOf) continue
    taken.push(at)
  }
  const money = moneyOf(records)
  return {
    customers: Int32Array.from(taken, (at) => all.customers[at] ?? -1),
    days: Float64Array.from(taken, (at) => all.days[at] ?? NaN),
    amounts: Float64Array.from(taken, (at) => (all.amounts[at] ?? NaN) - (all.refunds[at] ?? 0)),
    unit: money?.reading === 'money' ? money.unit : null,
  }
}

/** The column that orders have their money from. */
export function moneyOf(records: Table): Column | undefined {
  return (
    columnByRole(records, 'total') ??
    columnByRole(records, 'amount') ??
    columnByRole(records, 'price')
  )
}

/** Orders by place; NaN = not known. */
interface Orders {
  readonly customers: number[]
  readonly amounts: number[]
  readonly refunds: number[]
  readonly days: number[]
  /** Rows that count; an order of which none does is left out. */
  readonly rows: number[]
}

async function ordersOf(records: Table, whose: Int32Array, job: Job): Promise<Orders> {
  const place = await placesOf(records, whose, job)
  const out = rowsOut(records, 'orders')
  const total = numbersOf(columnByRole(records, 'total'))
  const amountOf = rowAmounts(records)
  const refund = numbersOf(columnByRole(records, 'refund'))
  const when = numbersOf(columnByRole(records, 'when'))
  const all: Orders = { customers: [], amounts: [], refunds: [], days: [], rows: [] }
  const gone = new Set<number>() // orders of which one row says that the whole does not count
  await eachLiving(records, job, (row) => {
    const customer = whose[row] ?? -1
    const at = place[row] ?? -1
    if (customer < 0 || at < 0) return
    if (all.customers[at] === undefined) {
      all.customers[at] = customer
      all.amounts[at] = NaN
      all.refunds[at] = 0
      all.days[at] = NaN
      all.rows[at] = 0
    }
    if (out[row]) {
      if (total) gone.add(at)
      return
    }
    all.rows[at] = (all.rows[at] ?? 0) + 1
    if (Number.isNaN(all.days[at])) all.days[at] = when?.[row] ?? NaN
    const value = total ? (total[row] ?? NaN) : amountOf(row)
    const back = Math.abs(refund?.[row] ?? 0) || 0
    if (total) {
      if (Number.isNaN(all.amounts[at])) all.amounts[at] = value
      all.refunds[at] ||= back
    } else {
      if (!Number.isNaN(value)) all.amounts[at] = (all.amounts[at] || 0) + value
      all.refunds[at] = (all.refunds[at] ?? 0) + back
    }
  })
  for (const at of gone) all.rows[at] = 0
  return all
}

/** Per row id the place of its order; rows without a number are an order each. */
async function placesOf(records: Table, whose: Int32Array, job: Job): Promise<Int32Array> {
  const places = new Int32Array(records.rowCount).fill(-1)
  const number = columnByRole(records, 'record')
  let next = 0
  if (number) {
    const owners: number[] = []
    const byNumber = new Map<string, number>()
    await eachForm(number, matchForm, job, (form, row) => {
      const customer = whose[row] ?? -1
      if (customer < 0) return
      const known = byNumber.get(form)
      // one number of two customers: two orders
      const key = known === undefined || owners[known] === customer ? form : `${form}\n${customer}`
      let at = key === form ? known : byNumber.get(key)
      if (at === undefined) {
        at = next++
        byNumber.set(key, at)
        owners[at] = customer
      }
      places[row] = at
    })
  }
  for (const row of records.order) if (places[row] === -1) places[row] = next++
  return places
}

function rowAmounts(records: Table): (row: RowId) => number {
  const amount = numbersOf(columnByRole(records, 'amount'))
  if (amount) return (row) => amount[row] ?? NaN
  const price = numbersOf(columnByRole(records, 'price'))
  const quantity = numbersOf(columnByRole(records, 'quantity'))
  if (!price) return () => NaN
  return (row) => (price[row] ?? NaN) * (quantity ? (quantity[row] ?? NaN) : 1)
}
