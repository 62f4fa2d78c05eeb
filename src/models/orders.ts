import type { Job } from '../core/job.ts'
import type { RowId } from '../table/column.ts'
import { eachForm } from '../table/link.ts'
import { matchForm } from '../table/parse/normalise.ts'
import { columnByRole, type Table } from '../table/table.ts'
import { Latest, type Span } from './dates.ts'
import type { Figure, RecordModel } from './model.ts'
import { eachLiving, numbersOf } from './rows.ts'
import { rowsOut } from './taken.ts'

/**
 * Orders, money, first and last purchase. Rows of one number and customer are one order. Money is what remains:
 * less refunds; orders that were cancelled, voided or refunded in full are left out; a negative order (a credit note) takes
 * from the money and is no purchase.
 */
export const orders: RecordModel = {
  id: 'orders',
  async figures(records, whose, count, job) {
    const all = await ordersOf(records, whose, job)
    const figures = sumUp(all, count)
    const money = columnByRole(records, 'total') ?? columnByRole(records, 'amount')
    const priced = money ?? columnByRole(records, 'price')
    const parts: Figure[] = [
      { id: 'orders.count', reading: 'number', unit: null, values: figures.count },
    ]
    if (priced)
      parts.push({
        id: 'orders.amount',
        reading: 'money',
        unit: priced.reading === 'money' ? priced.unit : null,
        values: figures.amount,
      })
    if (columnByRole(records, 'when'))
      parts.push(
        { id: 'orders.first', reading: 'date', unit: null, values: figures.span.first },
        { id: 'orders.last', reading: 'date', unit: null, values: figures.span.last },
      )
    return parts
  },
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

interface Sums {
  readonly count: Float64Array
  readonly amount: Float64Array
  readonly span: Span
}

function sumUp(all: Orders, customers: number): Sums {
  const count = new Float64Array(customers)
  const amount = new Float64Array(customers)
  const priced = new Uint8Array(customers)
  const latest = new Latest(customers)
  all.customers.forEach((customer, at) => {
    const value = all.amounts[at] ?? NaN
    const refund = all.refunds[at] ?? 0
    if (!all.rows[at] || (value > 0 && refund >= value)) return
    if (!Number.isNaN(value)) {
      amount[customer] = (amount[customer] ?? 0) + value - refund
      priced[customer] = 1
    }
    if (value < 0) return
    count[customer] = (count[customer] ?? 0) + 1
    latest.add(customer, all.days[at] ?? NaN)
  })
  for (let row = 0; row < customers; row++) {
    const known = priced[row] === 1 || count[row] === 0
    amount[row] = known ? Math.round((amount[row] ?? 0) * 1e6) / 1e6 : NaN
  }
  return { count, amount, span: latest.span }
}
