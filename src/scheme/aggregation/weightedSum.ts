import { add, choose, divide, multiply, number } from '../../expression/expression.ts'
import { weightedMean } from '../../math/weightedMean.ts'
import type { Aggregation } from '../scheme.ts'
import { type AggregationPart, sharesOf } from './aggregation.ts'
import { countedWeight, utilityOf } from './graded.ts'

/** 100 · Σ share·u in criterion order, float64; share = w ÷ Σ w of the criteria that have a utility for this customer. */
export const weightedSum: AggregationPart<Extract<Aggregation, { id: 'weightedSum' }>> = {
  id: 'weightedSum',
  explains: 'earned',

  score(terms, score) {
    const columns = terms.map((term) => ({ ...term, values: term.utilities }))
    weightedMean(columns, 100, score)
  },

  shares: sharesOf,

  points(terms, row) {
    return sharesOf(terms, row).map((share, at) =>
      share > 0 ? 100 * share * (terms[at]?.utilities[row] as number) : 0,
    )
  },

  possible: (shares) => shares.map((share) => 100 * share),

  workbook(terms) {
    const points = terms.map((term) => multiply(term.weight, utilityOf(term)))
    return multiply(number(100), divide(add(...points), countedWeight(terms)))
  },

  workbookPoints(terms, at) {
    const term = terms[at]
    if (!term) return number(0)
    const left = multiply(number(100), term.weight, utilityOf(term))
    const points = divide(left, countedWeight(terms))
    return term.filled === null ? choose(term.missing, number(0), points) : points
  },

  sql(terms) {
    const points = terms.map(({ left, share, utility }) =>
      choose(left, number(0), multiply(share, utility)),
    )
    return multiply(number(100), add(...points))
  },
}
