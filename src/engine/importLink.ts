import type { Job } from '../core/job.ts'
import { customersId } from '../project/document.ts'
import { customersFrom } from '../table/customersFrom.ts'
import {
  identifying,
  linkedBy,
  type LinkedBy,
  unlinkedReasons,
  type UnlinkedReason,
} from '../table/link.ts'
import { mergeRecords, type MergeCounts } from '../table/mergeRecords.ts'
import { writeCell } from '../table/parse/cell.ts'
import type { Table } from '../table/table.ts'
import { linkOf } from './linking.ts'

/** What taking over a table of records would do, in counts and a few examples. */
export interface ImportLink {
  readonly rows: number
  readonly matched: number // rows whose customer is known
  readonly by: readonly { readonly by: LinkedBy; readonly count: number }[]
  readonly unmatched: readonly { readonly reason: UnlinkedReason; readonly count: number }[]
  readonly examples: readonly UnmatchedRecord[] // ≤ 50, each customer once
  /** Customers made of the records, where there is no list of customers. */
  readonly made: number | null
  /** Beside the records that the project has; null = it has none of this kind. */
  readonly merge: MergeCounts | null
}
export interface UnmatchedRecord {
  readonly names: readonly string[] // number, mail address, phone and name as they stand
  readonly reason: UnlinkedReason
  readonly rows: number
}

const most = 50
const longest = 60

/** `customers`: null = they are made of the records. `before`: the records that the project has. */
export async function linkOfImport(
  customers: Table | null,
  records: Table,
  before: Table | undefined,
  asOf: string,
  job: Job,
): Promise<ImportLink> {
  const whose = customers ?? (await customersFrom(records, customersId, job))
  const link = await linkOf(whose, records, job)
  const merge = before ? (await mergeRecords(before, records, asOf, job)).counts : null
  const { counts } = link
  return {
    rows: records.order.length,
    matched: linkedBy.reduce((sum, by) => sum + counts[by], 0),
    by: linkedBy.flatMap((by) => (counts[by] > 0 ? [{ by, count: counts[by] }] : [])),
    unmatched: unlinkedReasons.flatMap((reason) =>
      counts[reason] > 0 ? [{ reason, count: counts[reason] }] : [],
    ),
    examples: examplesOf(records, link.reasons),
    made: customers ? null : whose.order.length,
    merge,
  }
}

function examplesOf(records: Table, reasons: Uint8Array): readonly UnmatchedRecord[] {
  const columns = linkedBy.flatMap((by) => identifying(records, by))
  const found = new Map<string, { names: string[]; reason: UnlinkedReason; rows: number }>()
  for (const row of records.order) {
    const reason = unlinkedReasons[(reasons[row] ?? 0) - 1]
    if (!reason) continue
    const names = columns.map((column) => writeCell(column, row)).filter((text) => text !== '')
    const told = names.join('\u001f')
    const known = found.get(told)
    if (known) known.rows++
    else if (found.size < most)
      found.set(told, { names: names.map((name) => name.slice(0, longest)), reason, rows: 1 })
  }
  return [...found.values()].sort((a, b) => b.rows - a.rows)
}
