import {
  compare,
  type Expression,
  isMissing,
  number,
  reference,
  text,
} from '../../expression/expression.ts'
import type { ColumnType } from '../../table/column.ts'
import { type Table, columnById } from '../../table/table.ts'
import { livingRows } from '../living.ts'
import type { Comparison, Condition, ConditionId, IsoDate } from '../scheme.ts'
import { codesOf, numbersOf } from '../scoring/input.ts'
import { scoredX } from '../scoring/workbookX.ts'

/** What may be asked of a column of each type. */
export const conditionsFor: Readonly<Record<ColumnType, readonly ConditionId[]>> = {
  number: ['compare', 'missing'],
  date: ['compare', 'missing'],
  category: ['among', 'missing'],
  boolean: ['among', 'missing'],
  text: ['missing'],
}

/**
 * 1 for each living row id that fulfils all conditions; null where a column is gone or of another type, so that the rule
 * rests.
 */
export function fulfilled(
  conditions: readonly Condition[],
  table: Table,
  asOf: IsoDate,
): Uint8Array | null {
  if (conditions.length === 0) return null
  const hits = livingRows(table)?.slice() ?? new Uint8Array(table.rowCount).fill(1)
  for (const condition of conditions) {
    const holds = holding(condition, table, asOf)
    if (holds === null) return null
    for (let row = 0; row < hits.length; row++) if (hits[row] === 1 && !holds(row)) hits[row] = 0
  }
  return hits
}

/** Whether a condition holds for a row; null where its column cannot be asked. */
function holding(
  condition: Condition,
  table: Table,
  asOf: IsoDate,
): ((row: number) => boolean) | null {
  const column = columnById(table, condition.column)
  if (!column || !conditionsFor[column.type].includes(condition.id)) return null
  const numbers = numbersOf(column, table, asOf)
  if (numbers) {
    if (condition.id === 'compare') {
      const holds = comparing(condition.operator)
      return (row) => holds(numbers[row] as number, condition.value)
    }
    return (row) => Number.isNaN(numbers[row]) !== (condition.id === 'missing' && condition.not)
  }
  const codes = codesOf(column, table)
  if (!codes) return null
  if (condition.id !== 'among')
    return (row) => (codes.codes[row] === 0) !== (condition.id === 'missing' && condition.not)
  const wanted = Uint8Array.from(codes.dictionary, (word, code) =>
    code === 0 ? 0 : +(condition.categories.includes(word) !== condition.not),
  )
  return (row) => wanted[codes.codes[row] as number] === 1
}

/** NaN, a missing value, fulfils no comparison, `<>` neither. */
function comparing(operator: Comparison): (x: number, value: number) => boolean {
  switch (operator) {
    case '<':
      return (x, value) => x < value
    case '<=':
      return (x, value) => x <= value
    case '=':
      return (x, value) => x === value
    case '>=':
      return (x, value) => x >= value
    case '>':
      return (x, value) => x > value
    case '<>':
      return (x, value) => x === x && x !== value
  }
}

/**
 * The same as a formula; names: `x` (the cell) and `asOf`. `words` gives the text that the sheet shows for a category.
 */
export function conditionExpression(
  condition: Condition,
  type: ColumnType,
  words: (category: string) => string,
): Expression {
  const isNumber = type === 'number' || type === 'date'
  const missing = isMissing(reference('x'), isNumber ? 'number' : 'text')
  const there: Expression = { kind: 'not', of: missing }
  switch (condition.id) {
    case 'missing':
      return condition.not ? there : missing
    case 'compare': {
      const held = compare(condition.operator, scoredX(type === 'date'), number(condition.value))
      // not AND, which would compute with a text all the same
      return { kind: 'if', condition: missing, then: never, otherwise: held }
    }
    case 'among': {
      const same = condition.categories.map((category): Expression => ({
        kind: 'same',
        of: [reference('x'), text(words(category))],
      }))
      const among: Expression = { kind: 'or', of: same }
      return condition.not ? { kind: 'and', of: [there, { kind: 'not', of: among }] } : among
    }
  }
}

/** A formula that is never true. */
export const never: Expression = compare('=', number(0), number(1))
