import type { BooleanColumn } from '../../table/column.ts'
import { matchForm } from '../../table/parse/normalise.ts'
import { columnById, type Table } from '../../table/table.ts'
import { isFigure } from '../figureIds.ts'
import { churnRate } from './rates.ts'

/** What a yes / no column of the customers' own list says: who is lost. */
export interface FlaggedChurn {
  readonly column: string // its header
  readonly lost: number
  readonly customers: number // for whom it says yes or no
  readonly churn: number // lost ÷ customers
}

/** The column that was set, else the first yes / no column that is named after churn. */
export function flagColumn(customers: Table, set: string | null): BooleanColumn | null {
  const column =
    set === null
      ? customers.columns.find(
          ({ id, type, name, formula }) =>
            type === 'boolean' &&
            !isFigure(id) &&
            formula === undefined &&
            /流失|churn|attrition/.test(matchForm(name)),
        )
      : columnById(customers, set)
  // models come before calculated columns, which may read them
  return column?.type === 'boolean' && column.formula === undefined ? column : null
}

export function flaggedChurn({ order }: Table, { name, values }: BooleanColumn): FlaggedChurn {
  let lost = 0
  let customers = 0
  for (const row of order) {
    if (values[row] === 2) continue
    customers++
    if (values[row] === 1) lost++
  }
  return { column: name, lost, customers, churn: churnRate(lost, customers) }
}
