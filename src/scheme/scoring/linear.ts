import {
  choose,
  clamp,
  compare,
  divide,
  number,
  reference,
  subtract,
} from '../../expression/expression.ts'
import { summary } from '../../math/summary.ts'
import type { Scoring } from '../scheme.ts'
import { pointsOfLeft } from './decay.ts'
import type { NumberScoring } from './scoring.ts'
import { roundTowards, stepOf } from './step.ts'
import { scoredEnd, scoredX } from './workbookX.ts'

type Linear = Extract<Scoring, { id: 'linear' }>

/** clamp((x − worst) ÷ (best − worst), 0, 1); best = worst gives 0.5 to all. Auto: worst = min, best = max, swapped when lower is better. */
export const linear: NumberScoring<Linear> = {
  id: 'linear',
  reads: 'numbers',
  types: ['number', 'date'],
  directed: true,
  stepped: false,
  fields: [
    { kind: 'number', name: 'worst', of: 'raw', auto: true },
    { kind: 'number', name: 'best', of: 'raw', auto: true },
  ],

  automatic: ({ worst, best }) => worst === null || best === null,
  corners: (_scoring, parameters) => [...parameters].filter(Number.isFinite),

  /** What is left of a date is on a scale from nothing to all. */
  defaults({ direction, prepare }) {
    return prepare?.decay ? pointsOfLeft(direction) : { id: 'linear', worst: null, best: null }
  },

  evaluate(scoring, values, direction) {
    const { min, max } = summary(values)
    const worst = scoring.worst ?? (direction === 'higher' ? min : max)
    const best = scoring.best ?? (direction === 'higher' ? max : min)
    const utilities = new Float64Array(values.length)
    const range = best - worst
    for (let row = 0; row < values.length; row++) {
      const x = values[row] as number
      const u = range === 0 ? x * 0 + 0.5 : (x - worst) / range
      utilities[row] = u <= 0 ? 0 : u > 1 ? 1 : u // never −0
    }
    return { values: utilities, parameters: Float64Array.of(worst, best) }
  },

  utilityOf(_scoring, parameters, _direction, x) {
    if (x !== x) return NaN
    const worst = parameters[0] ?? NaN
    const best = parameters[1] ?? NaN
    return worst === best ? 0.5 : Math.min(1, Math.max(0, (x - worst) / (best - worst)))
  },

  reach(scoring, { values, parameters, direction, from }, needed) {
    const [worst = NaN, best = NaN] = parameters
    if (!(needed <= 1) || Number.isNaN(worst)) return NaN
    if (worst === best) return needed > 0.5 ? NaN : Number.isNaN(from) ? worst : from
    const exact = worst + Math.max(0, needed) * (best - worst)
    const step = stepOf(values, Math.abs(best - worst))
    const enough = (x: number) => this.utilityOf(scoring, parameters, direction, x) >= needed
    return (
      [exact, exact + (best > worst ? step : -step)]
        .map((x) => roundTowards(x, best, step))
        .concat(best)
        .find(enough) ?? NaN
    )
  },

  workbook(scoring, { parameters, direction, dated }) {
    const [worst = NaN, best = NaN] = parameters
    const [low, high] = [scoredEnd('min', dated), scoredEnd('max', dated)]
    const ends = direction === 'higher' ? { worst: low, best: high } : { worst: high, best: low }
    const range = subtract(reference('best'), reference('worst'))
    return {
      parameters: [
        {
          kind: 'cell',
          name: 'worst',
          value: worst,
          formula: scoring.worst === null ? ends.worst : null,
        },
        {
          kind: 'cell',
          name: 'best',
          value: best,
          formula: scoring.best === null ? ends.best : null,
        },
      ],
      utility: choose(
        compare('=', reference('best'), reference('worst')),
        number(0.5),
        clamp(divide(subtract(scoredX(dated), reference('worst')), range), 0, 1),
      ),
    }
  },
}
