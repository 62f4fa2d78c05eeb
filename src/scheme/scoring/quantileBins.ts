import { countOf, divide, number, subtract } from '../../expression/expression.ts'
import { quantileParts } from '../../math/quantile.ts'
import type { Scoring } from '../scheme.ts'
import { nearestCustomer, nearestEnough, roundedAround } from './nearestEnough.ts'
import type { NumberScoring } from './scoring.ts'
import { roundTowards, stepOf } from './step.ts'
import { scoredQuantile, scoredX } from './workbookX.ts'

type QuantileBins = Extract<Scoring, { id: 'quantileBins' }>

export const mostClasses = 20

/** (class − 1) ÷ (k − 1), class = 1 + number of the k − 1 type-7 edges that are < x; 1 − u when lower is better. */
export const quantileBins: NumberScoring<QuantileBins> = {
  id: 'quantileBins',
  reads: 'numbers',
  types: ['number', 'date'],
  directed: true,
  stepped: true,
  fields: [
    { kind: 'number', name: 'classes', of: 'count', auto: false, least: 2, most: mostClasses },
  ],

  automatic: () => true,
  corners: (_scoring, edges) => [...edges].filter(Number.isFinite),
  defaults: () => ({ id: 'quantileBins', classes: 5 }),

  evaluate(scoring, values, direction) {
    const k = scoring.classes
    const places = Array.from({ length: k - 1 }, (_, i) => i + 1)
    const edges = quantileParts(values, places, k)
    const utilities = new Float64Array(values.length)
    for (let row = 0; row < values.length; row++)
      utilities[row] = utilityAt(edges, direction === 'higher', values[row] as number)
    return { values: utilities, parameters: edges }
  },

  utilityOf: (_scoring, edges, direction, x) => utilityAt(edges, direction === 'higher', x),

  reach(scoring, input, needed) {
    const { values, parameters: edges, direction } = input
    const range = (edges.at(-1) ?? NaN) - (edges[0] ?? NaN)
    const candidates = [...edges].flatMap((edge) => {
      const step = stepOf(values, range || Math.abs(edge) || 1)
      // An edge is still of the class below it: one must get past it to rise.
      return [...roundedAround(edge, values, range), roundTowards(edge + step / 2, Infinity, step)]
    })
    const utility = (x: number) => this.utilityOf(scoring, edges, direction, x)
    return nearestEnough([...candidates, nearestCustomer(input, needed)], input, utility, needed)
  },

  workbook({ classes }, { parameters, direction, dated }) {
    const u = divide(countOf('edges', '<', scoredX(dated)), number(classes - 1))
    return {
      parameters: [
        {
          kind: 'range',
          name: 'edges',
          values: [...parameters],
          formulas: [...parameters].map((_, i) => scoredQuantile(i + 1, classes, dated)),
        },
      ],
      utility: direction === 'higher' ? u : subtract(number(1), u),
    }
  },
}

function utilityAt(edges: Float64Array, rises: boolean, x: number): number {
  if (x !== x || Number.isNaN(edges[0])) return NaN
  let below = 0
  for (let i = 0; i < edges.length; i++) if ((edges[i] as number) < x) below++
  const u = below / edges.length
  return rises ? u : 1 - u
}
