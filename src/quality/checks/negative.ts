import { type Meaning, meaningOf, plain } from '../../scheme/templates/meaning.ts'
import type { NumberColumn } from '../../table/column.ts'
import { type Check, finding } from '../check.ts'
import { examplesOf, isNumber, rowsWhere } from '../columns.ts'

/** What cannot be below zero, in the words of `meaningOf`. */
const neverBelow: ReadonlySet<Meaning> = new Set([
  'frequency',
  'orderCount',
  'spendPerOrder',
  'lifetimeValue',
  'totalSpend',
  'annualPurchase',
  'monthlyCharge',
  'paymentDays',
  'complaints',
  'products',
  'activity',
  'tenure',
])
/** Balances, gains and differences have two sides; returns are often written with a minus. */
const twoSided = /利润|毛利|余额|差|变化|增长|净|退|profit|margin|balance|change|growth|net|refund/

/** Amounts and counts below zero. */
export const negative: Check = {
  id: 'negative',
  dimension: 'plausibility',
  *find({ table }) {
    for (const column of table.columns.filter(isNumber)) {
      if (!isOneSided(column)) continue
      const { values } = column
      const rows = rowsWhere(table, (row) => (values[row] as number) < 0)
      const detail = { examples: examplesOf(column, rows) }
      yield finding('negative', 'warning', [column], rows, detail, ['absolute', 'replace', 'clear'])
    }
  },
}

/** Whether numbers of this column never go below zero. */
export function isOneSided(column: NumberColumn): boolean {
  if (twoSided.test(plain(column.name))) return false
  const meaning = meaningOf(column)
  if (meaning !== null) return neverBelow.has(meaning)
  return column.reading === 'money' || column.reading === 'frequency'
}
