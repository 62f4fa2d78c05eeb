import type { Formula } from '../../expression/formula/formula.ts'
import type { Column, ColumnType, ReadingId } from '../../table/column.ts'

/** What a calculated column is, by its formula alone: a change of cells never makes another of it. */
export interface Shape {
  readonly type: ColumnType
  readonly reading: ReadingId
  readonly unit: string | null
}

export function shapeOf(formula: Formula, columns: readonly Column[]): Shape {
  switch (formula.type) {
    case 'number': {
      const unit = unitOf(formula, columns)
      return unit === null
        ? { type: 'number', reading: 'number', unit }
        : { type: 'number', reading: 'money', unit: unit.currency }
    }
    case 'date':
      return { type: 'date', reading: 'date', unit: null }
    case 'boolean':
      return { type: 'boolean', reading: 'boolean', unit: null }
    case 'text': {
      const type = isFew(formula, columns) ? 'category' : 'text'
      return { type, reading: type, unit: null }
    }
  }
}

/** Texts of a short list: written out, or made of the words of one column of categories. */
function isFew(formula: Formula, columns: readonly Column[]): boolean {
  switch (formula.kind) {
    case 'column':
      return columns.find(({ id }) => id === formula.column)?.type === 'category'
    case 'call': {
      if (formula.name === '$text') return false
      const texts = formula.of.filter(({ type }) => type === 'text')
      return texts.every((of) => isFew(of, columns))
    }
    case 'number':
    case 'text':
    case 'boolean':
      return true
  }
}

interface Money {
  readonly currency: string | null
}

const keeping = new Set(['ROUND', 'ROUNDUP', 'ROUNDDOWN', 'INT', 'ABS', 'negative', '%'])
const alike = new Set(['+', '-', 'SUM', 'AVERAGE', 'MIN', 'MAX', 'IF', 'IFS', 'IFERROR'])

/** Whether numbers are money, and in which currency: money by a number is money, by money it is none. */
function unitOf(formula: Formula, columns: readonly Column[]): Money | null {
  if (formula.kind === 'column') {
    const column = columns.find(({ id }) => id === formula.column)
    return column?.reading === 'money' ? { currency: column.unit } : null
  }
  if (formula.kind !== 'call') return null
  const numbers = formula.of.filter(({ type }) => type === 'number')
  const units = numbers.map((of) => unitOf(of, columns))
  const [first = null, second = null] = units
  if (keeping.has(formula.name)) return first
  if (formula.name === '*') return first && second ? null : (first ?? second)
  if (formula.name === '/') return second ? null : first
  if (!alike.has(formula.name)) return null
  const given = numbers.flatMap((of, at) => (isLiteral(of) ? [] : [units[at] ?? null]))
  const [one = null] = given
  return one && given.every((unit) => unit?.currency === one.currency) ? one : null
}

const isLiteral = ({ kind }: Formula) => kind === 'number'
