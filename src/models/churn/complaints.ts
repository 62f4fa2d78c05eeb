import type { Job } from '../../core/job.ts'
import { countedRows } from '../records/counting.ts'
import type { LinkedRecords } from '../model.ts'
import { closingOf } from '../service/closing.ts'
import { complaintRows } from '../service/complaints.ts'

/** 1 per customer with a complaint that is open on the as-of date; null where the records do not tell. Yields. */
export async function openComplaints(
  records: LinkedRecords,
  customers: number,
  asOf: number,
  job: Job,
): Promise<Uint8Array | null> {
  const complaints = complaintRows(records.table)
  const closing = closingOf(records.table, asOf)
  if (!complaints || !closing) return null
  const { rows, whose } = await countedRows(records, asOf, job)
  const open = new Uint8Array(customers)
  for (const row of rows) if (complaints[row] && closing.isOpen(row)) open[whose[row] as number] = 1
  return open
}
