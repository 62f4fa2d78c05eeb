import { groupedBy } from '../records/grouped.ts'
import { settled } from './counted.ts'

/** What was bought of which kind, or where: one entry a line or an order. */
export interface Entries {
  readonly customers: Int32Array // −1 = is not counted
  readonly codes: Uint32Array // 0 = not known
  readonly amounts: Float64Array // NaN = not known; below 0 takes from the money and does not count
}

export interface Preference {
  readonly kinds: Float64Array // per customer: how many different; NaN: entries, but none that says
  readonly main: Uint32Array // per customer: code of the one that weighs most; 0 = none
}

/** Ties by amount go to the more frequent one, those by count to the higher amount, then to the first by its text. */
export function preferenceOf(
  entries: Entries,
  customers: number,
  words: number,
  by: 'amount' | 'count',
): Preference {
  const kinds = new Float64Array(customers)
  const main = new Uint32Array(customers)
  const { starts, places } = groupedBy(entries.customers, customers)
  const counts = new Uint32Array(words + 1)
  const amounts = new Float64Array(words + 1)
  const seen = new Int32Array(words + 1).fill(-1) // the customer that a code was last met at
  const met = new Uint32Array(words + 1)
  const better = (a: number, b: number) => {
    const money = settled(amounts[a] as number) - settled(amounts[b] as number)
    const often = (counts[a] as number) - (counts[b] as number)
    return (by === 'amount' ? money || often : often || money) || b - a
  }
  for (let customer = 0; customer < customers; customer++) {
    const own = places.subarray(starts[customer], starts[customer + 1])
    let different = 0
    for (const at of own) {
      const code = entries.codes[at] as number
      const amount = entries.amounts[at] as number
      if (seen[code] !== customer) {
        seen[code] = customer
        met[different++] = code
        counts[code] = 0
        amounts[code] = 0
      }
      amounts[code] = (amounts[code] as number) + (amount || 0)
      if (!(amount < 0)) counts[code] = (counts[code] as number) + 1
    }
    const bought = met.subarray(0, different).filter((code) => code > 0 && counts[code])
    main[customer] = bought.reduce(
      (best, code) => (best && better(code, best) <= 0 ? best : code),
      0,
    )
    kinds[customer] = bought.length > 0 || own.length === 0 ? bought.length : NaN
  }
  return { kinds, main }
}
