import { monthIndex, monthName } from '../records/months.ts'
import { type Counted, netOf, settled } from './counted.ts'
import type { Said } from './kinds.ts'

export interface BehaviourFacts {
  readonly from: number | null // first day of the window; null = all orders are looked at
  readonly unit: string | null // of all amounts, as `Column.unit`
  readonly orders: number
  readonly amount: number | null // null = not known, here and below
  readonly buyers: number
  readonly repeatBuyers: number // with two orders or more
  readonly average: number | null // amount of an order
  readonly typicalGap: number | null // days between two purchase days: the median of all customers' gaps
  readonly discounts: number | null // fraction of the full price
  readonly refunds: number | null // fraction of what was ordered
  readonly months: readonly MonthOfOrders[] // each month from the first to the last, at most 120; empty without days
  readonly categories: Ranking | null
  readonly channels: Ranking | null
}

export interface MonthOfOrders {
  readonly month: string // 2024-03
  readonly orders: number
  readonly amount: number
}

/** The largest by amount, and what all others come to. Lines are before refunds, which are of whole orders. */
export interface Ranking {
  readonly top: readonly Ranked[]
  readonly others: { readonly kinds: number; readonly count: number; readonly amount: number }
  readonly unknown: { readonly count: number; readonly amount: number } // nothing was said
  readonly amount: number // of all
}
export interface Ranked {
  readonly text: string
  readonly count: number // lines of orders, or orders
  readonly amount: number
}

const mostMonths = 120

/** Orders and money of each month, those without any too. */
export function monthsOf({ book, within }: Counted): readonly MonthOfOrders[] {
  const dated = within.filter((at) => !Number.isNaN(book.days[at]))
  if (dated.length === 0) return []
  let [first, last] = [Infinity, -Infinity]
  for (const at of dated) {
    first = Math.min(first, book.days[at] as number)
    last = Math.max(last, book.days[at] as number)
  }
  const end = monthIndex(last)
  const begin = Math.max(monthIndex(first), end - mostMonths + 1)
  const orders = new Uint32Array(end - begin + 1)
  const amounts = new Float64Array(end - begin + 1)
  for (const at of dated) {
    const place = monthIndex(book.days[at] as number) - begin
    if (place < 0) continue
    const value = netOf(book, at)
    amounts[place] = (amounts[place] as number) + (value || 0)
    if (!(value < 0)) orders[place] = (orders[place] as number) + 1
  }
  return Array.from(orders, (count, place) => ({
    month: monthName(begin + place),
    orders: count,
    amount: settled(amounts[place] as number),
  }))
}

const ranked = 10

export function rankingOf({ customers, codes, amounts, words }: Said): Ranking {
  const counts = new Uint32Array(words.texts.length + 1)
  const sums = new Float64Array(words.texts.length + 1)
  for (let at = 0; at < customers.length; at++) {
    if ((customers[at] as number) < 0) continue
    const code = codes[at] as number
    const amount = amounts[at] as number
    sums[code] = (sums[code] as number) + (amount || 0)
    if (!(amount < 0)) counts[code] = (counts[code] as number) + 1
  }
  const found = words.texts
    .map((text, at) => ({
      text,
      count: counts[at + 1] as number,
      amount: settled(sums[at + 1] as number),
    }))
    .filter(({ count, amount }) => count > 0 || amount !== 0)
    .sort((a, b) => b.amount - a.amount || b.count - a.count)
  const rest = found.slice(ranked)
  const total = (list: readonly { readonly amount: number }[]) =>
    settled(list.reduce((sum, { amount }) => sum + amount, 0))
  const unknown = { count: counts[0] as number, amount: settled(sums[0] as number) }
  return {
    top: found.slice(0, ranked),
    others: {
      kinds: rest.length,
      count: rest.reduce((sum, { count }) => sum + count, 0),
      amount: total(rest),
    },
    unknown,
    amount: total([...found, unknown]),
  }
}
