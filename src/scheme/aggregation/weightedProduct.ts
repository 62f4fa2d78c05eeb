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
import { weightedMean } from '../../math/weightedMean.ts'
import type { Aggregation } from '../scheme.ts'
import {
  type AggregationPart,
  sharesOf,
  type WorkbookGroup,
  type WorkbookTerm,
} from './aggregation.ts'
import { countedWeight, utilityOf, weightOf } from './graded.ts'
import { countedGroups, rowShare, scoreHere, weightHere } from './grouped.ts'

/** A utility counts as at least this: one criterion at 0 must not take everything. */
const least = 0.01

/**
 * 100 · Π max(u, 0.01)^share, as 100·e^−(Σ share·−ln u): a weak criterion weighs more than a strong one makes up for. The
 * logarithms, from 0 on, are kept per column of utilities, so that a dragged weight only sums.
 */
export const weightedProduct: AggregationPart<Extract<Aggregation, { id: 'weightedProduct' }>> = {
  id: 'weightedProduct',
  explains: 'lost',
  caps: false,

  score(terms, score) {
    const columns = terms.map((term) => ({ ...term, values: logarithms(term.utilities) }))
    weightedMean(columns, 1, score)
    for (let row = 0; row < score.length; row++)
      score[row] = 100 * Math.exp(-(score[row] as number))
    return false
  },

  shares: sharesOf,

  /** −(100 − s)·share·(−ln u) ÷ Σ share·(−ln u): what is missing from 100, split by the logarithms. */
  points(terms, row, score) {
    const lost = sharesOf(terms, row).map((share, at) =>
      share > 0 ? share * -Math.log(Math.max(least, terms[at]?.utilities[row] as number)) : 0,
    )
    const total = lost.reduce((sum, each) => sum + each, 0)
    return lost.map((each) => (each > 0 ? (-(100 - score) * each) / total : 0)) // never −0
  },

  possible: (shares) => new Float64Array(shares.length),

  workbook(terms) {
    const logs = terms.map((term) => multiply(weightOf(term), logarithm(term)))
    const mean = divide(add(...logs), countedWeight(terms))
    return multiply(number(100), { kind: 'exp', of: mean })
  },

  workbookPoints(terms, at, score) {
    const lost = terms.map((term) => multiply(weightOf(term), logarithm(term)))
    const own = lost[at] ?? number(0)
    const total = add(...lost)
    const points = divide(multiply(subtract(score, number(100)), own), total)
    return choose(compare('=', total, number(0)), number(0), points)
  },

  sql(terms) {
    const logs = terms.map(({ left, share, utility }) =>
      choose(left, number(0), multiply(share, logarithmOf(utility))),
    )
    return multiply(number(100), { kind: 'exp', of: add(...logs) })
  },

  /** 100 · e^(Σ share of the group · ln of its score ÷ 100). */
  workbookGroups: (groups) => multiply(number(100), { kind: 'exp', of: meanLogarithm(groups) }),

  /** Σ share·ln u over all is the mean logarithm of the groups. */
  workbookGroupPoints(groups, at, criterion, score) {
    const group = groups[at]
    const term = group?.terms[criterion]
    if (!group || !term) return number(0)
    const own = multiply(rowShare(groups, group, term), logarithm(term))
    const total = meanLogarithm(groups)
    const points = divide(multiply(subtract(score, number(100)), own), total)
    return choose(compare('=', total, number(0)), number(0), points)
  },
}

function meanLogarithm(groups: readonly WorkbookGroup[]): Expression {
  const logs = groups.map((group) => {
    const { weight, score } = group
    const share = divide(scoreHere(group, score, 100), number(100))
    return multiply(weightHere(group, weight), { kind: 'ln', of: share })
  })
  return divide(add(...logs), countedGroups(groups))
}

const logarithm = (term: WorkbookTerm): Expression => logarithmOf(utilityOf(term))
const logarithmOf = (utility: Expression): Expression => ({
  kind: 'ln',
  of: { kind: 'max', of: [utility, number(least)] },
})

const known = new WeakMap<Float64Array, Float64Array>()

function logarithms(utilities: Float64Array): Float64Array {
  const found =
    known.get(utilities) ?? utilities.map((u) => (u === u ? -Math.log(Math.max(least, u)) : NaN))
  known.set(utilities, found)
  return found
}
