import type { Column } from '../../table/column.ts'
import { writeCell } from '../../table/parse/cell.ts'
import { isMissing } from '../../table/profile.ts'
import { columnByRole, type Table } from '../../table/table.ts'
import { type Check, finding } from '../check.ts'
import { keyOf, rowsWhere } from '../columns.ts'

/** Customers without a number: nothing joins them to other tables or to the next import. */
export const keyBlank: Check = {
  id: 'keyBlank',
  dimension: 'completeness',
  *find({ table }) {
    const column = keyOf(table)
    if (column) yield finding('keyBlank', 'warning', [column], blankRows(table, column), {})
  },
}

/** Customers without a name. */
export const nameBlank: Check = {
  id: 'nameBlank',
  dimension: 'completeness',
  *find({ table }) {
    const column = columnByRole(table, 'name')
    if (column && column.id !== table.key)
      yield finding('nameBlank', 'warning', [column], blankRows(table, column), {})
  },
}

/** A word that means nothing (暂无) is no name; a text that could not be read still is one. */
const blankRows = (table: Table, column: Column) =>
  rowsWhere(table, (row) => isMissing(column, row) && writeCell(column, row) === '')
