import type { Purchases } from '../records/purchases.ts'

export const measureIds = ['recency', 'frequency', 'monetary'] as const
export type MeasureId = (typeof measureIds)[number]

/** By row id of the customers; NaN = missing: no purchase in the window, for money also no known amount. */
export interface Measures {
  readonly recency: Float64Array // days from the last purchase to the as-of date
  readonly frequency: Float64Array // purchases
  readonly monetary: Float64Array // total or average, as asked for
  readonly totals: Float64Array
}

export interface Measuring {
  readonly asOf: number // day since 1970-01-01
  readonly window: number | null // days up to and with the as-of date; null = all
  readonly monetary: 'total' | 'average' // average: of the purchases whose amount is known
}

/** Purchases that could not count, beside those before the window. */
export interface LeftOut {
  readonly undated: number
  readonly later: number // than the as-of date
}

const longAgo = -(2 ** 30) // before any day that there is; the difference to it still fits 32 bits

/**
 * Recency, frequency and money of `customers` rows, from whole days. Credit notes (amount < 0) take from the money and are
 * no purchase.
 */
export function measure(
  { customers: whose, days, amounts }: Purchases,
  customers: number,
  { asOf, window, monetary }: Measuring,
): { readonly measures: Measures; readonly leftOut: LeftOut } {
  // what one customer comes to stands in 16 bytes: an order touches one line of the cache
  const sums = new ArrayBuffer(customers * 16)
  const totals = new Float64Array(sums) // at 2 × customer
  const dated = new Int32Array(sums) // last day at 4 × customer + 2, number of purchases after it
  for (let at = 2; at < dated.length; at += 4) dated[at] = longAgo
  const unpriced = new Uint32Array(customers)
  const before = window === null ? -Infinity : asOf - window
  let undated = 0
  let later = 0
  for (let i = 0; i < whose.length; i++) {
    const customer = whose[i] as number
    const day = days[i] as number
    const amount = amounts[i] as number
    if (customer < 0) continue
    if (!(day <= asOf)) {
      if (day > asOf) later++
      else undated++
      continue
    }
    if (day <= before) continue
    if (amount === amount) totals[customer * 2] = (totals[customer * 2] as number) + amount
    else unpriced[customer] = (unpriced[customer] as number) + 1
    if (amount < 0) continue
    const at = customer * 4 + 2
    // the later day without a branch: no processor foresees it, and a wrong guess costs as much as the rest
    const ahead = (day | 0) - (dated[at] as number)
    dated[at] = (dated[at] as number) + (ahead & ~(ahead >> 31))
    dated[at + 1] = (dated[at + 1] as number) + 1
  }
  const measures = measuresOf({ totals, dated, unpriced }, asOf, monetary)
  return { measures, leftOut: { undated, later } }
}

interface Sums {
  readonly totals: Float64Array
  readonly dated: Int32Array
  readonly unpriced: Uint32Array
}

function measuresOf(
  { totals, dated, unpriced }: Sums,
  asOf: number,
  monetary: Measuring['monetary'],
): Measures {
  const customers = unpriced.length
  const recency = new Float64Array(customers)
  const frequency = new Float64Array(customers)
  const total = new Float64Array(customers)
  const averages = new Float64Array(monetary === 'average' ? customers : 0)
  for (let row = 0; row < customers; row++) {
    const purchases = dated[row * 4 + 3] as number
    const priced = purchases - (unpriced[row] as number)
    recency[row] = purchases === 0 ? NaN : asOf - (dated[row * 4 + 2] as number)
    frequency[row] = purchases === 0 ? NaN : purchases
    total[row] = priced === 0 ? NaN : (totals[row * 2] as number)
    if (monetary === 'average') averages[row] = (total[row] as number) / priced
  }
  settle(total)
  if (monetary === 'average') settle(averages)
  return {
    recency,
    frequency,
    monetary: monetary === 'average' ? averages : total,
    totals: total,
  }
}

const digits = 13

/**
 * Rounds sums of decimals to 13 digits of the largest, in place: 0.1 + 0.2 is 0.3 then, so that equal money is equal,
 * whatever the order of the purchases and the unit.
 */
function settle(values: Float64Array) {
  let largest = 0
  for (let i = 0; i < values.length; i++) {
    const size = Math.abs(values[i] as number)
    if (size > largest) largest = size
  }
  const places = digits - Math.ceil(Math.log10(largest))
  if (!(places > 0)) return
  const scale = 10 ** Math.min(22, places) // higher powers of ten are not exact
  for (let i = 0; i < values.length; i++)
    values[i] = Math.round((values[i] as number) * scale) / scale
}
