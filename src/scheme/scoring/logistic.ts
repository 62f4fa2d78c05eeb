import {
  add,
  clamp,
  divide,
  multiply,
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

type Logistic = Extract<Scoring, { id: 'logistic' }>

/** From utility 0.1 to 0.9 are this many steepnesses. */
const tenToNinety = 2 * Math.log(9)

/** 1 ÷ (1 + e^(−k·(x − midpoint))), k > 0; 1 − u when lower is better. */
export const logistic: NumberScoring<Logistic> = {
  id: 'logistic',
  reads: 'numbers',
  types: ['number', 'date'],
  directed: true,
  stepped: false,
  fields: [
    { kind: 'number', name: 'midpoint', of: 'raw', auto: false },
    { kind: 'number', name: 'steepness', of: 'rate', auto: false, least: Number.MIN_VALUE },
  ],

  automatic: () => false,
  corners: ({ midpoint }) => [midpoint],

  /** Half of the points at the median; 10 and 90 of them at the 10 and 90 % points of the column. */
  defaults(start) {
    const values = startNumbers(start)
    const [low = NaN, median = NaN, high = NaN] = [0.1, 0.5, 0.9].map((p) => quantile(values, p))
    const midpoint = Number.isNaN(median) ? 0 : roundToTwoDigits(median)
    const width = roundToTwoDigits(high - low) || Math.abs(midpoint) || 1
    return { id: 'logistic', midpoint, steepness: tenToNinety / width }
  },

  evaluate(scoring, values, direction) {
    const utilities = new Float64Array(values.length)
    for (let row = 0; row < values.length; row++)
      utilities[row] = utilityAt(scoring, direction === 'higher', values[row] as number)
    return { values: utilities, parameters: new Float64Array(0) }
  },

  utilityOf: (scoring, _parameters, direction, x) => utilityAt(scoring, direction === 'higher', x),

  reach(scoring, input, needed) {
    const { midpoint, steepness } = scoring
    const { values, direction } = input
    const rises = direction === 'higher'
    const exact = midpoint + ((rises ? 1 : -1) * Math.log(needed / (1 - needed))) / steepness
    const candidates = [
      ...roundedAround(exact, values, tenToNinety / steepness),
      nearestCustomer(input, needed),
    ]
    return nearestEnough(candidates, input, (x) => utilityAt(scoring, rises, x), needed)
  },

  workbook({ midpoint, steepness }, { direction, dated }) {
    const cell = (name: string, value: number) =>
      ({ kind: 'cell', name, value, formula: null }) as const
    const power = multiply(reference('steepness'), subtract(reference('midpoint'), scoredX(dated)))
    // EXP of more than 709 is an error in a workbook; at 700 the utility is 0 to 300 places already
    const grown = { kind: 'exp', of: clamp(power, -700, 700) } as const
    const u = divide(number(1), add(number(1), grown))
    return {
      parameters: [cell('midpoint', midpoint), cell('steepness', steepness)],
      utility: direction === 'higher' ? u : subtract(number(1), u),
    }
  },
}

function utilityAt({ midpoint, steepness }: Logistic, rises: boolean, x: number): number {
  if (x !== x) return NaN
  const u = 1 / (1 + Math.exp(steepness * (midpoint - x)))
  return rises ? u : 1 - u
}
