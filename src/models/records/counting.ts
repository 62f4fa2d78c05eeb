import type { Job } from '../../core/job.ts'
import type { RowId } from '../../table/column.ts'
import { eachForm } from '../../table/eachForm.ts'
import { matchForm } from '../../table/parse/normalise.ts'
import { columnByRole, type Table } from '../../table/table.ts'
import { Latest, type Span } from './dates.ts'
import type { LinkedRecords } from '../model.ts'
import { eachLiving, numbersOf } from './rows.ts'
import { rowsOut } from './taken.ts'

export interface CountedRows {
  readonly rows: Uint32Array // each a record of its own, of a customer, not withdrawn, not after the as-of date
  readonly whose: Int32Array // per row id
  readonly when: Float64Array | null // days per row id; null = there is no such column
  readonly later: number // left out: after the as-of date
}

/** Records that count; rows of one number are one. */
export async function countedRows(
  { table, whose }: LinkedRecords,
  asOf: number,
  job: Job,
): Promise<CountedRows> {
  const again = await repeatedRows(table, job)
  const out = rowsOut(table, 'others')
  const when = numbersOf(columnByRole(table, 'when'))
  const rows = new Uint32Array(table.order.length)
  let count = 0
  let later = 0
  await eachLiving(table, job, (row) => {
    if ((whose[row] ?? -1) < 0 || out[row] || again[row]) return
    if (when && (when[row] as number) > asOf) later++
    else rows[count++] = row
  })
  return { rows: rows.slice(0, count), whose, when, later }
}

/** How many each customer has, and from when to when. */
export function countsOf(
  { rows, whose, when }: CountedRows,
  customers: number,
  picks: (row: RowId) => boolean = () => true,
): { readonly counts: Float64Array; readonly span: Span } {
  const counts = new Float64Array(customers)
  const latest = new Latest(customers)
  for (const row of rows) {
    if (!picks(row)) continue
    const customer = whose[row] as number
    counts[customer] = (counts[customer] as number) + 1
    latest.add(customer, when?.[row] ?? NaN)
  }
  return { counts, span: latest.span }
}

/** 1 for living rows whose number an earlier one bears. */
async function repeatedRows(records: Table, job: Job): Promise<Uint8Array> {
  const again = new Uint8Array(records.rowCount)
  const number = columnByRole(records, 'record')
  if (!number) return again
  const living = new Uint8Array(records.rowCount)
  for (const row of records.order) living[row] = 1
  const met = new Set<string>()
  await eachForm(number, matchForm, job, (form, row) => {
    if (living[row] === 0) return
    if (met.has(form)) again[row] = 1
    met.add(form)
  })
  return again
}
