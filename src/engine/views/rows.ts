import type { RowId } from '../../table/column.ts'
import { orderOf } from '../order.ts'
import type { Session } from '../session.ts'
import type { Views } from '../views.ts'

export function rows(
  session: Session,
  { query, from, to }: Views['rows']['args'],
): readonly RowId[] {
  return [...orderOf(session, query).rows.subarray(Math.max(0, from), Math.max(0, to))]
}
