import type { Issue } from '../core/issue.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { type Meaning, meaningOf } from '../scheme/templates/meaning.ts'
import { cellAt } from '../table/cell.ts'
import type { NumberColumn, RowId } from '../table/column.ts'
import { type Table, columnByRole } from '../table/table.ts'

const mostRows = 1000
const mostExamples = 5

/**
 * Customers whose stated lifetime value is below what they spend in one year (frequency × spend per order): one of the
 * three must be wrong. Null where a column is not there, currencies differ or all is well.
 */
export function valueBelowYear(table: Table, scheme: Scheme): Issue | null {
  const frequency = columnMeaning('frequency', table, scheme)
  const spend = columnMeaning('spendPerOrder', table, scheme)
  const lifetime = columnMeaning('lifetimeValue', table, scheme)
  if (!frequency || !spend || !lifetime || frequency.reading !== 'frequency') return null
  if (spend.unit !== lifetime.unit && spend.unit !== null && lifetime.unit !== null) return null
  const rows: RowId[] = []
  let count = 0
  for (const row of table.order) {
    const year = (frequency.values[row] ?? NaN) * (spend.values[row] ?? NaN)
    if (!((lifetime.values[row] ?? NaN) < year)) continue
    count++
    if (rows.length < mostRows) rows.push(row)
  }
  if (count === 0) return null
  return {
    code: 'customer.valueBelowYear',
    level: 'warning',
    detail: { count, examples: rows.slice(0, mostExamples).map((row) => nameOf(table, row)) },
    about: lifetime.id,
    rows,
  }
}

/** Of several columns with this meaning the one that is a criterion. */
function columnMeaning(meaning: Meaning, table: Table, scheme: Scheme): NumberColumn | undefined {
  const used = new Set(scheme.criteria.map(({ column }) => column))
  const found = table.columns.filter(
    (column): column is NumberColumn => column.type === 'number' && meaningOf(column) === meaning,
  )
  return found.find((column) => used.has(column.id)) ?? found[0]
}

function nameOf(table: Table, row: RowId): string {
  const column = columnByRole(table, 'name') ?? columnByRole(table, 'key')
  const value = column ? cellAt(column, row).value : null
  return value === null ? `#${row}` : String(value)
}
