import { type Expression, over, reference, subtract } from '../../expression/expression.ts'

/** The number that is scored: the cell, or its days before the as-of date. */
export function scoredX(dated: boolean): Expression {
  return dated ? subtract(reference('asOf'), reference('x')) : reference('x')
}

/** Smallest or largest such number of the column: the latest date is the fewest days. */
export function scoredEnd(take: 'min' | 'max', dated: boolean): Expression {
  if (!dated) return over(take, 'column')
  return subtract(reference('asOf'), over(take === 'min' ? 'max' : 'min', 'column'))
}
