import { type Counted, settled } from './counted.ts'

export interface Shares {
  readonly shares: Float64Array // per customer; NaN: nothing that it could be a share of
  readonly overall: number
}

/** Discounts as a share of the full price, which is what was to be paid and what was taken off. */
export function discountShares(
  { book, customers, within }: Counted,
  discounts: Float64Array, // per order; NaN = none known
): Shares {
  const part = new Float64Array(customers)
  const whole = new Float64Array(customers)
  for (const at of within) {
    const amount = book.amounts[at] as number
    if (!(amount >= 0)) continue
    const off = Math.abs(discounts[at] as number) || 0
    add(part, book.customers[at] as number, off)
    add(whole, book.customers[at] as number, amount + off)
  }
  return sharesOf(part, whole)
}

/**
 * What was paid back as a share of what was ordered: refunds, orders refunded in full, and credit notes. What was
 * cancelled before it was paid is no refund.
 */
export function refundShares({ book, customers, asOf, since }: Counted): Shares {
  const part = new Float64Array(customers)
  const whole = new Float64Array(customers)
  const isIn = (day: number) => !(day > asOf) && (since === -Infinity || day > since)
  for (let at = 0; at < book.customers.length; at++) {
    const customer = book.customers[at] as number
    const amount = book.amounts[at] as number
    if (customer < 0 || !book.rows[at] || !isIn(book.days[at] as number)) continue
    if (amount > 0) {
      add(whole, customer, amount)
      add(part, customer, Math.min(amount, book.refunds[at] as number))
    } else if (amount < 0) add(part, customer, -amount)
  }
  const { returns } = book
  returns.customers.forEach((customer, at) => {
    if (!isIn(returns.days[at] as number)) return
    add(whole, customer, returns.amounts[at] as number)
    add(part, customer, returns.amounts[at] as number)
  })
  return sharesOf(part, whole)
}

/** Whether the orders can tell: a column of refunds, a status of refunds, or credit notes. */
export function knowsRefunds({ book }: Counted, hasColumn: boolean): boolean {
  return hasColumn || book.returns.customers.length > 0 || book.amounts.some((amount) => amount < 0)
}

function add(sums: Float64Array, customer: number, value: number): void {
  sums[customer] = (sums[customer] as number) + value
}

function sharesOf(part: Float64Array, whole: Float64Array): Shares {
  const share = (some: number, all: number) => {
    const base = settled(all)
    return base > 0 ? settled(some) / base : NaN
  }
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0)
  return {
    shares: part.map((some, row) => share(some, whole[row] as number)),
    overall: share(sum(part), sum(whole)),
  }
}
