import type { Column } from '../../table/column.ts'
import { columnById } from '../../table/table.ts'
import type { ModelInput } from '../model.ts'
import { numbersOf } from '../records/rows.ts'
import type { LeftOut, Measures, Measuring } from './measures.ts'

/** Columns of a list that brings its figures along; null = one of the three is missing. */
export interface OwnColumns {
  readonly last: Column // a date, or days since then
  readonly count: Column // orders, in all or a year
  readonly money: Column
  readonly each: boolean // the money is that of one order
}

export function ownColumns(
  { customers, own }: ModelInput,
  monetary: Measuring['monetary'],
): OwnColumns | null {
  const column = (id: string | undefined) =>
    id === undefined ? undefined : columnById(customers, id)
  const last = column(own.lastPurchase)
  const count = column(own.orderCount ?? own.frequency)
  const total = column(own.totalSpend)
  const each = column(own.spendPerOrder)
  const money = monetary === 'average' ? (each ?? total) : (total ?? each)
  return last && count && money ? { last, count, money, each: money === each } : null
}

/** Measures of the living customers as their list tells them; who bought nothing has none. */
export function listMeasures(
  { customers, asOf }: ModelInput,
  { last, count, money, each }: OwnColumns,
  monetary: Measuring['monetary'],
): { readonly measures: Measures; readonly leftOut: LeftOut } {
  const none = () => new Float64Array(customers.rowCount).fill(NaN)
  const [recency, frequency, totals, averages] = [none(), none(), none(), none()]
  const days = numbersOf(last)
  const counts = numbersOf(count)
  const amounts = numbersOf(money)
  let undated = 0
  let later = 0
  for (const row of customers.order) {
    const orders = counts?.[row] ?? NaN
    const ago = last.type === 'date' ? asOf - (days?.[row] ?? NaN) : (days?.[row] ?? NaN)
    const amount = amounts?.[row] ?? NaN
    if (!(orders > 0)) continue
    if (ago < 0) later++
    else if (Number.isNaN(ago)) undated++
    recency[row] = ago >= 0 ? ago : NaN
    frequency[row] = orders
    totals[row] = each ? amount * orders : amount
    averages[row] = each ? amount : amount / orders
  }
  const measures = {
    recency,
    frequency,
    monetary: monetary === 'average' ? averages : totals,
    totals,
  }
  return { measures, leftOut: { undated, later } }
}
