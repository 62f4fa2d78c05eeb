import {
  add,
  type Expression,
  divide,
  multiply,
  number,
  over,
  reference,
  subtract,
} from '../../expression/expression.ts'

/** The number that is scored: the cell, or its days before the as-of date. */
export function scoredX(dated: boolean): Expression {
  return dated ? subtract(reference('asOf'), reference('x')) : reference('x')
}

/** Smallest or largest such number of the column: the latest date is the fewest days. */
export function scoredEnd(take: 'min' | 'max', dated: boolean): Expression {
  if (!dated) return over(take, 'column')
  return subtract(reference('asOf'), over(take === 'min' ? 'max' : 'min', 'column'))
}

/** Their mean: dates are as many days earlier as they are later. */
export function scoredMean(dated: boolean): Expression {
  return dated ? subtract(reference('asOf'), over('mean', 'column')) : over('mean', 'column')
}

/** Their type-7 quantile at i/k with h = i·(m − 1)/k, by whole places: PERCENTILE's own product may miss one by a last bit. */
export function scoredQuantile(
  i: number | Expression,
  k: number,
  dated: boolean,
  range = 'column',
): Expression {
  const count = over('count', range)
  const part = typeof i === 'number' ? number(i) : i
  const h = divide(multiply(part, subtract(count, number(1))), number(k))
  const whole: Expression = { kind: 'floor', of: h }
  const low = scoredPlace(add(whole, number(1)), dated, range)
  const next = scoredPlace({ kind: 'min', of: [count, add(whole, number(2))] }, dated, range)
  return add(low, multiply(subtract(h, whole), subtract(next, low)))
}

/** The k-th smallest. */
function scoredPlace(k: Expression, dated: boolean, range: string): Expression {
  if (!dated) return { kind: 'smallest', range, k }
  return subtract(reference('asOf'), { kind: 'largest', range, k })
}
