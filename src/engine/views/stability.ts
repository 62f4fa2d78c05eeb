import { aboutReference, stateFor } from '../../grading/reference.ts'
import { referencePlaces } from '../../grading/referenceRows.ts'
import { dayOf } from '../../scheme/day.ts'
import { stabilities } from '../../scheme/stability/index.ts'
import { isoDay } from '../../table/parse/calendar.ts'
import type { Table } from '../../table/table.ts'
import { once } from '../once.ts'
import { tierColumns } from '../reference/columns.ts'
import type { Session } from '../session.ts'
import type { ReferenceView, StabilityView } from '../stabilityViews.ts'

export function stability(session: Session): StabilityView {
  const { document, table, result, reference } = session
  const { tiering } = document.scheme
  return {
    reference: reference && about(table, reference, dayOf(document.scheme.asOf)),
    held: result.held,
    resting: stabilities.all.filter((part) => !part.fits(tiering.id)).map(({ id }) => id),
    columns: tierColumns(table).map(({ id, name }) => ({ id, name })),
  }
}

function about(table: Table, reference: Table, day: number): ReferenceView {
  const { origin, name, reviewed } = aboutReference(reference)
  const { matched, known } = counted(referencePlaces(table, reference))
  return {
    origin,
    name,
    reviewed: Number.isNaN(reviewed) ? null : isoDay(reviewed),
    settledToday: origin === 'settled' && stateFor(reference, day)?.reviewed !== reviewed,
    matched,
    fresh: table.order.length - matched,
    absent: reference.rowCount - known,
  }
}

const counted = once((places: Int32Array) => {
  const known = new Set<number>()
  let matched = 0
  for (const place of places) {
    if (place < 0) continue
    matched++
    known.add(place)
  }
  return { matched, known: known.size }
})
