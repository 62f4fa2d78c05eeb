import type { Job } from '../core/job.ts'
import { customersId } from '../project/document.ts'
import { customersFrom } from '../table/customersFrom.ts'
import {
  identifying,
  linkedBy,
  linkRecords,
  type LinkedBy,
  type RecordLink,
  unlinkedReasons,
  type UnlinkedReason,
} from '../table/link.ts'
import { mergeRecords, type MergeCounts } from '../table/mergeRecords.ts'
import type { Table } from '../table/table.ts'
import { coveredCell } from './covering.ts'

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

/** `customers`: the lists to look in; none = they are made of the records. `before`: the records that the project has. */
export async function linkOfImport(
  customers: readonly Table[],
  records: Table,
  before: Table | undefined,
  asOf: string,
  job: Job,
): Promise<ImportLink> {
  const made = customers.length === 0 ? await customersFrom(records, customersId, job) : null
  const links = []
  for (const list of made ? [made] : customers) links.push(await linkRecords(list, records, job))
  const { counts, reasons } = summed(records, links)
  const merge = before ? (await mergeRecords(before, records, asOf, job)).counts : null
  return {
    rows: records.order.length,
    matched: linkedBy.reduce((sum, by) => sum + counts[by], 0),
    by: linkedBy.flatMap((by) => (counts[by] > 0 ? [{ by, count: counts[by] }] : [])),
    unmatched: unlinkedReasons.flatMap((reason) =>
      counts[reason] > 0 ? [{ reason, count: counts[reason] }] : [],
    ),
    examples: examplesOf(records, reasons),
    made: made && made.order.length,
    merge,
  }
}

/** A record that one of the lists knows has its customer; else the first says why not. */
function summed(
  { order }: Table,
  links: readonly RecordLink[],
): Pick<RecordLink, 'counts' | 'reasons'> {
  const [first] = links
  if (!first || links.length === 1) return first ?? { counts: none, reasons: new Uint8Array(0) }
  const counts = { ...none }
  const reasons = first.reasons.slice()
  for (const row of order) {
    const found = links.find(({ by }) => (by[row] ?? 0) > 0)
    const by = linkedBy[(found?.by[row] ?? 0) - 1]
    const reason = unlinkedReasons[(reasons[row] ?? 0) - 1]
    if (by) {
      counts[by]++
      reasons[row] = 0
    } else if (reason) counts[reason]++
  }
  return { counts, reasons }
}

const none = { key: 0, email: 0, phone: 0, name: 0, unnamed: 0, unknown: 0, ambiguous: 0 }

function examplesOf(records: Table, reasons: Uint8Array): readonly UnmatchedRecord[] {
  const columns = linkedBy.flatMap((by) => identifying(records, by))
  const found = new Map<string, { names: string[]; reason: UnlinkedReason; rows: number }>()
  for (const row of records.order) {
    const reason = unlinkedReasons[(reasons[row] ?? 0) - 1]
    if (!reason) continue
    const names = columns.map((column) => coveredCell(column, row)).filter((text) => text !== '')
    const told = names.join('\u001f')
    const known = found.get(told)
    if (known) known.rows++
    else if (found.size < most)
      found.set(told, { names: names.map((name) => name.slice(0, longest)), reason, rows: 1 })
  }
  return [...found.values()].sort((a, b) => b.rows - a.rows)
}
