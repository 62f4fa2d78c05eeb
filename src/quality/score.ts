import type { Scheme } from '../scheme/scheme.ts'
import { type Column, type ColumnId, type ColumnRole, markCode } from '../table/column.ts'
import { isMissing } from '../table/profile.ts'
import type { Table } from '../table/table.ts'
import { type Dimension, dimensions, type Finding } from './check.ts'
import { checks } from './checks/index.ts'
import { usedColumns } from './columns.ts'

/** How good one column is. Shares are of the living rows, 0..1. */
export interface ColumnScore {
  readonly column: ColumnId
  readonly score: number // 0..100
  readonly filled: number // cells
  readonly parsed: number // of the filled ones, those that could be read
  readonly outliers: number
  /** Per dimension: filled cells that a finding of it speaks against. Completeness: empty cells. */
  readonly against: Readonly<Record<Dimension, number>>
  readonly weight: number // in the score of the list
}

/** Roles whose empty cells are no fault: not every customer has a note, an earlier tier or, of one purchase, a forecast. */
const mayBeEmpty: ReadonlySet<ColumnRole> = new Set(['note', 'tier', 'other', 'calculated'])
/** The columns that name the customer weigh, together, a quarter of what the criteria weigh. */
const nameWeight = 0.25
const naming: readonly ColumnRole[] = ['key', 'name', 'phone']

/**
 * Score of a column = 100 × good cells ÷ cells: a cell is good if it is filled, was read, and no finding of level error or
 * warning names it. In columns whose cells may be empty, of the filled cells. A ratio of conforming items, as ISO/IEC 25024:2015
 * measures data quality (X = A/B).
 */
export function columnScore(
  table: Table,
  column: Column,
  findings: readonly Finding[],
  weight: number,
): ColumnScore {
  const bad = new Uint8Array(table.rowCount)
  const against = Object.fromEntries(dimensions.map((one) => [one, 0])) as Record<Dimension, number>
  let outliers = 0
  for (const { check, columns, level, rows } of findings) {
    if (!columns.includes(column.id)) continue
    if (check === 'outlier') outliers = rows.length
    const { dimension } = checks.get(check)
    if (level === 'info' || dimension === 'completeness') continue
    against[dimension] += rows.length
    for (const row of rows) bad[row] = 1
  }
  let filled = 0
  let failed = 0
  let good = 0
  for (const row of table.order) {
    const isFailed = column.marks?.[row] === markCode.error
    if (!isFailed && isMissing(column, row)) continue
    filled++
    failed += Number(isFailed)
    good += Number(!isFailed && bad[row] === 0)
  }
  const all = mayBeEmpty.has(column.role) && weight === 0 ? filled : table.order.length
  against.completeness = table.order.length - filled
  const score = all === 0 ? 100 : (100 * good) / all
  return { column: column.id, score, filled, parsed: filled - failed, outliers, against, weight }
}

/** Criteria weigh as they do in the grade (together 1), columns that name the customer together ¼, others not at all. */
export function weightsOf(table: Table, scheme: Scheme): ReadonlyMap<ColumnId, number> {
  const weights = new Map<ColumnId, number>()
  const used = usedColumns(scheme)
  const criteria = scheme.criteria.filter((one) => one.enabled)
  const total = criteria.reduce((sum, one) => sum + one.weight, 0)
  for (const { column, weight } of criteria)
    if (total > 0) weights.set(column, (weights.get(column) ?? 0) + weight / total)
  const names = table.columns.filter(({ id, role }) => naming.includes(role) && !used.has(id))
  for (const { id } of names) weights.set(id, nameWeight / names.length)
  return weights
}

/** Weighted mean; null where nothing weighs or nobody is in the list. */
export function listScore(table: Table, columns: readonly ColumnScore[]): number | null {
  let sum = 0
  let weights = 0
  for (const { score, weight } of columns) {
    sum += weight * score
    weights += weight
  }
  return table.order.length === 0 || weights === 0 ? null : sum / weights
}
