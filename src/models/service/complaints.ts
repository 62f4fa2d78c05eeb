import { matchForm } from '../../table/parse/normalise.ts'
import type { Table } from '../../table/table.ts'
import { rowsSaying } from '../records/rows.ts'

const complaint = /投诉|客诉|complain/

/** Rows whose class says that they are complaints; all where the table is one of complaints; null = not to be told. */
export function complaintRows(records: Table): Uint8Array | null {
  for (const column of records.columns) {
    if (column.role !== 'group' && column.type !== 'category') continue
    const rows = rowsSaying(column, (form) => complaint.test(form))
    if (rows.includes(1)) return rows
  }
  const said = records.columns.some(
    ({ role, name }) => (role === 'record' || role === 'when') && complaint.test(matchForm(name)),
  )
  return said ? new Uint8Array(records.rowCount).fill(1) : null
}
