import type { Expression } from './expression.ts'

/** The same tree under other names, so that parts of several criteria can stand in one formula. */
export function renamed(expression: Expression, rename: (name: string) => string): Expression {
  const inner = (e: Expression): Expression => renamed(e, rename)
  switch (expression.kind) {
    case 'number':
    case 'text':
      return expression
    case 'reference':
      return { ...expression, name: rename(expression.name) }
    case 'arithmetic':
    case 'compare':
    case 'same':
      return { ...expression, of: [inner(expression.of[0]), inner(expression.of[1])] }
    case 'and':
    case 'or':
    case 'sumSquares':
    case 'min':
    case 'max':
      return { ...expression, of: expression.of.map(inner) }
    case 'not':
    case 'isMissing':
    case 'clamp':
    case 'floor':
    case 'exp':
    case 'log':
    case 'ln':
    case 'sqrt':
      return { ...expression, of: inner(expression.of) }
    case 'if':
      return {
        ...expression,
        condition: inner(expression.condition),
        then: inner(expression.then),
        otherwise: inner(expression.otherwise),
      }
    case 'over':
      return { ...expression, range: rename(expression.range) }
    case 'middle': {
      const [a, b, c] = expression.of
      return { ...expression, of: [inner(a), inner(b), inner(c)] }
    }
    case 'item':
      return { ...expression, range: rename(expression.range), at: inner(expression.at) }
    case 'countOf':
      return { ...expression, range: rename(expression.range), x: inner(expression.x) }
    case 'sumAbove':
      return {
        ...expression,
        values: rename(expression.values),
        among: rename(expression.among),
        x: inner(expression.x),
      }
    case 'largest':
    case 'smallest':
      return { ...expression, range: rename(expression.range), k: inner(expression.k) }
    case 'bands':
      return {
        ...expression,
        x: inner(expression.x),
        from: rename(expression.from),
        values: rename(expression.values),
        below: inner(expression.below),
      }
    case 'match':
      return {
        ...expression,
        x: inner(expression.x),
        keys: rename(expression.keys),
        values: rename(expression.values),
        other: inner(expression.other),
      }
    case 'percentRank':
      return { ...expression, x: inner(expression.x), range: rename(expression.range) }
  }
}
