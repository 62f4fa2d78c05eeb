import { newId } from '../core/id.ts'
import type { Job } from '../core/job.ts'
import type { Change } from '../project/change.ts'
import { customersId, type Document } from '../project/document.ts'
import { appended, prefixed } from '../table/append.ts'
import type { Column } from '../table/column.ts'
import { customersFrom } from '../table/customersFrom.ts'
import type { RecordKind } from '../table/kind.ts'
import { unlinkedReasons } from '../table/link.ts'
import { pairColumns } from '../table/pairColumns.ts'
import type { Table } from '../table/table.ts'
import { linkOf } from './linking.ts'

export interface Adoption {
  readonly changes: readonly Change[]
  readonly count: number // new customers
}

const unknown = 1 + unlinkedReasons.indexOf('unknown')

/**
 * New customers from the records that name somebody who is not on the list; who is named ambiguously, or not at all, stays
 * with the unmatched. What the list has no column for is added as one.
 */
export async function adoptUnmatched(
  document: Document,
  kind: RecordKind,
  job: Job,
): Promise<Adoption> {
  const customers = document.tables[customersId]
  const records = document.tables[kind]
  if (!customers || !records) return { changes: [], count: 0 }
  const link = await linkOf(customers, records, job)
  const rows = records.order.filter((row) => link.reasons[row] === unknown)
  const made = await customersFrom(records, customersId, job, rows)
  const count = made.order.length
  if (count === 0) return { changes: [], count }
  return { changes: additions(customers, made, document.scheme.asOf), count }
}

function additions(customers: Table, made: Table, asOf: string): readonly Change[] {
  const { pairs, added } = paired(customers, made)
  const newer = new Map(pairs.map(({ before, after }) => [before, after]))
  const order = new Uint32Array(customers.order.length + made.order.length)
  order.set(customers.order)
  made.order.forEach((_, at) => (order[customers.order.length + at] = customers.rowCount + at))
  const table = customersId
  return [
    { kind: 'appendRows', table, count: made.order.length },
    ...customers.columns.flatMap((column, at): readonly Change[] => {
      const other = newer.get(column)
      if (!other) return []
      const filled = appended(column, other, made.order, asOf)
      return [{ kind: 'setColumn', table, id: column.id, at, column: filled }]
    }),
    ...added.map((column, at): Change => {
      const id = newId('c')
      const whole = { ...prefixed(column, customers.rowCount, made.order), id }
      return { kind: 'setColumn', table, id, at: customers.columns.length + at, column: whole }
    }),
    { kind: 'setOrder', table, order },
  ]
}

/** What names customers goes to the column that does so on the list, whatever its header. */
function paired(customers: Table, made: Table): ReturnType<typeof pairColumns> {
  const naming = (column: Column) => ['key', 'name', 'phone', 'email'].includes(column.role)
  const free = new Set(made.columns.filter(naming))
  const pairs = customers.columns.flatMap((before) => {
    const after = naming(before) ? [...free].find(({ role }) => role === before.role) : undefined
    if (!after) return []
    free.delete(after)
    return [{ before, after }]
  })
  const taken = new Set(pairs.map(({ before }) => before))
  const others = pairColumns(
    customers.columns.filter((column) => !taken.has(column)),
    made.columns.filter((column) => !naming(column)),
  )
  return {
    pairs: [...pairs, ...others.pairs],
    added: [...free, ...others.added],
    absent: others.absent,
  }
}
