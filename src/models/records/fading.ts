import { decayOf } from '../../math/decay.ts'

/** Something of a customer on a day. */
export interface Dated {
  readonly customer: number // row id
  readonly day: number // NaN = not known: counts nothing, since nobody can tell how much is left of it
  readonly amount: number
}

/** Σ amount × 2^(−days before `asOf` ÷ half-life) per customer, 0 where there is nothing; to 10⁻⁶, whatever the order. */
export function fadedSums(
  things: Iterable<Dated>,
  customers: number,
  asOf: number,
  halfLife: number,
): Float64Array {
  const sums = new Float64Array(customers)
  for (const { customer, day, amount } of things) {
    const left = amount * decayOf(asOf - day, halfLife)
    if (!Number.isNaN(left)) sums[customer] = (sums[customer] as number) + left
  }
  return sums.map((sum) => Math.round(sum * 1e6) / 1e6)
}
