import { FillLines } from '../fillLines.ts'
import { orderOf } from '../order.ts'
import type { Session } from '../session.ts'
import type { Views } from '../views.ts'

const mostRows = 10_000 // of the source: a longer one is not read while a hand moves

export function filling(
  session: Session,
  { query, fill, corner }: Views['filling']['args'],
): Views['filling']['out'] {
  if (fill.source.to - fill.source.from > mostRows) return null
  const order = orderOf(session, query).rows
  const lines = new FillLines(session, fill, (place) => order[place] ?? 0)
  return { text: lines.text(corner.row, corner.x), isSeries: lines.isSeries(corner.x) }
}
