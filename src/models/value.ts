import { concentration } from '../math/concentration.ts'
import type { Job } from '../core/job.ts'
import type { Column } from '../table/column.ts'
import { columnById } from '../table/table.ts'
import { formulaValue, retentionValue } from './btyd/lifetimeValue.ts'
import type { Figure, Model, ModelInput } from './model.ts'
import { moneyOf } from './records/orderBook.ts'
import type { Purchases } from './records/purchases.ts'
import { numbersOf } from './records/rows.ts'

export interface ValueSettings {
  readonly margin: number | null // of sales, as a fraction; null = not known: sales are counted
  readonly method: 'years' | 'retention'
  readonly years: number
  readonly retention: number // share that stays each year
  readonly discount: number // a year
}

/** What the page of the value shows. */
export interface ValueFacts {
  readonly customers: number // with a value by formula
  readonly history: number
  readonly formula: number
  readonly unit: string | null
  readonly margin: number | null
  /** Share of the value by formula that the largest 0 %, 1 % … 100 % of these customers hold. */
  readonly concentration: readonly number[]
}

/** What customers brought so far, and 客单价 × 年频次 × 毛利率 × 年限. */
export const value: Model<ValueSettings, ValueFacts> = {
  id: 'value',
  usual: ['value.formula'],
  fields: [
    { kind: 'number', name: 'margin', unit: 'percent', auto: true, least: 0, most: 1 },
    { kind: 'choice', name: 'method', options: ['years', 'retention'] },
    { kind: 'number', name: 'years', unit: 'years', auto: false, least: 0.5, most: 30 },
    { kind: 'number', name: 'retention', unit: 'percent', auto: false, least: 0, most: 0.99 },
    { kind: 'number', name: 'discount', unit: 'percent', auto: false, least: 0, most: 1 },
  ],
  defaults: () => ({ margin: null, method: 'years', years: 3, retention: 0.8, discount: 0 }),
  usuallyOn: (input) => hasPricedOrders(input) || hasOwn(input),
  needs: (input) => (hasPricedOrders(input) || hasOwn(input) ? [] : ['value.source']),
  reads(input) {
    if (hasPricedOrders(input)) return []
    const { yearly, order, total } = ownColumns(input)
    return [...yearly, ...order, ...total]
  },
  async run(input, settings, job) {
    const sums = hasPricedOrders(input)
      ? await fromOrders(input, job)
      : fromOwn(ownColumns(input), input.customers.rowCount)
    const margin = settings.margin ?? 1
    const rows = input.customers.rowCount
    const history = sums.total.map((total) => total * margin)
    const formula = new Float64Array(rows)
    for (let row = 0; row < rows; row++)
      formula[row] = valueOf(sums.order[row] as number, sums.yearly[row] as number, settings)
    await job.checkpoint()
    const { unit } = sums
    const figures: Figure[] = [
      { id: 'value.history', reading: 'money', unit, values: history },
      { id: 'value.formula', reading: 'money', unit, values: formula },
    ]
    const living = Float64Array.from(input.customers.order, (row) => formula[row] as number)
    const present = living.filter((each) => !Number.isNaN(each))
    return {
      figures: sums.hasTotal ? figures : figures.slice(1),
      facts: {
        customers: present.length,
        history: sumOf(Float64Array.from(input.customers.order, (row) => history[row] as number)),
        formula: sumOf(present),
        unit,
        margin: settings.margin,
        concentration: [...concentration(present)],
      },
      notes:
        settings.margin === null ? [{ code: 'value.noMargin', level: 'info', detail: {} }] : [],
    }
  },
}

function valueOf(order: number, yearly: number, settings: ValueSettings): number {
  const { margin, method, years, retention, discount } = settings
  return method === 'years'
    ? formulaValue(order, yearly, margin ?? 1, years, discount)
    : retentionValue(order * yearly * (margin ?? 1), retention, discount, 'later')
}

interface Sums {
  readonly total: Float64Array
  readonly order: Float64Array // mean money of an order
  readonly yearly: Float64Array // orders a year
  readonly unit: string | null
  readonly hasTotal: boolean
}

const year = 365

/** Orders a year since the first one; whoever is younger than a year is taken for a year old, or a week would count 52-fold. */
async function fromOrders(input: ModelInput, job: Job): Promise<Sums> {
  const { customers, days, amounts, unit } = (await input.purchases(job)) as Purchases
  const rows = input.customers.rowCount
  const total = new Float64Array(rows)
  const orders = new Float64Array(rows)
  const priced = new Float64Array(rows)
  const first = new Float64Array(rows).fill(NaN)
  for (let at = 0; at < customers.length; at++) {
    const row = customers[at] as number
    if (row < 0) continue
    const amount = amounts[at] as number
    if (!Number.isNaN(amount)) total[row] = (total[row] as number) + amount
    if (amount < 0) continue
    orders[row] = (orders[row] as number) + 1
    if (!Number.isNaN(amount)) priced[row] = (priced[row] as number) + 1
    const day = days[at] as number
    if (!Number.isNaN(day) && !((first[row] as number) <= day)) first[row] = day
  }
  const order = total.map((sum, row) => sum / (priced[row] as number) || NaN)
  const yearly = orders.map((count, row) => {
    const age = (input.asOf - (first[row] as number) + 1) / year
    return count / Math.max(1, age || 1)
  })
  for (let row = 0; row < rows; row++) if (orders[row] !== 0 && priced[row] === 0) total[row] = NaN
  return { total, order, yearly, unit, hasTotal: true }
}

interface Own {
  readonly yearly: readonly Column[]
  readonly order: readonly Column[]
  readonly total: readonly Column[]
}

function ownColumns({ customers, own }: ModelInput): Own {
  const column = (id: string | undefined) => {
    const found = id === undefined ? undefined : columnById(customers, id)
    return found ? [found] : []
  }
  return {
    yearly: column(own.frequency),
    order: column(own.spendPerOrder),
    total: column(own.totalSpend),
  }
}

function fromOwn({ yearly, order, total }: Own, rows: number): Sums {
  const values = ([column]: readonly Column[]) =>
    numbersOf(column) ?? new Float64Array(rows).fill(NaN)
  const [money] = order
  return {
    total: values(total),
    order: values(order),
    yearly: values(yearly),
    unit: money?.reading === 'money' ? money.unit : null,
    hasTotal: total.length > 0,
  }
}

function hasPricedOrders({ records }: ModelInput): boolean {
  return records.orders !== undefined && moneyOf(records.orders.table) !== undefined
}

function hasOwn({ own }: ModelInput): boolean {
  return own.frequency !== undefined && own.spendPerOrder !== undefined
}

function sumOf(values: Float64Array): number {
  let sum = 0
  for (const value of values) if (!Number.isNaN(value)) sum += value
  return sum
}
