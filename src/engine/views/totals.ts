import { finish, type Steps } from '../../core/steps.ts'
import { columnById, type Table } from '../../table/table.ts'
import { orderOf } from '../order.ts'
import type { Session } from '../session.ts'
import { showTexts } from '../shownTexts.ts'
import { addedRows, totalOf, type Added } from '../totals.ts'
import type { ColumnTotal, Views } from '../views.ts'

export const totals = (...of: Parameters<typeof countTotals>): Views['totals']['out'] =>
  finish(countTotals(...of))

/** Column by column, in turns with other work. */
export function* countTotals(
  session: Session,
  args: Views['totals']['args'],
): Steps<Views['totals']['out']> {
  const rows = addedRows(session.table, orderOf(session, args.query).rows)
  const counted = countedOver(session, rows)
  const found: ColumnTotal[] = []
  for (const { column, kind } of args.columns) {
    const key = `${kind ?? ''} ${column}`
    let total = counted.get(key)
    if (total === undefined) {
      const type = columnById(session.table, column)?.type
      if (kind === 'distinct' && type !== undefined && type !== 'number' && type !== 'date')
        yield* showTexts(session, column)
      total = totalOf(session, column, kind, rows)
      counted.set(key, total)
      yield
    }
    if (total) found.push(total)
  }
  return found
}

interface Counted {
  readonly table: Table
  readonly grades: number
  readonly rows: Added
  readonly totals: Map<string, ColumnTotal | null>
}
const known = new WeakMap<Session, Counted>()

/** What was counted already over these rows of this grade: another width or order of columns counts nothing anew. */
function countedOver(session: Session, rows: Added): Counted['totals'] {
  const { table } = session
  const grades = session.grade.count
  const before = known.get(session)
  if (before?.table === table && before.grades === grades && before.rows === rows)
    return before.totals
  const totals: Counted['totals'] = new Map()
  known.set(session, { table, grades, rows, totals })
  return totals
}
