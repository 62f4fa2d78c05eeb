import { firstChanged } from '../firstChanged.ts'
import { orderOf } from '../order.ts'
import type { Session } from '../session.ts'
import type { Views } from '../views.ts'

export function changed(
  session: Session,
  { query, columns, by }: Views['changed']['args'],
): Views['changed']['out'] {
  const step = session.lastStep(by)
  return step && firstChanged(step, session.table, orderOf(session, query).rows, columns)
}
