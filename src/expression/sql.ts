import type { Expression, Taken } from './expression.ts'
import { type SqlDialect, sqlDeviation, sqlNumber, sqlText } from './sqlDialect.ts'

/** What stands behind a name: a number that is known, or SQL. */
export interface SqlNames {
  value(name: string): number | string
  range(name: string): SqlRange
}

/**
 * `list`: known values, as frozen parameters are. `window`: a column of the rows that are read, seen from each of them.
 * `sorted`: all numbers of a column taken together in one row, as an ascending array with their count, mean and deviation.
 */
export type SqlRange =
  | { readonly kind: 'list'; readonly values: readonly (number | string)[] }
  | { readonly kind: 'window'; readonly column: string }
  | {
      readonly kind: 'sorted'
      readonly values: string
      readonly count: string
      readonly mean: string
      readonly sd: string
    }

/**
 * The tree as SQL, operation by operation, so that numbers come out to the last bit where the engine follows IEEE 754.
 * Doubles throughout; what is missing is NULL, as is a lone empty text and a division by 0.
 */
export function sqlExpression(
  expression: Expression,
  dialect: SqlDialect,
  names: SqlNames,
): string {
  const print = (e: Expression): string => sqlExpression(e, dialect, names)
  const number = (value: number) => sqlNumber(value, dialect)
  const literal = (value: number | string) =>
    typeof value === 'number' ? number(value) : sqlText(value, dialect)
  const known = constant(expression, names)
  if (known !== null) return number(known)
  const e = expression
  switch (e.kind) {
    case 'number':
      return number(e.value)
    case 'text':
      return e.value === '' ? 'NULL' : sqlText(e.value, dialect)
    case 'reference': {
      const value = names.value(e.name)
      return typeof value === 'number' ? number(value) : value
    }
    case 'arithmetic': {
      const [left, right] = e.of
      const by = print(right)
      const divisor = constant(right, names) === null ? `NULLIF(${by}, ${number(0)})` : by
      return e.operator === '/'
        ? `(${print(left)} / ${constant(right, names) === 0 ? 'NULL' : divisor})`
        : `(${print(left)} ${e.operator} ${by})`
    }
    case 'compare':
      return `(${print(e.of[0])} ${e.operator} ${print(e.of[1])})`
    case 'and':
    case 'or':
      if (e.of.length === 0) return e.kind === 'and' ? '(1 = 1)' : '(1 = 0)'
      return `(${e.of.map(print).join(` ${e.kind.toUpperCase()} `)})`
    case 'not':
      return `(NOT ${print(e.of)})`
    case 'if':
      return cases(e, names, print)
    case 'isMissing':
      return `(${print(e.of)} IS NULL)`
    case 'same': {
      const side = (of: Expression) => (of.kind === 'text' ? sqlText(of.value, dialect) : print(of))
      return `(${side(e.of[0])} = ${side(e.of[1])})`
    }
    case 'min':
    case 'max': {
      const [only, ...rest] = e.of.map(print)
      if (rest.length === 0) return only ?? 'NULL'
      return `${e.kind === 'min' ? 'LEAST' : 'GREATEST'}(${[only, ...rest].join(', ')})`
    }
    case 'clamp':
      return `GREATEST(${number(e.low)}, LEAST(${number(e.high)}, ${print(e.of)}))`
    case 'middle': {
      const [a, b, c] = e.of.map(print) as [string, string, string]
      return `GREATEST(LEAST(${a}, ${b}), LEAST(GREATEST(${a}, ${b}), ${c}))`
    }
    case 'floor':
    case 'ln':
    case 'sqrt':
    case 'exp':
      return `${e.kind}(${print(e.of)})`
    case 'log': {
      const [x, one] = [print(e.of), number(1)]
      return `CASE WHEN ${x} < ${number(0)} THEN -ln(${one} - ${x}) ELSE ln(${one} + ${x}) END`
    }
    case 'sumSquares':
      if (e.of.length === 0) return number(0)
      return `(${e.of.map((of) => `${print(of)} * ${print(of)}`).join(' + ')})`
    case 'over':
      return over(e.take, names.range(e.range), dialect)
    case 'largest':
    case 'smallest': {
      const range = names.range(e.range)
      if (range.kind !== 'sorted') return unsaid(e.kind)
      const k = print(e.k)
      const place = e.kind === 'smallest' ? k : `${range.count} + 1 - ${k}`
      return `${range.values}[CAST(${place} AS bigint)]`
    }
    case 'item': {
      const at = constant(e.at, names)
      const values = listed(names.range(e.range), e.kind)
      if (at !== null) return literal(values[at - 1] ?? unsaid(e.kind))
      const whens = values.map((value, i) => `WHEN ${number(i + 1)} THEN ${literal(value)}`)
      return `CASE ${print(e.at)} ${whens.join(' ')} END`
    }
    case 'countOf': {
      const x = print(e.x)
      const ones = listed(names.range(e.range), e.kind).map(
        (value) =>
          `CASE WHEN ${literal(value)} ${e.operator} ${x} THEN ${number(1)} ELSE ${number(0)} END`,
      )
      return ones.length === 0 ? number(0) : `(${ones.join(' + ')})`
    }
    case 'bands': {
      const [x, values] = [print(e.x), listed(names.range(e.values), e.kind)]
      const whens = listed(names.range(e.from), e.kind).map(
        (from, at) => `WHEN ${x} >= ${literal(from)} THEN ${literal(values[at] ?? unsaid(e.kind))}`,
      )
      if (whens.length === 0) return print(e.below)
      return `CASE ${whens.reverse().join(' ')} ELSE ${print(e.below)} END`
    }
    case 'match': {
      const values = listed(names.range(e.values), e.kind)
      const whens = listed(names.range(e.keys), e.kind).map(
        (key, at) => `WHEN ${literal(key)} THEN ${literal(values[at] ?? unsaid(e.kind))}`,
      )
      if (whens.length === 0) return print(e.other)
      return `CASE ${print(e.x)} ${whens.join(' ')} ELSE ${print(e.other)} END`
    }
    case 'percentRank': {
      const range = names.range(e.range)
      if (range.kind !== 'window') return unsaid(e.kind)
      // Windows would count the missing too: those are a partition of their own.
      const { column } = range
      const count = `count(${column}) OVER ()`
      const rank = `rank() OVER (PARTITION BY (${column} IS NULL) ORDER BY ${column} NULLS LAST)`
      const shared = `(count(*) OVER (PARTITION BY ${column}) - 1) / ${number(2)}`
      const place = `((${rank} + ${shared}) - ${number(1)}) / (${count} - 1)`
      return `CASE WHEN ${count} = 1 THEN ${number(0.5)} ELSE ${place} END`
    }
    case 'sumAbove':
      return unsaid(e.kind)
  }
}

