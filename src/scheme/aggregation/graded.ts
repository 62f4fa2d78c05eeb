import {
  add,
  choose,
  clamp,
  compare,
  divide,
  type Expression,
  multiply,
  number,
  text,
} from '../../expression/expression.ts'
import type { WorkbookTerm } from './aggregation.ts'

/**
 * The score cell: an empty text for the ungraded, else the aggregated score and the bonus (null = none), clamped and
 * snapped: ⌊s·1e9 + 0.5⌋ ÷ 1e9.
 */
export function gradedScore(
  terms: readonly WorkbookTerm[],
  aggregated: Expression,
  bonus: Expression | null,
): Expression {
  if (terms.length === 0) return text('')
  const present = add(...terms.map(({ missing, weight }) => choose(missing, number(0), weight)))
  const lacking = terms.filter((term) => term.required).map((term) => term.missing)
  const ungraded: Expression = { kind: 'or', of: [compare('<=', present, number(0)), ...lacking] }
  const score = clamp(bonus === null ? aggregated : add(aggregated, bonus), 0, 100)
  const billionths = add(multiply(score, number(1e9)), number(0.5))
  const snapped = divide({ kind: 'floor', of: billionths }, number(1e9))
  return choose(ungraded, text(''), snapped)
}

/** The utility, or what a missing value is given; 0 where it is left out. */
export const utilityOf = ({ missing, filled, utility }: WorkbookTerm): Expression =>
  choose(missing, filled ?? number(0), utility)

/** Weight of a criterion for this customer: 0 where it is left out. */
export const weightOf = ({ missing, filled, weight }: WorkbookTerm): Expression =>
  filled === null ? choose(missing, number(0), weight) : weight

export const countedWeight = (terms: readonly WorkbookTerm[]): Expression =>
  add(...terms.map(weightOf))
