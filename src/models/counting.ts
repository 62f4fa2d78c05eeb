import type { Job } from '../core/job.ts'
import type { RowId } from '../table/column.ts'
import { eachForm } from '../table/link.ts'
import { matchForm } from '../table/parse/normalise.ts'
import { columnByRole, type Table } from '../table/table.ts'
import { Latest, type Span } from './dates.ts'
import { eachLiving, numbersOf } from './rows.ts'
import { rowsOut } from './taken.ts'

export interface Counted {
  readonly counts: Float64Array
  readonly span: Span
  readonly dated: boolean // there is a column of days
}

/**
 * How many records each customer has, and from when to when. Rows of one number are one record; those that were
 * withdrawn, or that `picks` leaves out, do not count.
 */
export async function countOf(
  records: Table,
  whose: Int32Array,
  customers: number,
  job: Job,
  picks: (row: RowId) => boolean = () => true,
): Promise<Counted> {
  const again = await repeatedRows(records, job)
  const out = rowsOut(records, 'others')
  const when = numbersOf(columnByRole(records, 'when'))
  const counts = new Float64Array(customers)
  const latest = new Latest(customers)
  await eachLiving(records, job, (row) => {
    const customer = whose[row] ?? -1
    if (customer < 0 || out[row] || again[row] || !picks(row)) return
    counts[customer] = (counts[customer] ?? 0) + 1
    latest.add(customer, when?.[row] ?? NaN)
  })
  return { counts, span: latest.span, dated: when !== null }
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
