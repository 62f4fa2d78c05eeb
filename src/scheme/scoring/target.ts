import {
  choose,
  compare,
  divide,
  type Expression,
  number,
  reference,
  subtract,
} from '../../expression/expression.ts'
import { quantile } from '../../math/quantile.ts'
import type { Scoring } from '../scheme.ts'
import { nearestCustomer, nearestEnough, roundedAround } from './nearestEnough.ts'
import { startNumbers } from './prepared.ts'
import type { NumberScoring } from './scoring.ts'
import { roundToTwoDigits } from './step.ts'
import { scoredX } from './workbookX.ts'

type Target = Extract<Scoring, { id: 'target' }>

/** max(0, 1 − distance ÷ tolerance), distance to [low, high]; without a tolerance 1 inside and 0 outside. */
export const target: NumberScoring<Target> = {
  id: 'target',
  reads: 'numbers',
  types: ['number', 'date'],
  directed: false,
  stepped: false,
  fields: [
    { kind: 'number', name: 'low', of: 'raw', auto: false },
    { kind: 'number', name: 'high', of: 'raw', auto: false },
    { kind: 'number', name: 'tolerance', of: 'width', auto: false, least: 0 },
  ],

  automatic: () => false,
  corners: ({ low, high, tolerance }) => [low - tolerance, low, high, high + tolerance],

  /** The median, and as far on either side as the middle half of the customers spreads. */
  defaults(start) {
    const values = startNumbers(start)
    const [q1 = NaN, median = NaN, q3 = NaN] = [0.25, 0.5, 0.75].map((p) => quantile(values, p))
    const value = Number.isNaN(median) ? 0 : roundToTwoDigits(median)
    const tolerance = roundToTwoDigits(q3 - q1) || Math.abs(value) || 1
    return { id: 'target', low: value, high: value, tolerance }
  },

  evaluate(scoring, values) {
    const utilities = new Float64Array(values.length)
    for (let row = 0; row < values.length; row++)
      utilities[row] = utilityAt(scoring, values[row] as number)
    return { values: utilities, parameters: new Float64Array(0) }
  },

  utilityOf: (scoring, _parameters, _direction, x) => utilityAt(scoring, x),

  reach(scoring, input, needed) {
    const { low, high, tolerance } = scoring
    const away = tolerance * (1 - Math.max(0, needed))
    const around = (x: number) => roundedAround(x, input.values, tolerance)
    const ends = [low, high, ...around(low - away), ...around(high + away)]
    const candidates = [...ends, nearestCustomer(input, needed)]
    return nearestEnough(candidates, input, (x) => utilityAt(scoring, x), needed)
  },

  workbook({ low, high, tolerance }, { dated }) {
    const cell = (name: string, value: number) =>
      ({ kind: 'cell', name, value, formula: null }) as const
    const x = scoredX(dated)
    const least = (...of: readonly Expression[]): Expression => ({ kind: 'max', of })
    const distance = least(number(0), subtract(reference('low'), x), subtract(x, reference('high')))
    return {
      parameters: [cell('low', low), cell('high', high), cell('tolerance', tolerance)],
      utility: choose(
        compare('=', distance, number(0)),
        number(1),
        choose(
          compare('>', reference('tolerance'), number(0)),
          least(number(0), subtract(number(1), divide(distance, reference('tolerance')))),
          number(0),
        ),
      ),
    }
  },
}

function utilityAt({ low, high, tolerance }: Target, x: number): number {
  if (x !== x) return NaN
  const distance = Math.max(0, low - x, x - high)
  if (distance === 0) return 1
  return tolerance > 0 ? Math.max(0, 1 - distance / tolerance) : 0
}
