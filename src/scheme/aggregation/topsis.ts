import {
  add,
  choose,
  compare,
  divide,
  type Expression,
  multiply,
  number,
  subtract,
} from '../../expression/expression.ts'
import { topsis as closenessOf } from '../../math/topsis.ts'
import type { Aggregation } from '../scheme.ts'
import { type AggregationPart, sharesOf, type WorkbookTerm } from './aggregation.ts'
import { utilityOf, weightOf } from './graded.ts'

/** 100·d⁻ ÷ (d⁺ + d⁻) on utilities, with 1 as the ideal and 0 as its opposite: how near a customer is to the best one could be. */
export const topsis: AggregationPart<Extract<Aggregation, { id: 'topsis' }>> = {
  id: 'topsis',
  explains: 'shared',

  score(terms, score) {
    const ideals = { best: terms.map(() => 1), worst: terms.map(() => 0) }
    closenessOf(
      terms.map(({ utilities }) => utilities),
      terms.map(({ weight }) => weight),
      ideals,
      score,
    )
    for (let row = 0; row < score.length; row++) score[row] = 100 * (score[row] as number)
    for (const { utilities } of terms.filter((term) => term.required))
      for (let row = 0; row < score.length; row++)
        if (Number.isNaN(utilities[row])) score[row] = NaN
  },

  shares: sharesOf,

  /** s·(share·u)² ÷ Σ(share·u)². */
  points(terms, row, score) {
    const squares = sharesOf(terms, row).map((share, at) =>
      share > 0 ? (share * (terms[at]?.utilities[row] as number)) ** 2 : 0,
    )
    const total = squares.reduce((sum, each) => sum + each, 0)
    return squares.map((each) => (total > 0 ? (score * each) / total : 0))
  },

  possible(shares) {
    const total = shares.reduce((sum, share) => sum + share * share, 0)
    return shares.map((share) => (total > 0 ? (100 * share * share) / total : 0))
  },

  workbook(terms) {
    const down = root(terms.map(held))
    const up = root(
      terms.map((term) => multiply(weightOf(term), subtract(number(1), utilityOf(term)))),
    )
    return divide(multiply(number(100), down), add(up, down))
  },

  workbookPoints(terms, at, score) {
    const term = terms[at]
    if (!term) return number(0)
    const total = squares(terms.map(held))
    const points = divide(multiply(score, squares([held(term)])), total)
    return choose(compare('=', total, number(0)), number(0), points)
  },

  sql(terms) {
    const distance = (of: (utility: Expression) => Expression) =>
      root(
        terms.map(({ left, utility, weight }) =>
          choose(left, number(0), multiply(number(weight), of(utility))),
        ),
      )
    const [up, down] = [distance((u) => subtract(number(1), u)), distance((u) => u)]
    return multiply(number(100), divide(down, add(up, down)))
  },
}

const held = (term: WorkbookTerm): Expression => multiply(weightOf(term), utilityOf(term))
const squares = (of: readonly Expression[]): Expression => ({ kind: 'sumSquares', of })
const root = (of: readonly Expression[]): Expression => ({ kind: 'sqrt', of: squares(of) })
