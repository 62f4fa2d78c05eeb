import { isMissing } from '../../table/profile.ts'
import { markCode } from '../../table/column.ts'
import { columnById } from '../../table/table.ts'
import { type Check, finding } from '../check.ts'
import { rowsWhere, usedColumns } from '../columns.ts'

const many = 0.2 // of the customers: a criterion that so many lack hardly compares them

/** Empty cells in columns that criteria use. */
export const missing: Check = {
  id: 'missing',
  dimension: 'completeness',
  *find({ table, scheme }) {
    for (const id of usedColumns(scheme)) {
      const column = columnById(table, id)
      if (!column) continue
      const { marks } = column
      const rows = rowsWhere(
        table,
        (row) => isMissing(column, row) && marks?.[row] !== markCode.error,
      )
      const share = rows.length / table.order.length
      yield finding('missing', share > many ? 'warning' : 'info', [column], rows, { share }, [
        'replace',
      ])
    }
  },
}
