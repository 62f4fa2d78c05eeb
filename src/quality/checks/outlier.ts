import { present } from '../../math/present.ts'
import { quantileParts } from '../../math/quantile.ts'
import { livingRows } from '../../scheme/living.ts'
import type { NumberColumn } from '../../table/column.ts'
import { isWhole, type Table } from '../../table/table.ts'
import { type Check, finding } from '../check.ts'
import { examplesOf, isNumber, rowsWhere } from '../columns.ts'
import { isOneSided } from './negative.ts'
import { isPart } from './percentOver.ts'

const least = 20 // values: fewer say nothing about what is usual
const far = 3 // Tukey's outer fences, beyond which values are "far out"

export interface Fences {
  readonly isLog: boolean
  readonly low: number
  readonly high: number
}

/**
 * Values far from all others: beyond the outer fences Q1 − 3·IQR and Q3 + 3·IQR (Tukey, Exploratory Data Analysis, 1977),
 * about 2 of a million normal values. Amounts and counts are skewed, so that columns which never go below zero are
 * measured by their logarithm ln(1 + x). What other checks tell (negative amounts, parts over 100 %) is left to them.
 */
export const outlier: Check = {
  id: 'outlier',
  dimension: 'plausibility',
  *find({ table }) {
    for (const column of table.columns.filter(isNumber)) {
      yield
      const fences = column.role === 'measure' && !isPart(column) ? fencesOf(table, column) : null
      if (!fences) continue
      const { values } = column
      const { low, high, isLog } = fences
      const rows = rowsWhere(table, (row) => {
        const value = values[row] as number
        return (value < low && !(isLog && value < 0)) || value > high
      })
      const detail = { low, high, examples: examplesOf(column, rows) }
      yield finding('outlier', 'warning', [column], rows, detail, ['clamp', 'replace', 'clear'])
    }
  },
}

const known = new WeakMap<NumberColumn, { order: Uint32Array; fences: Fences | null }>()

/** null = too few values, or half of them are the same. Kept per column. */
function fencesOf(table: Table, column: NumberColumn): Fences | null {
  const before = known.get(column)
  if (before?.order === table.order) return before.fences
  const fences = compute(table, column)
  known.set(column, { order: table.order, fences })
  return fences
}

function compute(table: Table, column: NumberColumn): Fences | null {
  const living = isWhole(table) ? null : livingRows(table)
  const isLog = isOneSided(column) || !hasNegative(table, column)
  const measured = column.values.map((value, row) => {
    if (living && living[row] === 0) return NaN
    return !isLog ? value : value < 0 ? NaN : Math.log1p(value)
  })
  if (present(measured).length < least) return null
  const [q1 = NaN, q3 = NaN] = quantileParts(measured, [1, 3], 4)
  const range = q3 - q1
  if (!(range > 0)) return null
  const [low, high] = [q1 - far * range, q3 + far * range]
  if (!isLog) return { low, high, isLog }
  return { low: Math.max(0, Math.expm1(low)), high: Math.expm1(high), isLog }
}

function hasNegative({ order }: Table, { values }: NumberColumn): boolean {
  return order.some((row) => (values[row] as number) < 0)
}
