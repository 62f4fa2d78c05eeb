import type { Issue } from '../../core/issue.ts'
import type { Job } from '../../core/job.ts'
import { columnByRole, type Table } from '../../table/table.ts'
import { currenciesOf } from '../records/currencies.ts'
import { isKept, moneyOf } from '../records/orderBook.ts'
import type { Counted } from './counted.ts'

/** What of the orders could not be looked at, or only in part. */
export async function notesOf(table: Table, counted: Counted, job: Job): Promise<readonly Issue[]> {
  const { book, all, asOf, since } = counted
  const notes: Issue[] = []
  const later = countWhere(book.days, (day, at) => day > asOf && isKept(book, at))
  if (later > 0) notes.push({ code: 'orders.afterAsOf', level: 'info', detail: { count: later } })
  if (columnByRole(table, 'when')) {
    const undated = countWhere(all, (at) => Number.isNaN(book.days[at]))
    const windowed = since === -Infinity ? 0 : 1
    if (undated > 0)
      notes.push({ code: 'orders.undated', level: 'warning', detail: { count: undated, windowed } })
  }
  const money = moneyOf(table)
  if (!money) return notes
  const unpriced = countWhere(all, (at) => Number.isNaN(book.amounts[at]))
  if (unpriced > 0)
    notes.push({ code: 'orders.unpriced', level: 'warning', detail: { count: unpriced } })
  const counts = (row: number) => {
    const at = book.places[row] as number
    return at >= 0 && !book.out[row] && isKept(book, at)
  }
  const currencies = await currenciesOf(table, money, counts, job)
  if (currencies.length > 1)
    notes.push({ code: 'orders.currencies', level: 'warning', detail: { currencies } })
  return notes
}

function countWhere<List extends Uint32Array | Float64Array>(
  list: List,
  test: (value: number, at: number) => boolean,
): number {
  let count = 0
  for (let at = 0; at < list.length; at++) if (test(list[at] as number, at)) count++
  return count
}
