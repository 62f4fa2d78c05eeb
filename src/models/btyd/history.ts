/** Purchases of all customers in any order. Days count from 1970-01-01; parts of a day are left out. */
export interface Purchases {
  readonly customers: Int32Array // row id of the customer; −1 = nobody's
  readonly days: Float64Array // NaN = unknown: such a purchase is left out
  readonly amounts: Float64Array // NaN = unknown, below 0 = a credit note
}

/** What the models know of a customer; by row id. Without any purchase: frequency 0, all else NaN. */
export interface History {
  readonly frequency: Float64Array // days with a purchase after the first such day
  readonly recency: Float64Array // days from the first to the last purchase; not the days since the last
  readonly age: Float64Array // days from the first purchase to the as-of day
  readonly monetary: Float64Array // mean of the repeat days' money; NaN where there is none
}

/**
 * Frequency, recency, age and mean spend as BG/NBD and its kin take them (Fader & Hardie 2013; the summary of Python's
 * `lifetimes`). Purchases of one day are one. Purchases after the as-of day do not count. A day of credit notes only, or one
 * whose credit notes take all its money, is no purchase; credit notes after the first day take from the repeat days' money.
 * Linear in the number of purchases.
 */
export function historyOf(purchases: Purchases, count: number, asOf: number): History {
  const { customers, days, amounts } = purchases
  const order = byCustomerAndDay(customers, days, count, Math.floor(asOf))
  const blank = () => new Float64Array(count).fill(NaN)
  const frequency = new Float64Array(count)
  const [recency, age, monetary] = [blank(), blank(), blank()]
  let at = 0
  while (at < order.length) {
    const customer = customers[order[at] as number] as number
    let first = NaN
    let last = NaN
    let repeats = 0
    let priced = 0 // repeat days of which an amount is known
    let money = 0
    while (at < order.length && customers[order[at] as number] === customer) {
      const day = Math.floor(days[order[at] as number] as number)
      let bought = false
      let net = NaN
      let back = false
      for (; at < order.length; at++) {
        const row = order[at] as number
        if (customers[row] !== customer || Math.floor(days[row] as number) !== day) break
        const amount = amounts[row] as number
        if (amount < 0) back = true
        else bought = true
        if (!Number.isNaN(amount)) net = (Number.isNaN(net) ? 0 : net) + amount
      }
      const isPurchase = bought && !(back && net <= 0)
      if (isPurchase) {
        if (Number.isNaN(first)) first = day
        else {
          repeats++
          if (!Number.isNaN(net)) priced++
        }
        last = day
      }
      if (day > first && !Number.isNaN(net)) money += net
    }
    if (Number.isNaN(first)) continue
    frequency[customer] = repeats
    recency[customer] = last - first
    age[customer] = Math.floor(asOf) - first
    if (priced > 0) monetary[customer] = money / priced
  }
  return { frequency, recency, age, monetary }
}

const digit = 16 // bits of a day that one pass sorts by

/** Rows that count, each customer's together and by day: stable counting sorts, by day first and then by customer. */
function byCustomerAndDay(
  customers: Int32Array,
  days: Float64Array,
  count: number,
  asOf: number,
): Uint32Array {
  let first = Infinity
  let kept = 0
  const counts = (row: number) => {
    const customer = customers[row] as number
    return customer >= 0 && customer < count && Math.floor(days[row] as number) <= asOf
  }
  for (let row = 0; row < customers.length; row++) {
    if (!counts(row)) continue
    first = Math.min(first, Math.floor(days[row] as number))
    kept++
  }
  let order = new Uint32Array(kept)
  for (let row = 0, next = 0; row < customers.length; row++) if (counts(row)) order[next++] = row
  const span = asOf - first
  for (let low = 1; low <= span; low *= 2 ** digit)
    order = sortBy(order, 2 ** digit, (row) => {
      const day = Math.floor(days[row] as number) - first
      return Math.floor(day / low) % 2 ** digit
    })
  return sortBy(order, count, (row) => customers[row] as number)
}

function sortBy(
  order: Uint32Array,
  size: number,
  key: (row: number) => number,
): Uint32Array<ArrayBuffer> {
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
