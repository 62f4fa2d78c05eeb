import type { Issue } from '../core/issue.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { type Meaning, meaningOf } from '../scheme/templates/meaning.ts'
import { cellAt } from '../table/cell.ts'
import type { NumberColumn, RowId } from '../table/column.ts'
import { type Table, columnByRole } from '../table/table.ts'

const mostRows = 1000
const mostExamples = 5

/** The three columns, and the rows where a lifetime is worth less than one of its years. */
export interface BelowYear {
  readonly frequency: NumberColumn
  readonly spend: NumberColumn
  readonly lifetime: NumberColumn
  readonly rows: Uint32Array // in sheet order
}

/**
 * Customers whose stated lifetime value is below what they spend in one year (frequency × spend per order): one of the
 * three must be wrong. Null where a column is not there, currencies differ or all is well.
 */
export function belowYear(table: Table, scheme: Scheme): BelowYear | null {
  const frequency = columnMeaning('frequency', table, scheme)
  const spend = columnMeaning('spendPerOrder', table, scheme)
  const lifetime = columnMeaning('lifetimeValue', table, scheme)
  if (!frequency || !spend || !lifetime || frequency.reading !== 'frequency') return null
  if (spend.unit !== lifetime.unit && spend.unit !== null && lifetime.unit !== null) return null
  const rows = table.order.filter((row) => {
    const year = (frequency.values[row] ?? NaN) * (spend.values[row] ?? NaN)
    return (lifetime.values[row] ?? NaN) < year
  })
  return rows.length === 0 ? null : { frequency, spend, lifetime, rows }
}

/** The same as an issue, with the first of the customers. */
export function valueBelowYear(table: Table, scheme: Scheme): Issue | null {
  const found = belowYear(table, scheme)
  if (!found) return null
  const rows = [...found.rows.subarray(0, mostRows)]
  return {
    code: 'customer.valueBelowYear',
    level: 'warning',
    detail: {
      count: found.rows.length,
      examples: rows.slice(0, mostExamples).map((row) => nameOf(table, row)),
    },
    about: found.lifetime.id,
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
