import type { Words } from '../../i18n/translate.ts'
import type { Scoring } from '../../scheme/scheme.ts'

export interface ChartHandle {
  readonly id: string
  readonly x: number // in prepared units, as the scoring has it
  readonly utility: number
  readonly name: string
  readonly free?: boolean
}

/** Points of a scoring's curve that can be taken hold of. `parameters` are the effective ones. */
export function chartHandles(
  scoring: Scoring,
  parameters: readonly number[],
  { scheme: say }: Words,
): readonly ChartHandle[] {
  const named = (name: string) => say.scoringFields[scoring.id]?.[name] ?? name
  switch (scoring.id) {
    case 'linear': {
      const { worst, best } = endsOf(scoring, parameters)
      if (Number.isNaN(worst) || Number.isNaN(best)) return []
      return [
        { id: 'worst', x: worst, utility: 0, name: say.zeroAt },
        { id: 'best', x: best, utility: 1, name: say.fullAt },
      ]
    }
    case 'target': {
      const { low, high, tolerance } = scoring
      return [
        { id: 'low', x: low, utility: 1, name: named('low') },
        { id: 'high', x: high, utility: 1, name: named('high') },
        { id: 'tolerance', x: high + tolerance, utility: 0, name: named('tolerance') },
      ]
    }
    case 'piecewise':
      return scoring.points.map(({ x, utility }, i) => ({
        id: String(i),
        x,
        utility,
        name: say.pointNth(i + 1),
        free: true,
      }))
    case 'logistic':
      return [{ id: 'midpoint', x: scoring.midpoint, utility: 0.5, name: named('midpoint') }]
    case 'percentile':
    case 'bands':
    case 'quantileBins':
    case 'zscore':
    case 'lookup':
      return []
  }
}

/** The scoring with one of them moved; null where it cannot stand there. */
export function movedHandle(
  scoring: Scoring,
  parameters: readonly number[],
  id: string,
  x: number,
  utility: number,
): Scoring | null {
  switch (scoring.id) {
    case 'linear': {
      const next = { ...endsOf(scoring, parameters), [id]: x }
      return next.worst === next.best ? null : { id: 'linear', ...next }
    }
    case 'target': {
      const { low, high } = scoring
      if (id === 'tolerance') return { ...scoring, tolerance: Math.max(0, x - high) }
      return id === 'low'
        ? { ...scoring, low: Math.min(x, high) }
        : { ...scoring, high: Math.max(x, low) }
    }
    case 'piecewise': {
      const at = Number(id)
      const before = scoring.points[at - 1]?.x ?? -Infinity
      const after = scoring.points[at + 1]?.x ?? Infinity
      const stays = !(x > before && x < after)
      const points = scoring.points.map((point, i) =>
        i === at ? { x: stays ? point.x : x, utility } : point,
      )
      return { ...scoring, points }
    }
    case 'logistic':
      return { ...scoring, midpoint: x }
    case 'percentile':
    case 'bands':
    case 'quantileBins':
    case 'zscore':
    case 'lookup':
      return null
  }
}

function endsOf(
  { worst, best }: Extract<Scoring, { id: 'linear' }>,
  parameters: readonly number[],
): { readonly worst: number; readonly best: number } {
  return { worst: worst ?? parameters[0] ?? NaN, best: best ?? parameters[1] ?? NaN }
}
