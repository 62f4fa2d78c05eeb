import type { Job } from '../core/job.ts'
import { customersId, type Document } from '../project/document.ts'
import { tableKinds, type RecordKind } from '../table/kind.ts'
import { identifying, linkedBy, linkRecords, type RecordLink } from '../table/link.ts'
import type { Table } from '../table/table.ts'

interface Known {
  readonly customers: readonly unknown[]
  readonly link: RecordLink
}
const known = new WeakMap<Table, Known>()

/** What of the customers a link depends on. */
function identityOf(customers: Table): readonly unknown[] {
  return [
    customers.order,
    customers.merges,
    ...linkedBy.flatMap((by) => identifying(customers, by)),
  ]
}

/** The link if it is known for tables as they are; null = `linkOf` has to work it out. */
export function knownLink(customers: Table, records: Table): RecordLink | null {
  const before = known.get(records)
  const identity = identityOf(customers)
  const same =
    before?.customers.length === identity.length &&
    before.customers.every((part, at) => part === identity[at])
  return same ? before.link : null
}

/** Kept as long as neither the records nor what names the customers changes. */
export async function linkOf(customers: Table, records: Table, job: Job): Promise<RecordLink> {
  const before = knownLink(customers, records)
  if (before) return before
  const link = await linkRecords(customers, records, job)
  known.set(records, { customers: identityOf(customers), link })
  return link
}

export const recordKinds = tableKinds.filter((kind): kind is RecordKind => kind !== 'customers')

/** The tables of records that a document has, in the order of their kinds. */
export function recordTables(
  document: Document,
): readonly { readonly kind: RecordKind; readonly table: Table }[] {
  return recordKinds.flatMap((kind) => {
    const table = document.tables[kind]
    return table ? [{ kind, table }] : []
  })
}

/** Works out all links of a document, so that views can answer at once. */
export async function linkAll(document: Document, job: Job): Promise<void> {
  const customers = document.tables[customersId]
  if (!customers) return
  for (const { table } of recordTables(document)) await linkOf(customers, table, job)
}
