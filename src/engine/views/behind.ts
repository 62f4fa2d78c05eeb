import { finish, type ToldSteps } from '../../core/steps.ts'
import { keepOrder, orderKnown, orderSteps } from '../order.ts'
import { isSearched } from '../searching.ts'
import type { Session } from '../session.ts'
import type { SheetQuery, Views } from '../views.ts'

const most = 200_000 // customers: above, each edit would arrange them all for one word; it is judged by columns there

export const behind = (...of: Parameters<typeof findBehind>): Views['behind']['out'] =>
  finish(findBehind(...of))

/** Whether other rows, or another order, would be shown if they were asked for anew: they are arranged anew and compared. */
export function* findBehind(
  session: Session,
  { query }: Views['behind']['args'],
): ToldSteps<Views['behind']['out']> {
  const { held, orders, contents, table } = session
  if (!held.isBehind(query)) return false
  const now = withoutNumber(query)
  const isSought = now.search.trim() === '' || isSearched(session, now.search)
  if (table.order.length > most || !isSought) return true
  const shown = orderKnown(session, query)
  let order = orderKnown(session, now)
  if (!order) {
    const arranged = yield* orderSteps(session, now)
    if (session.orders !== orders) return true // an edit has come between: it is asked again
    order = keepOrder(session, now, arranged)
  }
  if (!shown || !isSame(shown.rows, order.rows)) return true
  held.take(query, shown, contents)
  return false
}

/** Asked for so, its rows are those of the cells as they are. */
const withoutNumber = ({ asked: _, ...query }: SheetQuery): SheetQuery => query

const isSame = (one: Uint32Array, other: Uint32Array): boolean =>
  one.length === other.length && one.every((row, at) => row === other[at])
