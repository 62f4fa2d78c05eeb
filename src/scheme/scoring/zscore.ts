import {
  add,
  choose,
  clamp,
  compare,
  divide,
  multiply,
  number,
  over,
  reference,
  subtract,
} from '../../expression/expression.ts'
import { deviation } from '../../math/deviation.ts'
import type { Scoring } from '../scheme.ts'
import { clamp01 } from './clamp01.ts'
import { nearestCustomer, nearestEnough, roundedAround } from './nearestEnough.ts'
import type { NumberScoring } from './scoring.ts'
import { scoredEnd, scoredMean, scoredX } from './workbookX.ts'

type ZScore = Extract<Scoring, { id: 'zscore' }>

/** clamp(0.5 + (x − mean) ÷ (6·sd), 0, 1), population sd; sd = 0 gives 0.5; 1 − u when lower is better. */
export const zscore: NumberScoring<ZScore> = {
  id: 'zscore',
  reads: 'numbers',
  types: ['number', 'date'],
  directed: true,
  stepped: false,
  fields: [],

  automatic: () => true,
  corners: (_scoring, [mean = NaN, sd = NaN]) =>
    [mean - 3 * sd, mean + 3 * sd].filter(Number.isFinite),
  defaults: () => ({ id: 'zscore' }),

  evaluate(_scoring, values, direction) {
    const { mean, sd } = deviation(values)
    const utilities = new Float64Array(values.length)
    for (let row = 0; row < values.length; row++)
      utilities[row] = utilityAt(mean, sd, direction === 'higher', values[row] as number)
    return { values: utilities, parameters: Float64Array.of(mean, sd) }
  },

  utilityOf: (_scoring, parameters, direction, x) =>
    utilityAt(parameters[0] ?? NaN, parameters[1] ?? NaN, direction === 'higher', x),

  reach(scoring, input, needed) {
    const { values, parameters, direction } = input
    const [mean = NaN, sd = NaN] = parameters
    const exact = mean + (direction === 'higher' ? 1 : -1) * (needed - 0.5) * 6 * sd
    const utility = (x: number) => this.utilityOf(scoring, parameters, direction, x)
    const candidates = [...roundedAround(exact, values, sd), nearestCustomer(input, needed)]
    return nearestEnough(candidates, input, utility, needed)
  },

  /** The sums of equal values may be off by a last bit: they are asked for by their ends. */
  workbook(_scoring, { parameters, direction, dated }) {
    const [mean = NaN, sd = NaN] = parameters
    const ends = [scoredEnd('min', dated), scoredEnd('max', dated)] as const
    const [low] = ends
    const isConstant = compare('=', ...ends)
    const from = subtract(scoredX(dated), reference('mean'))
    const u = choose(
      compare('=', reference('sd'), number(0)),
      number(0.5),
      clamp(add(number(0.5), divide(from, multiply(number(6), reference('sd')))), 0, 1),
    )
    return {
      parameters: [
        {
          kind: 'cell',
          name: 'mean',
          value: mean,
          formula: choose(isConstant, low, scoredMean(dated)),
        },
        {
          kind: 'cell',
          name: 'sd',
          value: sd,
          formula: choose(isConstant, number(0), over('sd', 'column')),
        },
      ],
      utility: direction === 'higher' ? u : subtract(number(1), u),
    }
  },
}

function utilityAt(mean: number, sd: number, rises: boolean, x: number): number {
  if (x !== x) return NaN
  const u = sd === 0 ? 0.5 : clamp01(0.5 + (x - mean) / (6 * sd))
  return rises ? u : 1 - u
}
