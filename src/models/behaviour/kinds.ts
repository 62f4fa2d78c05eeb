import type { Job } from '../../core/job.ts'
import type { Column } from '../../table/column.ts'
import { columnByRole, type Table } from '../../table/table.ts'
import { rowAmounts } from '../records/orderBook.ts'
import { eachLiving } from '../records/rows.ts'
import { type Words, wordsOf } from '../records/words.ts'
import { type Counted, netOf } from './counted.ts'
import type { Entries } from './preference.ts'

export interface Said extends Entries {
  readonly words: Words
}

/**
 * The lines of the orders with what kind each is of. A line has its own amount, else price × quantity, else an equal part
 * of its order's.
 */
export async function linesOf(
  table: Table,
  category: Column,
  counted: Counted,
  job: Job,
): Promise<Said> {
  const { book } = counted
  const words = wordsOf(category)
  const isWithin = flags(counted)
  const customers = new Int32Array(table.rowCount).fill(-1)
  const amounts = new Float64Array(table.rowCount)
  const ofLine =
    columnByRole(table, 'amount') || columnByRole(table, 'price') ? rowAmounts(table) : null
  await eachLiving(table, job, (row) => {
    const at = book.places[row] as number
    if (at < 0 || book.out[row] || !isWithin[at]) return
    customers[row] = book.customers[at] as number
    amounts[row] = ofLine ? ofLine(row) : (book.amounts[at] as number) / (book.rows[at] as number)
  })
  return { customers, codes: words.codes, amounts, words }
}

/** The orders with where each was made. */
export async function placesOf(
  table: Table,
  channel: Column,
  counted: Counted,
  job: Job,
): Promise<Said> {
  const { book, within } = counted
  const words = wordsOf(channel)
  const ofOrder = new Uint32Array(book.customers.length)
  await eachLiving(table, job, (row) => {
    const at = book.places[row] as number
    const code = words.codes[row] as number
    if (at < 0 || book.out[row] || code === 0) return
    const known = ofOrder[at] as number
    if (known === 0 || code < known) ofOrder[at] = code
  })
  const customers = new Int32Array(within.length)
  const codes = new Uint32Array(within.length)
  const amounts = new Float64Array(within.length)
  for (let entry = 0; entry < within.length; entry++) {
    const at = within[entry] as number
    customers[entry] = book.customers[at] as number
    codes[entry] = ofOrder[at] as number
    amounts[entry] = netOf(book, at)
  }
  return { customers, codes, amounts, words }
}

function flags({ book, within }: Counted): Uint8Array {
  const flagged = new Uint8Array(book.customers.length)
  for (const at of within) flagged[at] = 1
  return flagged
}
