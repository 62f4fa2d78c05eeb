import type { Purchases } from '../purchases.ts'

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

const last = 0
const count = 1
const total = 2
const priced = 3
const width = 4 // the sums of one customer lie together: one line of the processor's cache

/** Recency, frequency and money of `customers` rows. Credit notes (amount < 0) take from the money and are no purchase. */
export function measure(
  { customers: whose, days, amounts }: Purchases,
  customers: number,
  { asOf, window, monetary }: Measuring,
): { readonly measures: Measures; readonly leftOut: LeftOut } {
  const sums = new Float64Array(width * customers)
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
    const at = width * customer
    if (amount === amount) sums[at + total] = (sums[at + total] as number) + amount
    if (amount < 0) continue
    if (amount >= 0) sums[at + priced] = (sums[at + priced] as number) + 1
    const known = sums[at + count] as number
    if (known === 0 || day > (sums[at + last] as number)) sums[at + last] = day
    sums[at + count] = known + 1
  }
  return { measures: measuresOf(sums, customers, asOf, monetary), leftOut: { undated, later } }
}

function measuresOf(
  sums: Float64Array,
  customers: number,
  asOf: number,
  monetary: Measuring['monetary'],
): Measures {
  const recency = new Float64Array(customers).fill(NaN)
  const frequency = new Float64Array(customers).fill(NaN)
  const totals = new Float64Array(customers).fill(NaN)
  const averages = new Float64Array(monetary === 'average' ? customers : 0).fill(NaN)
  for (let row = 0, at = 0; row < customers; row++, at += width) {
    const purchases = sums[at + count] as number
    if (purchases === 0) continue
    recency[row] = asOf - (sums[at + last] as number)
    frequency[row] = purchases
    const known = sums[at + priced] as number
    if (known === 0) continue
    totals[row] = sums[at + total] as number
    if (monetary === 'average') averages[row] = (sums[at + total] as number) / known
  }
  settle(totals)
  if (monetary === 'average') settle(averages)
  return { recency, frequency, monetary: monetary === 'average' ? averages : totals, totals }
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
