import {
  add,
  choose,
  clamp,
  compare,
  countOf,
  divide,
  type Expression,
  item,
  multiply,
  number,
  reference,
  subtract,
} from '../../expression/expression.ts'
import { countPresent } from '../../math/present.ts'
import { quantile } from '../../math/quantile.ts'
import type { Scoring } from '../scheme.ts'
import { clamp01 } from './clamp01.ts'
import { nearestCustomer, nearestEnough, roundedAround } from './nearestEnough.ts'
import { startNumbers } from './prepared.ts'
import type { NumberScoring } from './scoring.ts'
import { roundToTwoDigits } from './step.ts'
import { scoredX } from './workbookX.ts'

type Piecewise = Extract<Scoring, { id: 'piecewise' }>

/** Straight between the given (x, utility) points, level outside; 0.5 where there are none. */
export const piecewise: NumberScoring<Piecewise> = {
  id: 'piecewise',
  reads: 'numbers',
  types: ['number', 'date'],
  directed: false,
  stepped: false,
  fields: [{ kind: 'points', name: 'points', x: 'x', y: 'utility' }],

  automatic: () => false,
  corners: ({ points }) => points.map(({ x }) => x),

  /** Through the ends and quarters of the column, rounded to two digits; equal ones joined. */
  defaults(start) {
    const values = startNumbers(start)
    // of many, not to the very lowest and highest: one of a kind would stretch the last piece over nobody
    const edge = countPresent(values) < 100 ? 0 : 0.01
    const given = [edge, 0.25, 0.5, 0.75, 1 - edge]
      .map((p, i) => ({ x: roundToTwoDigits(quantile(values, p)), utility: i / 4 }))
      .filter(({ x }) => !Number.isNaN(x))
    const points = given
      .filter(({ x }, i) => x !== given[i + 1]?.x)
      .map(({ x, utility }) => ({
        x,
        utility: start.direction === 'higher' ? utility : 1 - utility,
      }))
    return { id: 'piecewise', points }
  },

  evaluate({ points }, values) {
    const xs = Float64Array.from(points, ({ x }) => x)
    const us = Float64Array.from(points, ({ utility }) => clamp01(utility))
    const utilities = new Float64Array(values.length)
    for (let row = 0; row < values.length; row++)
      utilities[row] = utilityAt(xs, us, values[row] as number)
    return { values: utilities, parameters: new Float64Array(0) }
  },

  utilityOf({ points }, _parameters, _direction, x) {
    const xs = Float64Array.from(points, (point) => point.x)
    return utilityAt(
      xs,
      Float64Array.from(points, ({ utility }) => clamp01(utility)),
      x,
    )
  },

  reach(scoring, input, needed) {
    const { points } = scoring
    const { values, parameters, direction } = input
    const utility = (x: number) => this.utilityOf(scoring, parameters, direction, x)
    const crossings = points.slice(1).flatMap((to, i) => {
      const from = points[i] ?? to
      const share = (needed - from.utility) / (to.utility - from.utility)
      const inside = share > 0 && share < 1
      return inside ? roundedAround(from.x + share * (to.x - from.x), values, to.x - from.x) : []
    })
    const customer = nearestCustomer(input, needed)
    const candidates = [...points.map(({ x }) => x), ...crossings, customer]
    return nearestEnough(candidates, input, utility, needed)
  },

  workbook({ points }, { dated }) {
    if (points.length === 0) return { parameters: [], utility: number(0.5) }
    const x = scoredX(dated)
    const at = countOf('at', '<=', x)
    const after = add(at, number(1))
    const rise = subtract(item('utility', after), item('utility', at))
    const width = subtract(item('at', after), item('at', at))
    const along = divide(multiply(subtract(x, item('at', at)), rise), width)
    return {
      parameters: [
        { kind: 'range', name: 'at', values: points.map((point) => point.x) },
        { kind: 'range', name: 'utility', values: points.map((p) => clamp01(p.utility)) },
      ],
      utility: choose(
        compare('=', at, number(0)),
        item('utility', number(1)),
        choose(
          compare('=', at, number(points.length)),
          item('utility', number(points.length)),
          add(item('utility', at), along),
        ),
      ),
    }
  },

  /** Point by point from the left. */
  sql({ points }) {
    const x = reference('x')
    const us = points.map(({ utility }) => clamp01(utility))
    return points.reduceRight<Expression>(
      (after, point, at) => {
        const [from, to, start] = [us[at - 1], us[at] as number, points[at - 1]]
        if (from === undefined || !start)
          return choose(compare('<', x, number(point.x)), number(to), after)
        const along = divide(
          multiply(subtract(x, number(start.x)), number(to - from)),
          number(point.x - start.x),
        )
        const u = clamp(add(number(from), along), Math.min(from, to), Math.max(from, to))
        return choose(compare('<', x, number(point.x)), u, after)
      },
      number(us.at(-1) ?? 0.5),
    )
  },
}

function utilityAt(xs: Float64Array, us: Float64Array, x: number): number {
  if (x !== x) return NaN
  let at = xs.length - 1 // last point at or before x
  while (at >= 0 && x < (xs[at] as number)) at--
  if (at < 0) return us[0] ?? 0.5
  const from = us[at] as number
  if (at === xs.length - 1) return from
  const to = us[at + 1] as number
  const start = xs[at] as number
  const u = from + ((x - start) * (to - from)) / ((xs[at + 1] as number) - start)
  return Math.min(Math.max(from, to), Math.max(Math.min(from, to), u))
}
