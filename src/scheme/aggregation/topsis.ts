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
import { sharesOf as sharesIn } from '../../math/shares.ts'
import { sharesByRow } from '../../math/sharesByRow.ts'
import type { Aggregation } from '../scheme.ts'
import {
  type AggregationPart,
  isGrouped,
  sharesOf,
  type Term,
  type WorkbookGroup,
  type WorkbookTerm,
} from './aggregation.ts'
import { utilityOf, weightOf } from './graded.ts'
import { factorOf } from './grouped.ts'

/** 100·d⁻ ÷ (d⁺ + d⁻) on utilities, with 1 as the ideal and 0 as its opposite: how near a customer is to the best one could be. */
export const topsis: AggregationPart<Extract<Aggregation, { id: 'topsis' }>> = {
  id: 'topsis',
  explains: 'shared',
  caps: false,

  score(terms, score) {
    const ideals = { best: terms.map(() => 1), worst: terms.map(() => 0) }
    const grouped = isGrouped(terms)
    closenessOf(
      terms.map(({ utilities }) => utilities),
      grouped ? [...sharesIn(terms)] : terms.map(({ weight }) => weight),
      ideals,
      score,
    )
    if (grouped) scoreGaps(terms, score)
    for (let row = 0; row < score.length; row++) score[row] = 100 * (score[row] as number)
    for (const { utilities } of terms.filter((term) => term.required))
      for (let row = 0; row < score.length; row++)
        if (Number.isNaN(utilities[row])) score[row] = NaN
    return false
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
    const grouped = isGrouped(terms)
    const distance = (of: (utility: Expression) => Expression) =>
      root(
        terms.map(({ left, utility, weight, share }) =>
          choose(left, number(0), multiply(grouped ? share : number(weight), of(utility))),
        ),
      )
    const [up, down] = [distance((u) => subtract(number(1), u)), distance((u) => u)]
    return multiply(number(100), divide(down, add(up, down)))
  },

  workbookGroups(groups) {
    const down = groupRoot(groups, held)
    const up = groupRoot(groups, (term) =>
      multiply(weightOf(term), subtract(number(1), utilityOf(term))),
    )
    return divide(multiply(number(100), down), add(up, down))
  },

  workbookGroupPoints(groups, at, criterion, score) {
    const group = groups[at]
    const term = group?.terms[criterion]
    if (!group || !term) return number(0)
    const own = squares([multiply(factorOf(group), held(term))])
    const total = groupSquares(groups, held)
    return choose(compare('=', total, number(0)), number(0), divide(multiply(score, own), total))
  },
}

/** Of the rows with a gap the shares are others than those that all have: those rows are gone through again. */
function scoreGaps(terms: readonly Term[], score: Float64Array): void {
  const columns = terms.map(({ utilities, ...term }) => ({ ...term, values: utilities }))
  const { shares, fill } = sharesByRow(columns)
  for (let row = 0; row < score.length; row++) {
    if (!columns.some(({ values }) => Number.isNaN(values[row]))) continue
    let [down, up] = [0, 0]
    if (fill(row))
      columns.forEach(({ values }, at) => {
        const share = shares[at] as number
        if (share > 0) down += (share * (values[row] as number)) ** 2
        if (share > 0) up += (share * (1 - (values[row] as number))) ** 2
      })
    const distance = Math.sqrt(down)
    score[row] = distance / (Math.sqrt(up) + distance)
  }
}

/** Σ over groups of (1 ÷ counted weight of the group · its weight)² · Σ of its squares: shares up to a scale that cancels. */
function groupSquares(
  groups: readonly WorkbookGroup[],
  of: (term: WorkbookTerm) => Expression,
): Expression {
  return add(
    ...groups.map((group) => multiply(squares([factorOf(group)]), squares(group.terms.map(of)))),
  )
}
const groupRoot = (
  groups: readonly WorkbookGroup[],
  of: (term: WorkbookTerm) => Expression,
): Expression => ({ kind: 'sqrt', of: groupSquares(groups, of) })

const held = (term: WorkbookTerm): Expression => multiply(weightOf(term), utilityOf(term))
const squares = (of: readonly Expression[]): Expression => ({ kind: 'sumSquares', of })
const root = (of: readonly Expression[]): Expression => ({ kind: 'sqrt', of: squares(of) })
