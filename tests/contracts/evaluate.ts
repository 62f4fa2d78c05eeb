import type { Expression, Taken } from '../../src/expression/expression.ts'
import { averageRanks } from '../../src/math/rank.ts'

export type Value = number | string | boolean | null // null = an empty cell

/** What the names of an expression stand for in one row. */
export interface Cells {
  value(name: string): Value
  range(name: string): readonly Value[]
}

/** A plain reading of the expression tree with a workbook's meaning, to hold the workbook face against the value face. */
export function evaluate(expression: Expression, cells: Cells): Value {
  const of = (e: Expression) => evaluate(e, cells)
  const num = (e: Expression) => Number(of(e))
  const nums = (name: string) => cells.range(name).filter((v): v is number => typeof v === 'number')
  switch (expression.kind) {
    case 'number':
    case 'text':
      return expression.value
    case 'reference':
      return cells.value(expression.name)
    case 'arithmetic': {
      const [a, b] = [num(expression.of[0]), num(expression.of[1])]
      const results = { '+': a + b, '-': a - b, '*': a * b, '/': a / b }
      if (expression.operator === '/' && b === 0) throw new Error('#DIV/0!')
      return results[expression.operator] ?? raise('#NAME?')
    }
    case 'compare': {
      const [a, b] = [of(expression.of[0]) as number, of(expression.of[1]) as number]
      const results = {
        '<': a < b,
        '<=': a <= b,
        '=': a === b,
        '>=': a >= b,
        '>': a > b,
        '<>': a !== b,
      }
      return results[expression.operator] ?? raise('#NAME?')
    }
    case 'and':
      return expression.of.every((e) => of(e) === true)
    case 'or':
      return expression.of.some((e) => of(e) === true)
    case 'not':
      return of(expression.of) !== true
    case 'if':
      return of(expression.condition) === true ? of(expression.then) : of(expression.otherwise)
    case 'isMissing': {
      const value = of(expression.of)
      return expression.type === 'number'
        ? typeof value !== 'number'
        : value === null || value === ''
    }
    case 'min':
      return Math.min(...expression.of.map(num))
    case 'max':
      return Math.max(...expression.of.map(num))
    case 'clamp':
      return Math.min(expression.high, Math.max(expression.low, num(expression.of)))
    case 'floor':
      return Math.floor(num(expression.of))
    case 'ln':
      return Math.log(num(expression.of))
    case 'sqrt':
      return Math.sqrt(num(expression.of))
    case 'sumSquares':
      return expression.of.map(num).reduce((sum, x) => sum + x * x, 0)
    case 'same':
      return of(expression.of[0]) === of(expression.of[1])
    case 'sumAbove': {
      const x = num(expression.x)
      const among = cells.range(expression.among)
      return cells
        .range(expression.values)
        .reduce<number>(
          (sum, v, at) =>
            typeof v === 'number' && v > x && typeof among[at] === 'number' ? sum + v : sum,
          0,
        )
    }
    case 'middle':
      return expression.of.map(num).sort((a, b) => a - b)[1] ?? NaN
    case 'exp': {
      const power = num(expression.of)
      if (power > 709) throw new Error('#NUM!')
      return Math.exp(power)
    }
    case 'log': {
      const x = num(expression.of)
      return Math.sign(x) * Math.log(1 + Math.abs(x))
    }
    case 'over':
      return over(nums(expression.range), expression.take)
    case 'largest':
    case 'smallest': {
      const sorted = nums(expression.range).sort((a, b) => a - b)
      if (expression.kind === 'largest') sorted.reverse()
      return sorted[num(expression.k) - 1] ?? raise('#NUM!')
    }
    case 'item':
      return cells.range(expression.range)[num(expression.at) - 1] ?? raise('#REF!')
    case 'countOf': {
      const x = num(expression.x)
      return nums(expression.range).filter((v) => (expression.operator === '<' ? v < x : v <= x))
        .length
    }
    case 'bands': {
      const x = num(expression.x)
      const at = nums(expression.from).findLastIndex((from) => from <= x)
      return at < 0 ? of(expression.below) : (cells.range(expression.values)[at] ?? null)
    }
    case 'match': {
      const at = cells.range(expression.keys).indexOf(of(expression.x))
      return at < 0 ? of(expression.other) : (cells.range(expression.values)[at] ?? null)
    }
    case 'percentRank': {
      const values = nums(expression.range)
      if (values.length === 1) return 0.5
      const ranks = averageRanks(Float64Array.from(values))
      const rank = ranks[values.indexOf(num(expression.x))] ?? NaN
      return (rank - 1) / (values.length - 1)
    }
  }
}

function over(values: readonly number[], take: Taken): number {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length
  switch (take) {
    case 'min':
      return Math.min(...values)
    case 'max':
      return Math.max(...values)
    case 'count':
      return values.length
    case 'mean':
      return mean
    case 'sd':
      return Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length)
  }
}

function raise(error: string): never {
  throw new Error(error)
}
