import { Latest } from './dates.ts'
import type { Figure, Model } from './model.ts'
import { columnByRole } from '../table/table.ts'
import { moneyOf } from './orders.ts'
import type { Purchases } from './purchases.ts'

/** How often, for how much, from when to when. */
export const behaviour: Model = {
  id: 'behaviour',
  usual: ['orders.count', 'orders.amount', 'orders.first', 'orders.last'],
  fields: [],
  defaults: () => ({}),
  usuallyOn: ({ records }) => records.orders !== undefined,
  needs: ({ records }) => (records.orders ? [] : ['orders']),
  reads: () => [],
  async run(input, _settings, job) {
    const purchases = await input.purchases(job)
    const table = input.records.orders?.table
    if (!purchases || !table) return { figures: [], facts: null, notes: [] }
    const { count, amount, first, last } = sumUp(purchases, input.customers.rowCount)
    const figures: Figure[] = [{ id: 'orders.count', reading: 'number', unit: null, values: count }]
    if (moneyOf(table))
      figures.push({ id: 'orders.amount', reading: 'money', unit: purchases.unit, values: amount })
    if (columnByRole(table, 'when'))
      figures.push(
        { id: 'orders.first', reading: 'date', unit: null, values: first },
        { id: 'orders.last', reading: 'date', unit: null, values: last },
      )
    return { figures, facts: null, notes: [] }
  },
}

interface Sums {
  readonly count: Float64Array
  readonly amount: Float64Array // NaN: orders, but of no known amount
  readonly first: Float64Array
  readonly last: Float64Array
}

function sumUp({ customers, days, amounts }: Purchases, rows: number): Sums {
  const count = new Float64Array(rows)
  const amount = new Float64Array(rows)
  const priced = new Uint8Array(rows)
  const latest = new Latest(rows)
  for (let at = 0; at < customers.length; at++) {
    const customer = customers[at] ?? -1
    if (customer < 0) continue
    const value = amounts[at] ?? NaN
    if (!Number.isNaN(value)) {
      amount[customer] = (amount[customer] ?? 0) + value
      priced[customer] = 1
    }
    if (value < 0) continue
    count[customer] = (count[customer] ?? 0) + 1
    latest.add(customer, days[at] ?? NaN)
  }
  for (let row = 0; row < rows; row++) {
    const known = priced[row] === 1 || count[row] === 0
    amount[row] = known ? Math.round((amount[row] ?? 0) * 1e6) / 1e6 : NaN
  }
  return { count, amount, ...latest.span }
}
