import { quantileParts } from '../../math/quantile.ts'
import { livingRows } from '../../scheme/living.ts'
import type { NumberColumn } from '../../table/column.ts'
import { isWhole, type Table } from '../../table/table.ts'
import { type Check, finding } from '../check.ts'
import { examplesOf, isNumber, rowsWhere } from '../columns.ts'

const least = 20 // values: fewer say nothing about what is usual
const far = 3 // Tukey's outer fences, beyond which values are "far out"

export interface Fences {
  readonly low: number
  readonly high: number
}

/**
 * Values far from all others: beyond the outer fences Q1 − 3·IQR and Q3 + 3·IQR (Tukey, Exploratory Data Analysis, 1977),
 * about 2 of a million normal values. Columns without negative values are measured by their logarithm, since amounts and
 * counts are skewed: ln(1 + x).
 */
export const outlier: Check = {
  id: 'outlier',
  dimension: 'plausibility',
  *find({ table }) {
    for (const column of table.columns.filter(isNumber)) {
      yield
      const fences = column.role === 'measure' ? fencesOf(table, column) : null
      if (!fences) continue
      const { values } = column
      const { low, high } = fences
      const rows = rowsWhere(table, (row) => {
        const value = values[row] as number
        return value < low || value > high
      })
      const detail = { low, high, examples: examplesOf(column, rows) }
      yield finding('outlier', 'warning', [column], rows, detail, ['clamp', 'replace', 'clear'])
    }
  },
}

const known = new WeakMap<NumberColumn, { order: Uint32Array; fences: Fences | null }>()

/** null = too few values, or half of them are the same. Kept per column. */
export function fencesOf(table: Table, column: NumberColumn): Fences | null {
  const before = known.get(column)
  if (before?.order === table.order) return before.fences
  const fences = compute(table, column)
  known.set(column, { order: table.order, fences })
  return fences
}

function compute(table: Table, { values }: NumberColumn): Fences | null {
  const living = isWhole(table) ? null : livingRows(table)
  const lives = living ? values.map((value, row) => (living[row] ? value : NaN)) : values
  let count = 0
  let min = Infinity
  for (const value of lives) {
    if (Number.isNaN(value)) continue
    count++
    if (value < min) min = value
  }
  if (count < least) return null
  const isLog = min >= 0
  const [q1 = NaN, q3 = NaN] = quantileParts(isLog ? lives.map(Math.log1p) : lives, [1, 3], 4)
  const range = q3 - q1
  if (!(range > 0)) return null
  const [low, high] = [q1 - far * range, q3 + far * range]
  return isLog ? { low: Math.max(0, Math.expm1(low)), high: Math.expm1(high) } : { low, high }
}