/** Nested choices are one CASE; what is decided by known numbers is decided here. */
function cases(expression: Expression, names: SqlNames, print: (e: Expression) => string): string {
  const whens: string[] = []
  let rest = expression
  while (rest.kind === 'if') {
    const held = decided(rest.condition, names)
    if (held === null) whens.push(`WHEN ${print(rest.condition)} THEN ${print(rest.then)}`)
    rest = held === true ? rest.then : rest.otherwise
  }
  return whens.length === 0 ? print(rest) : `CASE ${whens.join(' ')} ELSE ${print(rest)} END`
}

/** The number that an expression of known numbers is; null where it depends on the customer. */
function constant(expression: Expression, names: SqlNames): number | null {
  if (expression.kind === 'number') return expression.value
  if (expression.kind === 'reference') {
    const value = names.value(expression.name)
    return typeof value === 'number' ? value : null
  }
  if (expression.kind !== 'arithmetic') return null
  const [a, b] = expression.of.map((of) => constant(of, names))
  if (a == null || b == null || (expression.operator === '/' && b === 0)) return null
  return { '+': a + b, '-': a - b, '*': a * b, '/': a / b }[expression.operator]
}

function decided(condition: Expression, names: SqlNames): boolean | null {
  if (condition.kind !== 'compare') return null
  const [a, b] = condition.of.map((of) => constant(of, names))
  if (a == null || b == null) return null
  const held = { '<': a < b, '<=': a <= b, '=': a === b, '>=': a >= b, '>': a > b, '<>': a !== b }
  return held[condition.operator]
}

function over(take: Taken, range: SqlRange, dialect: SqlDialect): string {
  if (range.kind === 'list') return unsaid('over')
  if (range.kind === 'window') {
    const taken = take === 'sd' ? '' : `${take === 'mean' ? 'avg' : take}(${range.column})`
    return `${taken || sqlDeviation(range.column, dialect)} OVER ()`
  }
  if (take === 'min') return `${range.values}[1]`
  return take === 'max' ? `${range.values}[CAST(${range.count} AS bigint)]` : range[take]
}

function listed(range: SqlRange, kind: string): readonly (number | string)[] {
  return range.kind === 'list' ? range.values : unsaid(kind)
}

/** What would look through all rows for each row: such parts say in their own way what SQL has windows for. */
function unsaid(kind: string): never {
  throw new Error(`no SQL for ${kind} here`)
}
