import { type Check, finding } from '../check.ts'
import { findDuplicates } from '../duplicates.ts'
import { rowsWhere } from '../columns.ts'

/** Customers that stand in the list more than once, surely or likely. They are mended by merging. */
export const duplicates: Check = {
  id: 'duplicates',
  dimension: 'uniqueness',
  *find({ table }) {
    const found = yield* findDuplicates(table)
    const inGroup = new Uint8Array(table.rowCount)
    for (const row of found.rows) inGroup[row] = 1
    const certain = found.certain.reduce((sum, one) => sum + one, 0)
    yield finding(
      'duplicates',
      'warning',
      [],
      rowsWhere(table, (row) => inGroup[row] === 1),
      {
        groups: found.certain.length,
        certain,
      },
    )
  },
}
