import { isMissing } from '../../table/profile.ts'
import { columnById } from '../../table/table.ts'
import { type Check, finding } from '../check.ts'
import { rowsWhere } from '../columns.ts'

/** Customers who lack the value of some criterion that weighs: those whose completeness is below 1 (spec/grading.md §2). */
export const incomplete: Check = {
  id: 'incomplete',
  dimension: 'completeness',
  *find({ table, scheme }) {
    const weighing = scheme.criteria.filter(({ enabled, weight }) => enabled && weight > 0)
    const columns = weighing.flatMap(({ column }) => columnById(table, column) ?? [])
    if (columns.length < 2) return // `missing` says the same of one column
    const rows = rowsWhere(table, (row) => columns.some((column) => isMissing(column, row)))
    const share = rows.length / table.order.length
    yield finding('incomplete', 'info', [], rows, { share, criteria: columns.length })
  },
}
