/**
 * What a part computes, as a tree: the one source of its workbook formula (`excel.ts`) and, later, of its SQL.
 * References and ranges carry a name only; the printer is told what stands there (a cell, a column).
 */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'reference'; readonly name: string } // one value: the customer's cell, a parameter
  | { readonly kind: 'arithmetic'; readonly operator: '+' | '-' | '*' | '/'; readonly of: Pair }
  | { readonly kind: 'compare'; readonly operator: Comparison; readonly of: Pair }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Expression[] }
  | { readonly kind: 'not'; readonly of: Expression }
  | {
      readonly kind: 'if'
      readonly condition: Expression
      readonly then: Expression
      readonly otherwise: Expression
    }
  | { readonly kind: 'isMissing'; readonly of: Expression; readonly type: 'number' | 'text' }
  | { readonly kind: 'min' | 'max'; readonly of: readonly Expression[] }
  | { readonly kind: 'clamp'; readonly of: Expression; readonly low: number; readonly high: number }
  | { readonly kind: 'floor' | 'ln' | 'sqrt'; readonly of: Expression }
  | { readonly kind: 'sumSquares'; readonly of: readonly Expression[] }
  /** Two texts, case counting. */
  | { readonly kind: 'same'; readonly of: Pair }
  /** Sum of the numbers of `values` over x, in rows where `among` holds a number. */
  | {
      readonly kind: 'sumAbove'
      readonly values: string
      readonly among: string
      readonly x: Expression
    }
  /** The middle one of three, so x held within two others. */
  | { readonly kind: 'middle'; readonly of: readonly [Expression, Expression, Expression] }
  | { readonly kind: 'exp'; readonly of: Expression }
  /** sign(x)·ln(1 + |x|) */
  | { readonly kind: 'log'; readonly of: Expression }
  /** Over the numbers of a range; `sd` is that of the whole population. */
  | { readonly kind: 'over'; readonly range: string; readonly take: Taken }
  /** The k-th largest or smallest number of a range, k from 1. */
  | { readonly kind: 'largest' | 'smallest'; readonly range: string; readonly k: Expression }
  /** The entry of a range at a place, from 1. */
  | { readonly kind: 'item'; readonly range: string; readonly at: Expression }
  /** How many numbers of a range are less than (or at most) x. */
  | {
      readonly kind: 'countOf'
      readonly range: string
      readonly operator: '<' | '<='
      readonly x: Expression
    }
  /** Value beside the last entry of ascending `from` that is ≤ x; `below` under the first. */
  | {
      readonly kind: 'bands'
      readonly x: Expression
      readonly from: string
      readonly values: string
      readonly below: Expression
    }
  /** Value beside the entry of `keys` that is exactly x (case counts); `other` where there is none. */
  | {
      readonly kind: 'match'
      readonly x: Expression
      readonly keys: string
      readonly values: string
      readonly other: Expression
    }
  /** (average ascending rank of x in the range − 1) ÷ (count − 1); 0.5 for a single value. */
  | { readonly kind: 'percentRank'; readonly x: Expression; readonly range: string }

export type Taken = 'min' | 'max' | 'count' | 'mean' | 'sd'
type Pair = readonly [Expression, Expression]
export type Comparison = '<' | '<=' | '=' | '>=' | '>' | '<>'

export const number = (value: number): Expression => ({ kind: 'number', value })
export const text = (value: string): Expression => ({ kind: 'text', value })
export const reference = (name: string): Expression => ({ kind: 'reference', name })
export const add = (...of: readonly Expression[]): Expression => chain('+', of, 0)
export const multiply = (...of: readonly Expression[]): Expression => chain('*', of, 1)
export const subtract = (a: Expression, b: Expression): Expression => ({
  kind: 'arithmetic',
  operator: '-',
  of: [a, b],
})
export const divide = (a: Expression, b: Expression): Expression => ({
  kind: 'arithmetic',
  operator: '/',
  of: [a, b],
})
export const compare = (operator: Comparison, a: Expression, b: Expression): Expression => ({
  kind: 'compare',
  operator,
  of: [a, b],
})
export const choose = (
  condition: Expression,
  then: Expression,
  otherwise: Expression,
): Expression => ({ kind: 'if', condition, then, otherwise })
export const clamp = (of: Expression, low: number, high: number): Expression => ({
  kind: 'clamp',
  of,
  low,
  high,
})
export const isMissing = (of: Expression, type: 'number' | 'text'): Expression => ({
  kind: 'isMissing',
  of,
  type,
})
export const over = (take: Taken, range: string): Expression => ({
  kind: 'over',
  take,
  range,
})

export const item = (range: string, at: Expression): Expression => ({ kind: 'item', range, at })
export const countOf = (range: string, operator: '<' | '<=', x: Expression): Expression => ({
  kind: 'countOf',
  range,
  operator,
  x,
})

/** a + b + c from left to right, as `score` is summed. */
function chain(operator: '+' | '*', of: readonly Expression[], empty: number): Expression {
  const [first, ...rest] = of
  return rest.reduce<Expression>(
    (left, right) => ({ kind: 'arithmetic', operator, of: [left, right] }),
    first ?? number(empty),
  )
}
