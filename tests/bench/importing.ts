import { createJob } from '../../src/core/job.ts'
import { buildTable, openSource, planImport } from '../../src/import/read.ts'
import { writeCell } from '../../src/table/parse/cell.ts'
import type { Table } from '../../src/table/table.ts'

/** A whole import, from the bytes of a file to the table. */
export async function importFile(file: Blob): Promise<Table> {
  const job = createJob()
  const opened = await openSource({ kind: 'file', file, name: 'x.csv' }, job)
  const plan = await planImport(opened, {}, '2026-11-21', job)
  return buildTable(opened, plan, {}, 'customers', job)
}

/** What is wrong with the table of `customersCsv(rows)`; null = nothing. */
export function faultOf({ columns, rowCount }: Table, rows: number): string | null {
  if (rowCount !== rows) return `${rowCount} rows`
  const kinds = columns.map(({ reading }) => reading).join(' ')
  const wanted = 'code text category category category date date number money rating number text'
  if (kinds !== wanted) return kinds
  const [first, last] = [0, rows - 1].map((row) => columns[0] && writeCell(columns[0], row))
  const end = `C${String(rows).padStart(7, '0')}`
  return first === 'C0000001' && last === end ? null : `${first} … ${last}`
}
