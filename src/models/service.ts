import { matchForm } from '../table/parse/normalise.ts'
import type { Table } from '../table/table.ts'
import { countOf } from './counting.ts'
import type { Figure, RecordModel } from './model.ts'
import { rowsSaying } from './rows.ts'

export const service: RecordModel = {
  id: 'service',
  async figures(records, whose, count, job) {
    const all = await countOf(records, whose, count, job)
    const complaints = complaintRows(records)
    const figures: Figure[] = [
      { id: 'service.count', reading: 'number', unit: null, values: all.counts },
    ]
    if (complaints) {
      const only = await countOf(records, whose, count, job, (row) => complaints[row] === 1)
      figures.push({ id: 'service.complaints', reading: 'number', unit: null, values: only.counts })
    }
    if (all.dated)
      figures.push({ id: 'service.last', reading: 'date', unit: null, values: all.span.last })
    return figures
  },
}

const complaint = /投诉|客诉|complain/

/** Rows whose class says that they are complaints; all where the table is one of complaints; null = not to be told. */
function complaintRows(records: Table): Uint8Array | null {
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
