import type { Job } from '../../core/job.ts'
import type { Column } from '../../table/column.ts'
import { identifying, linkedBy, linkRecords } from '../../table/link.ts'
import { filledRows } from '../records/rows.ts'
import type { Table } from '../../table/table.ts'

export interface Referrers {
  readonly referrer: Int32Array // per row id of the customers: who brought them; −1 = nobody that is known
  readonly unknown: number // customers whose referrer names nobody in the list, or several
  readonly own: number // who name themselves
}

export function referrerColumns(customers: Table): readonly Column[] {
  return identifying(customers, 'referrer')
}

/**
 * Who brought each customer, named by number, else mail address, else phone, else name, as records name theirs. What two
 * customers share decides nothing. Whoever names himself was brought by nobody.
 */
export async function referrersOf(customers: Table, job: Job): Promise<Referrers> {
  const columns = referrerColumns(customers)
  const referrer = new Int32Array(customers.rowCount).fill(-1)
  // one level at a time: a column may hold numbers here and names there
  for (const by of linkedBy) {
    const naming = { id: '', rowCount: customers.rowCount, order: customers.order, key: null }
    const link = await linkRecords(
      customers,
      { ...naming, columns: columns.map((column) => ({ ...column, role: by })) },
      job,
    )
    for (const row of customers.order)
      if (referrer[row] === -1) referrer[row] = link.customers[row] ?? -1
  }
  const named = new Uint8Array(customers.rowCount)
  for (const column of columns) {
    const filled = filledRows(column)
    for (const row of customers.order) if (filled[row]) named[row] = 1
  }
  let unknown = 0
  let own = 0
  for (const row of customers.order) {
    if (referrer[row] === row) {
      own++
      referrer[row] = -1
    } else if (named[row] && referrer[row] === -1) unknown++
  }
  return { referrer, unknown, own }
}
