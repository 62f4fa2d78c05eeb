import { type Column, type Mark, markCode } from '../../table/column.ts'
import type { Table } from '../../table/table.ts'
import { rowsWhere } from '../columns.ts'

/** Living rows whose cell has the mark. */
export function markedRows(table: Table, column: Column, mark: Mark): Uint32Array {
  const { marks } = column
  if (!marks) return new Uint32Array(0)
  const code = markCode[mark]
  return rowsWhere(table, (row) => marks[row] === code)
}
