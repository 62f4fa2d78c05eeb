import { matchForm } from '../table/parse/normalise.ts'
import type { Table } from '../table/table.ts'
import { countOf } from './counting.ts'
import type { Figure, Model } from './model.ts'
import { rowsSaying } from './rows.ts'

/** Tickets and complaints: how many, and when the last was. */
export const service: Model = {
  id: 'service',
  usual: ['service.count', 'service.complaints', 'service.last'],
  fields: [],
  defaults: () => ({}),
  usuallyOn: ({ records }) => records.service !== undefined,
  needs: ({ records }) => (records.service ? [] : ['service']),
  reads: () => [],
  async run({ records: all, customers }, _settings, job) {
    if (!all.service) return { figures: [], facts: null, notes: [] }
    const { table: records, whose } = all.service
    const count = customers.rowCount
    const counted = await countOf(records, whose, count, job)
    const complaints = complaintRows(records)
    const figures: Figure[] = [
      { id: 'service.count', reading: 'number', unit: null, values: counted.counts },
    ]
    if (complaints) {
      const only = await countOf(records, whose, count, job, (row) => complaints[row] === 1)
      figures.push({ id: 'service.complaints', reading: 'number', unit: null, values: only.counts })
    }
    if (counted.dated)
      figures.push({ id: 'service.last', reading: 'date', unit: null, values: counted.span.last })
    return { figures, facts: null, notes: [] }
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
