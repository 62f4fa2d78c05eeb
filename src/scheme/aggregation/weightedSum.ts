import {
  add,
  choose,
  divide,
  type Expression,
  multiply,
  number,
} from '../../expression/expression.ts'
import { weightedMean } from '../../math/weightedMean.ts'
import type { Aggregation } from '../scheme.ts'
import { type AggregationPart, sharesOf, type SqlTerm } from './aggregation.ts'
import { cappedSum, hasCaps } from './capped.ts'
import { countedWeight, utilityOf } from './graded.ts'
import { countedGroups, rowShare, scoreHere, weightHere } from './grouped.ts'

/** 100 · Σ share·u in criterion order, float64; share = w ÷ Σ w of the criteria that have a utility for this customer. */
export const weightedSum: AggregationPart<Extract<Aggregation, { id: 'weightedSum' }>> = {
  id: 'weightedSum',
  explains: 'earned',
  caps: true,

  score(terms, score, toFinish = false) {
    if (hasCaps(terms)) {
      cappedSum(terms, score)
      return false
    }
    const columns = terms.map((term) => ({ ...term, values: term.utilities }))
    return weightedMean(columns, 100, score, toFinish)
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
    if (!terms.some(({ groupCap }) => groupCap !== null)) return pointsOf(terms)
    const groups = [...new Set(terms.map(({ group }) => group))].sort((a, b) => a - b)
    const points = groups.map((group): Expression => {
      const own = terms.filter((term) => term.group === group)
      const cap = own[0]?.groupCap ?? null
      return cap === null ? pointsOf(own) : { kind: 'min', of: [number(cap), pointsOf(own)] }
    })
    return add(...points)
  },

  workbookGroups(groups) {
    const whole = countedGroups(groups)
    const points = groups.map((group): Expression => {
      const { score, weight, cap } = group
      const own = divide(multiply(weightHere(group, weight), scoreHere(group, score)), whole)
      return cap === null ? own : { kind: 'min', of: [cap, own] }
    })
    return add(...points)
  },

  workbookGroupPoints(groups, at, criterion) {
    const group = groups[at]
    const term = group?.terms[criterion]
    if (!group || !term) return number(0)
    return multiply(number(100), rowShare(groups, group, term), utilityOf(term))
  },
}

function pointsOf(terms: readonly SqlTerm[]): Expression {
  const points = terms.map(({ left, share, utility }) =>
    choose(left, number(0), multiply(share, utility)),
  )
  return multiply(number(100), add(...points))
}
