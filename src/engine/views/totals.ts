import { orderOf } from '../order.ts'
import type { Session } from '../session.ts'
import { addedRows, totalOf } from '../totals.ts'
import type { Views } from '../views.ts'

export function totals(session: Session, args: Views['totals']['args']): Views['totals']['out'] {
  const rows = addedRows(session.table, orderOf(session, args.query).rows)
  return args.columns.flatMap(({ column, kind }) => totalOf(session, column, kind, rows) ?? [])
}
