import type { Purchases } from '../records/purchases.ts'

/** The days on which each customer bought, ascending; those of row id `i` are `starts[i]` to `starts[i + 1]`. */
export interface SpendDays {
  readonly starts: Uint32Array
  readonly days: Int32Array // since 1970-01-01
  readonly money: Float64Array // net of the day; NaN = no amount of it is known
}

/**
 * Purchases to `asOf`, those of one day as one. A day on which credit notes take all the money is no purchase; a credit note
 * of its own day takes from the purchase before it, and is dropped where there is none. Linear in the purchases.
 */
export function spendDaysOf(
  { customers, days, amounts }: Omit<Purchases, 'unit'>,
  count: number,
  asOf: number,
): SpendDays {
  const order = byCustomerAndDay(customers, days, count, asOf)
  const starts = new Uint32Array(count + 1)
  const dayOf = new Int32Array(order.length)
  const money = new Float64Array(order.length)
  let size = 0
  let at = 0
  for (let customer = 0; customer < count; customer++) {
    const start = (starts[customer] = size)
    while (at < order.length && customers[order[at] as number] === customer) {
      const day = Math.floor(days[order[at] as number] as number)
      let bought = false
      let credit = 0
      let paid = NaN
      for (; at < order.length; at++) {
        const row = order[at] as number
        if (customers[row] !== customer || Math.floor(days[row] as number) !== day) break
        const amount = amounts[row] as number
        if (amount < 0) credit += amount
        else {
          bought = true
          if (!Number.isNaN(amount)) paid = (Number.isNaN(paid) ? 0 : paid) + amount
        }
      }
      if (bought && !(credit < 0 && paid + credit <= 0)) {
        dayOf[size] = day
        money[size] = paid + credit
        size++
      } else if (size > start) {
        money[size - 1] = (money[size - 1] as number) + credit + (paid || 0)
      }
    }
  }
  starts[count] = size
  return { starts, days: dayOf.slice(0, size), money: money.slice(0, size) }
}

const digit = 2 ** 16 // places that one pass sorts by

/** Rows that count, each customer's together and by day: stable counting sorts, by day first and then by customer. */
function byCustomerAndDay(
  customers: Int32Array,
  days: Float64Array,
  count: number,
  asOf: number,
): Uint32Array {
  const taken = new Uint32Array(customers.length)
  let kept = 0
  let first = Infinity
  for (let row = 0; row < customers.length; row++) {
    const customer = customers[row] as number
    const day = Math.floor(days[row] as number)
    if (!(customer >= 0 && customer < count && day <= asOf && day > -1e8)) continue
    taken[kept++] = row
    if (day < first) first = day
  }
  let order: Uint32Array = taken.slice(0, kept)
  for (let low = 1; low <= asOf - first; low *= digit)
    order = sortBy(
      order,
      digit,
      (row) => Math.floor((Math.floor(days[row] as number) - first) / low) % digit,
    )
  return sortBy(order, count, (row) => customers[row] as number)
}

function sortBy(order: Uint32Array, size: number, key: (row: number) => number): Uint32Array {
  const starts = new Uint32Array(size + 1)
  for (const row of order) {
    const place = key(row) + 1
    starts[place] = (starts[place] as number) + 1
  }
  for (let i = 1; i <= size; i++) starts[i] = (starts[i] as number) + (starts[i - 1] as number)
  const sorted = new Uint32Array(order.length)
  for (const row of order) {
    const place = key(row)
    const at = starts[place] as number
    sorted[at] = row
    starts[place] = at + 1
  }
  return sorted
}
