import { partSorted } from '../../math/quantile.ts'
import { sortAndRank } from '../../math/rank.ts'
import {
  add,
  choose,
  compare,
  countOf,
  divide,
  type Expression,
  item,
  number,
  reference,
  subtract,
} from '../../expression/expression.ts'
import type { Scoring } from '../scheme.ts'
import { type NumberScoring, type WorkbookFace, liveRows } from './scoring.ts'
import { scoredX } from './workbookX.ts'

type Percentile = Extract<Scoring, { id: 'percentile' }>

/** (average rank − 1) ÷ (m − 1), ties share the average; m = 1 gives 0.5; 1 − u when lower is better. */
export const percentile: NumberScoring<Percentile> = {
  id: 'percentile',
  reads: 'numbers',
  types: ['number', 'date'],
  directed: true,
  stepped: false,
  fields: [],

  automatic: () => true,
  corners: (_scoring, quantiles) => [...quantiles].filter(Number.isFinite),
  defaults: () => ({ id: 'percentile' }),

  evaluate(_scoring, values, direction) {
    const { values: sorted, ranks: utilities } = sortAndRank(values)
    const last = sorted.length - 1
    for (let row = 0; row < utilities.length; row++) {
      const rank = utilities[row] as number
      const u = last === 0 ? rank * 0 + 0.5 : (rank - 1) / last
      utilities[row] = direction === 'higher' ? u : 1 - u
    }
    return { values: utilities, parameters: quantilesOf(sorted) }
  },

  utilityOf(_scoring, quantiles, direction, x) {
    const u = placeAmong(quantiles, x)
    return direction === 'higher' ? u : 1 - u
  },

  reach(_scoring, { values, utilities, direction, from }, needed) {
    let nearest = NaN
    for (let row = 0; row < values.length; row++) {
      if (!((utilities[row] as number) >= needed)) continue
      const x = values[row] as number
      // Better lies above `from` when higher is better; what is needed least far away is the outermost towards `from`.
      if (Number.isNaN(nearest) || (direction === 'higher' ? x < nearest : x > nearest)) nearest = x
    }
    if (Number.isNaN(nearest) || Number.isNaN(from)) return nearest
    return direction === 'higher' ? Math.max(nearest, from) : Math.min(nearest, from)
  },

  workbook(_scoring, { direction, rows, dated, frozen, parameters }) {
    if (frozen) return frozenFace(parameters, direction, dated)
    if (rows > liveRows) return { parameters: [], utility: null }
    const rank = { kind: 'percentRank', x: reference('x'), range: 'column' } as const
    // A later date has fewer days, so the rank of the date runs the other way.
    const turned = (direction === 'lower') !== dated
    return { parameters: [], utility: turned ? subtract(number(1), rank) : rank }
  },

  sql(_scoring, { direction, frozen, parameters }) {
    const rank = { kind: 'percentRank', x: reference('x'), range: 'column' } as const
    const place = frozen ? frozenPlace(parameters) : rank
    return direction === 'higher' ? place : subtract(number(1), place)
  },
}

/** The 101 type-7 quantiles of ascending values, by whole places as `quantileParts` has them. */
function quantilesOf(sorted: Float64Array): Float64Array {
  const quantiles = new Float64Array(101)
  for (let i = 0; i <= 100; i++) quantiles[i] = partSorted(sorted, i, 100)
  return quantiles
}

/** Share of the distribution below x, straight between the 101 quantiles; the middle of a run of equal ones. */
function placeAmong(quantiles: Float64Array, x: number): number {
  const end = quantiles.length - 1
  if (x !== x || Number.isNaN(quantiles[0])) return NaN
  const first = countWhile(quantiles, (q) => q < x) // first quantile ≥ x
  const last = countWhile(quantiles, (q) => q <= x) - 1 // last quantile ≤ x
  if (first > end) return 1
  if (last < 0) return 0
  if (last >= first) return (first + last) / 2 / end
  const low = quantiles[last] as number
  return (last + (x - low) / ((quantiles[first] as number) - low)) / end
}

/** How many of the ascending values, from the first, hold; by halving. */
function countWhile(values: Float64Array, holds: (value: number) => boolean): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(values[middle] as number)) low = middle + 1
    else high = middle
  }
  return low
}

/** `placeAmong` from quantile to quantile; equal ones are one step. */
function frozenPlace(quantiles: Float64Array): Expression {
  const x = reference('x')
  const end = quantiles.length - 1
  const runs = [...new Set(quantiles)].map((value) => ({
    value,
    first: quantiles.indexOf(value),
    last: quantiles.lastIndexOf(value),
  }))
  return runs.reduceRight<Expression>((after, { value, first, last }, at) => {
    const before = runs[at - 1]
    const along = before && divide(subtract(x, number(before.value)), number(value - before.value))
    const place = along ? divide(add(number(before.last), along), number(end)) : number(0)
    const here = choose(compare('=', x, number(value)), number((first + last) / 2 / end), after)
    return choose(compare('<', x, number(value)), place, here)
  }, number(1))
}

/** The same over a range of the 101 quantiles. */
function frozenFace(
  quantiles: Float64Array,
  direction: 'higher' | 'lower',
  dated: boolean,
): WorkbookFace {
  const x = scoredX(dated)
  const end = number(quantiles.length - 1)
  const below = countOf('quantiles', '<', x)
  const upTo = countOf('quantiles', '<=', x)
  const low = item('quantiles', upTo)
  const high = item('quantiles', add(upTo, number(1)))
  const place = divide(
    choose(
      compare('>', upTo, below),
      divide(subtract(add(below, upTo), number(1)), number(2)),
      choose(
        compare('=', upTo, number(0)),
        number(0),
        choose(
          compare('>', upTo, end),
          end,
          add(subtract(upTo, number(1)), divide(subtract(x, low), subtract(high, low))),
        ),
      ),
    ),
    end,
  )
  return {
    parameters: [{ kind: 'range', name: 'quantiles', values: [...quantiles] }],
    utility: direction === 'higher' ? place : subtract(number(1), place),
  }
}
