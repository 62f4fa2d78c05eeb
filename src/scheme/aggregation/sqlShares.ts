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
import { type Shared, sharesOf } from '../../math/shares.ts'

/** A criterion in a row of a query: how much it counts, and whether it is there. */
export interface RowWeight extends Shared {
  readonly left: Expression // no utility: left out
  readonly missing: Expression // no value, whatever the missing policy puts in
}

export interface RowGroup {
  readonly group: number
  readonly weight: number
  readonly total: Expression // of the weights of its criteria that are not left out
}

export function rowGroups(terms: readonly RowWeight[]): readonly RowGroup[] {
  return [...new Set(terms.map(({ group }) => group))].map((group) => {
    const own = terms.filter((term) => term.group === group)
    const weights = own.map(({ left, weight }) => choose(left, number(0), number(weight)))
    return { group, weight: own[0]?.groupWeight ?? 0, total: add(...weights) }
  })
}

/** Weight of the groups that have something; `total` = where each group's total stands. */
export function wholeWeight(
  groups: readonly RowGroup[],
  total: (group: number) => Expression,
): Expression {
  const counted = groups.map(({ group, weight }) =>
    choose(compare('>', total(group), number(0)), number(weight), number(0)),
  )
  return add(...counted)
}

/** One group alone is all there is: its part of the whole is 1. */
export const isAlone = (groups: readonly RowGroup[]): boolean =>
  groups.length === 1 && (groups[0]?.weight ?? 0) > 0

/** `sharesOf` of one criterion among what is there, to its last bit; 0 where it is left out. `whole` null = one group alone. */
export function rowShare(term: RowWeight, total: Expression, whole: Expression | null): Expression {
  const inGroup = divide(number(term.weight), total)
  const none = [term.left, compare('<=', total, number(0))]
  if (whole === null) return choose({ kind: 'or', of: none }, number(0), inGroup)
  const share = multiply(divide(number(term.groupWeight), whole), inGroup)
  return choose({ kind: 'or', of: [...none, compare('<=', whole, number(0))] }, number(0), share)
}

/** 1 − missing share ÷ all shares, as `completenessOf`. */
export function rowCompleteness(terms: readonly RowWeight[]): Expression {
  const shares = sharesOf(terms)
  const total = shares.reduce((sum, share) => sum + share, 0)
  if (!(total > 0)) return number(0)
  const missing = terms.map((term, at) =>
    choose(term.missing, number(shares[at] as number), number(0)),
  )
  return subtract(number(1), divide(add(...missing), number(total)))
}
