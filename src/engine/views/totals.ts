import { finish, type Steps } from '../../core/steps.ts'
import { columnById } from '../../table/table.ts'
import { orderOf } from '../order.ts'
import type { Session } from '../session.ts'
import { showTexts } from '../shownTexts.ts'
import { addedRows, totalOf } from '../totals.ts'
import type { ColumnTotal, Views } from '../views.ts'

export const totals = (...of: Parameters<typeof countTotals>): Views['totals']['out'] =>
  finish(countTotals(...of))

/** Column by column, in turns with other work. */
export function* countTotals(
  session: Session,
  args: Views['totals']['args'],
): Steps<Views['totals']['out']> {
  const rows = addedRows(session.table, orderOf(session, args.query).rows)
  const found: ColumnTotal[] = []
  for (const { column, kind } of args.columns) {
    const type = columnById(session.table, column)?.type
    if (kind === 'distinct' && type !== undefined && type !== 'number' && type !== 'date')
      yield* showTexts(session, column)
    const total = totalOf(session, column, kind, rows)
    if (total) found.push(total)
    yield
  }
  return found
}
