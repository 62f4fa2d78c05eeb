import type { Job } from '../../core/job.ts'
import type { Column, RowId } from '../../table/column.ts'
import { columnByRole, type Table } from '../../table/table.ts'
import type { LinkedRecords } from '../model.ts'
import { orderPlaces } from './orderPlaces.ts'
import { eachLiving, numbersOf } from './rows.ts'
import { rowsOut, rowsRefunded } from './taken.ts'

/** All orders of customers, one entry an order, with nothing left out but what was taken back. */
export interface OrderBook {
  readonly places: Int32Array // per row id of the table: its order; −1 = not in the table any more
  readonly customers: Int32Array // row id; −1 = nobody's
  readonly days: Float64Array // since 1970-01-01; NaN = not known
  readonly amounts: Float64Array // before refunds; NaN = not known
  readonly refunds: Float64Array // 0 = none
  readonly rows: Uint32Array // how many of its rows count; 0 = taken back as a whole
  readonly out: Uint8Array // per row id: 1 = this row was taken back
  readonly returns: Returns
}

/** What a status says was paid back in full; the orders know no amount of it. */
export interface Returns {
  readonly customers: readonly number[]
  readonly days: readonly number[]
  readonly amounts: readonly number[]
}

interface Known {
  readonly whose: Int32Array
  readonly book: OrderBook
}
const known = new WeakMap<Table, Known>()

/** The book of a table, written once for all models. */
export async function orderBookOf(records: LinkedRecords, job: Job): Promise<OrderBook> {
  const { table, whose } = records
  const before = known.get(table)
  if (before?.whose === whose) return before.book
  const book = await write(records, job)
  known.set(table, { whose, book })
  return book
}

/** Rows of one number and customer are one order; a total counts once, amounts of rows are summed. */
async function write({ table, whose }: LinkedRecords, job: Job): Promise<OrderBook> {
  const { places, count } = await orderPlaces(table, whose, job)
  const out = rowsOut(table, 'orders')
  const refunded = rowsRefunded(table)
  const total = numbersOf(columnByRole(table, 'total'))
  const amountOf = total ? (row: RowId) => total[row] ?? NaN : rowAmounts(table)
  const refund = numbersOf(columnByRole(table, 'refund'))
  const when = numbersOf(columnByRole(table, 'when'))
  const customers = new Int32Array(count).fill(-1)
  const days = new Float64Array(count).fill(NaN)
  const amounts = new Float64Array(count).fill(NaN)
  const refunds = new Float64Array(count)
  const rows = new Uint32Array(count)
  const gone = new Uint8Array(count) // one row says that the whole order does not count
  const returns = { customers: [] as number[], days: [] as number[], amounts: [] as number[] }
  await eachLiving(table, job, (row) => {
    const customer = whose[row] ?? -1
    if (customer < 0) return
    const at = places[row] as number
    customers[at] = customer
    const value = amountOf(row)
    if (out[row]) {
      if (refunded[row] && !gone[at] && value > 0) {
        returns.customers.push(customer)
        returns.days.push(when?.[row] ?? NaN)
        returns.amounts.push(value)
      }
      if (total) gone[at] = 1
      return
    }
    rows[at] = (rows[at] as number) + 1
    if (when && Number.isNaN(days[at])) days[at] = when[row] as number
    const back = refund ? Math.abs(refund[row] as number) || 0 : 0
    if (total) {
      if (Number.isNaN(amounts[at])) amounts[at] = value
      if (refunds[at] === 0) refunds[at] = back
    } else {
      if (!Number.isNaN(value)) amounts[at] = ((amounts[at] as number) || 0) + value
      refunds[at] = (refunds[at] as number) + back
    }
  })
  for (let at = 0; at < count; at++) if (gone[at]) rows[at] = 0
  return { places, customers, days, amounts, refunds, rows, out, returns }
}

/** A customer's, and not taken back or refunded in full. */
export function isKept({ customers, rows, amounts, refunds }: OrderBook, at: number): boolean {
  const amount = amounts[at] as number
  return (
    (customers[at] as number) >= 0 &&
    rows[at] !== 0 &&
    !(amount > 0 && (refunds[at] as number) >= amount)
  )
}

/** The column that orders have their money from. */
export function moneyOf(table: Table): Column | undefined {
  return (
    columnByRole(table, 'total') ?? columnByRole(table, 'amount') ?? columnByRole(table, 'price')
  )
}

/** Money of one row where each row has its own: its amount, else price × quantity. */
export function rowAmounts(table: Table): (row: RowId) => number {
  const amount = numbersOf(columnByRole(table, 'amount'))
  if (amount) return (row) => amount[row] ?? NaN
  const price = numbersOf(columnByRole(table, 'price'))
  const quantity = numbersOf(columnByRole(table, 'quantity'))
  if (!price) return () => NaN
  return (row) => (price[row] ?? NaN) * (quantity ? (quantity[row] ?? NaN) : 1)
}
