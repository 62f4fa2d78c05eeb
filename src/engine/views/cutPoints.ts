import { cutPointFault, type CutPoints, cutPointScale } from '../../models/rfm/cutPoints.ts'
import type { Levels } from '../../models/rfm/levels.ts'
import type { MeasureId } from '../../models/rfm/measures.ts'
import { quantileScale } from '../../models/rfm/quantile.ts'
import { classify } from '../../models/rfm/scale.ts'
import { knownStates } from '../modelRuns.ts'
import type { Session } from '../session.ts'
import type { Views } from '../views.ts'

/** Models must have run (`modelStates`). */
export function cutPoints(
  session: Session,
  { levels, points: given }: Views['cutPoints']['args'],
): Views['cutPoints']['out'] {
  const points = given ?? byMeasure((id) => near(valuesOf(session, id), levels, id))
  const faults = byMeasure((id) => cutPointFault(points[id], levels))
  const customers = byMeasure((id) => (faults[id] ? [] : counted(session, points, id, levels)))
  return { points, faults, customers }
}

function byMeasure<T>(of: (id: MeasureId) => T): Readonly<Record<MeasureId, T>> {
  return { recency: of('recency'), frequency: of('frequency'), monetary: of('monetary') }
}

/** Round numbers near the quantiles, each above the one before; whole ones for days and purchases. */
function near(values: Float64Array, levels: Levels, id: MeasureId): number[] {
  const points: number[] = []
  for (const edge of quantileScale(values, levels).edges) {
    const round = id === 'monetary' ? Number(edge.toPrecision(3)) : Math.floor(edge) + 1
    points.push(Math.max(round, (points.at(-1) ?? -Infinity) + 1))
  }
  return points
}

/** Customers from score 1 up. */
function counted(session: Session, points: CutPoints, id: MeasureId, levels: Levels): number[] {
  const { customers } = classify(valuesOf(session, id), cutPointScale(points[id]), levels)
  const counts = [...customers.slice(1)]
  return id === 'recency' ? counts.reverse() : counts
}

const none = new Float64Array(0)

function valuesOf({ document }: Session, id: MeasureId): Float64Array {
  const states = knownStates(document) ?? []
  const figures = states.find(({ model }) => model.id === 'rfm')?.run?.figures ?? []
  const figure = figures.find((each) => each.id === `rfm.${id}`)
  return figure && 'values' in figure ? figure.values : none
}
