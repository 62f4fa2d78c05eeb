import { reference } from '../../expression/expression.ts'
import { quantile } from '../../math/quantile.ts'
import type { Scoring } from '../scheme.ts'
import { clamp01 } from './clamp01.ts'
import { nearestCustomer, nearestEnough, roundedAround } from './nearestEnough.ts'
import { startNumbers } from './prepared.ts'
import type { NumberScoring } from './scoring.ts'
import { roundToTwoDigits } from './step.ts'
import { scoredX } from './workbookX.ts'

type Bands = Extract<Scoring, { id: 'bands' }>

/** Utility of the last band whose `from` ≤ x; `below` under the first. */
export const bands: NumberScoring<Bands> = {
  id: 'bands',
  reads: 'numbers',
  types: ['number', 'date'],
  directed: false,
  stepped: true,
  fields: [
    { kind: 'points', name: 'bands', x: 'from', y: 'utility' },
    { kind: 'number', name: 'below', of: 'utility', auto: false },
  ],

  automatic: () => false,
  corners: ({ bands: given }) => given.map(({ from }) => from),

  /** Five classes at the 20, 40, 60 and 80 % points of the column, rounded to two digits; equal ones joined. */
  defaults(start) {
    const { direction } = start
    const values = startNumbers(start)
    const edges = [0.2, 0.4, 0.6, 0.8].map((p) => roundToTwoDigits(quantile(values, p)))
    const rising = edges.filter((edge, i) => !Number.isNaN(edge) && edge !== edges[i - 1])
    const utility = (step: number) => {
      const u = rising.length === 0 ? 0.5 : step / rising.length
      return direction === 'higher' ? u : 1 - u
    }
    return {
      id: 'bands',
      below: utility(0),
      bands: rising.map((from, i) => ({ from, utility: utility(i + 1) })),
    }
  },

  evaluate(scoring, values) {
    const from = Float64Array.from(scoring.bands, (band) => band.from)
    const given = Float64Array.from(scoring.bands, (band) => clamp01(band.utility))
    const below = clamp01(scoring.below)
    const utilities = new Float64Array(values.length)
    for (let row = 0; row < values.length; row++) {
      const x = values[row] as number
      let band = from.length - 1
      while (band >= 0 && x < (from[band] as number)) band--
      utilities[row] = x === x ? (band < 0 ? below : (given[band] as number)) : NaN
    }
    return { values: utilities, parameters: new Float64Array(0) }
  },

  utilityOf(scoring, _parameters, _direction, x) {
    if (Number.isNaN(x)) return NaN
    return clamp01(scoring.bands.findLast((band) => band.from <= x)?.utility ?? scoring.below)
  },

  /** The nearest edge at which, or just below which, the utility is enough; the customers' values where there is no edge. */
  reach(scoring, input, needed) {
    const { values, parameters, direction } = input
    const utility = (x: number) => this.utilityOf(scoring, parameters, direction, x)
    const edges = scoring.bands.flatMap(({ from }) => roundedAround(from, values, from))
    return nearestEnough([...edges, nearestCustomer(input, needed)], input, utility, needed)
  },

  workbook(scoring, { dated }) {
    const below = {
      kind: 'cell',
      name: 'below',
      value: clamp01(scoring.below),
      formula: null,
    } as const
    if (scoring.bands.length === 0) return { parameters: [below], utility: reference('below') }
    const utility = {
      kind: 'bands',
      x: scoredX(dated),
      from: 'from',
      values: 'utility',
      below: reference('below'),
    } as const
    return {
      parameters: [
        below,
        { kind: 'range', name: 'from', values: scoring.bands.map((band) => band.from) },
        { kind: 'range', name: 'utility', values: scoring.bands.map((b) => clamp01(b.utility)) },
      ],
      utility,
    }
  },
}
