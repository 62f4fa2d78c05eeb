import { monthsBefore } from '../records/months.ts'
import type { OrderBook } from '../records/orderBook.ts'
import { ordersThatCount } from '../records/orders.ts'

/** The orders that behaviour looks at, as places in the book. */
export interface Counted {
  readonly book: OrderBook
  readonly customers: number // rows of the customers' table
  readonly asOf: number
  readonly since: number // days up to this one are before the window; −Infinity = all counts
  readonly all: Uint32Array // up to the as-of date
  readonly within: Uint32Array // those of the window
}

/** `window`: months up to the as-of date, null = all. An order without a day is in no window. */
export function countedOrders(
  book: OrderBook,
  customers: number,
  asOf: number,
  window: number | null,
): Counted {
  const all = ordersThatCount(book, asOf)
  const since = window === null ? -Infinity : monthsBefore(asOf, window)
  const within = window === null ? all : all.filter((at) => (book.days[at] as number) > since)
  return { book, customers, asOf, since, all, within }
}

/** What remains of an order less its refunds; NaN = not known. */
export function netOf({ amounts, refunds }: OrderBook, at: number): number {
  return (amounts[at] as number) - (refunds[at] as number)
}

/** Sums come out alike in whatever order they are added. */
export function settled(sum: number): number {
  return Math.round(sum * 1e6) / 1e6
}
