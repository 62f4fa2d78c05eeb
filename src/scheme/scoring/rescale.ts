import type { Criterion, Scoring } from '../scheme.ts'
import { pointsOfLeft, preparedDirection } from './decay.ts'
import { expOf, logOf } from './prepared.ts'

/** The same points for the same customers, as near as may be, when the logarithm is taken or left: parameters are in prepared units. */
export function rescaled(scoring: Scoring, toLog: boolean): Scoring {
  const f = toLog ? logOf : expOf
  switch (scoring.id) {
    case 'linear': {
      const { worst, best } = scoring
      return {
        ...scoring,
        worst: worst === null ? null : f(worst),
        best: best === null ? null : f(best),
      }
    }
    case 'bands':
      return { ...scoring, bands: scoring.bands.map((band) => ({ ...band, from: f(band.from) })) }
    case 'piecewise':
      return { ...scoring, points: scoring.points.map((point) => ({ ...point, x: f(point.x) })) }
    case 'target': {
      const [low, high] = [f(scoring.low), f(scoring.high)]
      return { ...scoring, low, high, tolerance: f(scoring.high + scoring.tolerance) - high }
    }
    case 'logistic': {
      const midpoint = f(scoring.midpoint)
      const width = f(scoring.midpoint + 1 / scoring.steepness) - midpoint
      return width > 0 ? { ...scoring, midpoint, steepness: 1 / width } : scoring
    }
    case 'percentile':
    case 'quantileBins':
    case 'zscore':
    case 'lookup':
      return scoring
  }
}

/** As decay begins: what is left, from nothing to all, is the utility. As it ends: points that say nothing of days go. */
export function redecayed(scoring: Scoring, next: Criterion): Scoring {
  if (next.prepare?.decay) return pointsOfLeft(preparedDirection(next))
  const stays = ['percentile', 'quantileBins', 'zscore', 'lookup'].includes(scoring.id)
  return stays ? scoring : { id: 'linear', worst: null, best: null }
}
