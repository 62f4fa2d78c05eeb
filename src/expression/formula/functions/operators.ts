import { type SqlDialect, sqlNumber } from '../../sqlDialect.ts'
import type { Formula, FormulaType } from '../formula.ts'
import type { Argument, FormulaPart, Refusal } from '../part.ts'
import type { Numbers, Truths, Vector } from '../vectors.ts'
import { stepOf } from '../vectors.ts'
import { joinedWhy } from '../why.ts'
import { dateWithin, firstDay, lastDay } from './dayNumbers.ts'

const any: Argument = { id: 'value', type: 'any' }
const number: Argument = { id: 'number', type: 'number' }
const two = { first: [any, any] }

const bothNumbers = (of: readonly Formula[], operator: string): FormulaType | Refusal => {
  const at = of.findIndex(({ type }) => type !== 'number')
  if (at < 0) return 'number'
  const given = of[at]?.type ?? 'number'
  if (given === 'text') return { code: 'formula.addText', argument: at, detail: { operator } }
  return { code: 'formula.type', argument: at, detail: { name: operator, wanted: 'number', given } }
}

function sumType(operator: '+' | '-') {
  return (of: readonly Formula[]): FormulaType | Refusal => {
    const [left, right] = of.map(({ type }) => type)
    if (left === 'date' && right === 'number') return 'date'
    if (left === 'number' && right === 'date' && operator === '+') return 'date'
    if (left === 'date' && right === 'date')
      return operator === '-' ? 'number' : { code: 'formula.addDates' }
    return bothNumbers(of, operator)
  }
}

/** A loop of its own per operator, so that the engine compiles each to plain arithmetic. */
const loops: Readonly<Record<string, (a: Numbers, b: Numbers, into: Float64Array) => void>> = {
  '+': ({ values: a, step: s }, { values: b, step: t }, into) => {
    for (let i = 0; i < into.length; i++) into[i] = (a[s * i] ?? 0) + (b[t * i] ?? 0)
  },
  '-': ({ values: a, step: s }, { values: b, step: t }, into) => {
    for (let i = 0; i < into.length; i++) into[i] = (a[s * i] ?? 0) - (b[t * i] ?? 0)
  },
  '*': ({ values: a, step: s }, { values: b, step: t }, into) => {
    for (let i = 0; i < into.length; i++) into[i] = (a[s * i] ?? 0) * (b[t * i] ?? 0)
  },
  '/': ({ values: a, step: s }, { values: b, step: t }, into) => {
    for (let i = 0; i < into.length; i++) {
      const by = b[t * i] ?? 0
      into[i] = by === 0 ? NaN : (a[s * i] ?? 0) / by
    }
  },
}

function arithmetic(id: '+' | '-' | '*' | '/'): FormulaPart {
  const fails = id === '/' ? '#DIV/0!' : '#NUM!'
  return {
    id,
    kind: 'operator',
    signature: two,
    type: id === '+' || id === '-' ? sumType(id) : (of) => bothNumbers(of, id),
    fails,
    lacks: (of) => id === '/' || of.some(Boolean),
    all(of, { count, type }) {
      const [a, b] = of as readonly [Numbers, Numbers]
      const step = stepOf(of)
      const values = new Float64Array(step === 0 ? 1 : count)
      loops[id]?.(a, b, values)
      for (let i = 0; i < values.length; i++) {
        const value = values[i] ?? NaN
        if (value - value !== 0) values[i] = NaN // infinite
      }
      if (type === 'date')
        for (let i = 0; i < values.length; i++) if (!dateWithin(values[i] ?? NaN)) values[i] = NaN
      return { kind: 'numbers', values, step, why: joinedWhy(values, of, fails) }
    },
    excel: ({ of: [a, b], formulas }) => `(${chained(id, formulas[0], a)}${id}${b})`,
    sql: ({ of: [a, b], type, formulas }, dialect) => {
      if (id === '/') return `(${a} / ${nonZero(formulas[1], b ?? '', dialect)})`
      const sum = `(${a} ${id} ${b})`
      if (type !== 'date') return sum
      const [least, most] = [sqlNumber(firstDay, dialect), sqlNumber(lastDay, dialect)]
      return `CASE WHEN ${sum} >= ${least} AND ${sum} <= ${most} THEN ${sum} END`
    },
    ...(id === '+' || id === '-' ? { repeats: true as const } : {}),
  }
}

/** What stands left of an operator of its own rank needs no brackets: Excel takes 64 in one another. */
function chained(id: string, left: Formula | undefined, printed = ''): string {
  if (left?.kind !== 'call') return printed
  return ranks.some((rank) => rank.includes(id) && rank.includes(left.name))
    ? printed.slice(1, -1)
    : printed
}
const ranks = [['+', '-'], ['*', '/'], ['&']]

function nonZero(formula: Formula | undefined, printed: string, dialect: SqlDialect): string {
  if (formula?.kind === 'number' && formula.value !== 0) return printed
  return `NULLIF(${printed}, ${sqlNumber(0, dialect)})`
}

const largestPower = 230 // |b·ln a|: results stay within 1e±100, where no database stops a query by an overflow

const power: FormulaPart = {
  id: '^',
  kind: 'operator',
  signature: two,
  type: (of) => bothNumbers(of, '^'),
  fails: '#NUM!',
  lacks: () => true,
  one: (a: number, b: number) => {
    if (a === 0) return b > 0 ? 0 : null
    if (a < 0 && !Number.isInteger(b)) return null
    return Math.abs(b * Math.log(Math.abs(a))) <= largestPower ? a ** b : null
  },
  excel: ({ of: [a, b], formulas }) =>
    positive(formulas[1]) ? `(${a}^${b})` : `IF(AND(${a}=0,${b}<=0),NA(),${a}^${b})`,
  sql: ({ of: [a, b] }, dialect) => {
    const number = (value: number) => sqlNumber(value, dialect)
    const whole = `(${a} > ${number(0)} OR floor(${b}) = ${b})`
    const small = `abs(${b} * ln(abs(${a}))) <= ${number(largestPower)}`
    const ofZero = `CASE WHEN ${b} > ${number(0)} THEN ${number(0)} END`
    return `CASE WHEN ${a} = ${number(0)} THEN ${ofZero} WHEN ${a} IS NOT NULL AND ${whole} AND ${small} THEN power(${a}, ${b}) END`
  },
  repeats: true,
}
const positive = (formula?: Formula) => formula?.kind === 'number' && formula.value > 0

const negative: FormulaPart = {
  id: 'negative',
  kind: 'operator',
  signature: { first: [number] },
  type: (of) => bothNumbers(of, '-'),
  one: (a: number) => -a,
  excel: ({ of: [a] }) => `(-${a})`,
  sql: ({ of: [a] }) => `(-${a})`,
}

const percent: FormulaPart = {
  id: '%',
  kind: 'operator',
  signature: { first: [any] },
  type: (of) => bothNumbers(of, '%'),
  one: (a: number) => a / 100,
  excel: ({ of: [a] }) => `(${a}/100)`,
  sql: ({ of: [a] }, dialect) => `(${a} / ${sqlNumber(100, dialect)})`,
}

const join: FormulaPart = {
  id: '&',
  kind: 'operator',
  signature: {
    first: [
      { id: 'text', type: 'joined' },
      { id: 'text', type: 'joined' },
    ],
  },
  type: 'text',
  one: (a: string, b: string) => a + b,
  excel: ({ of: [a, b], formulas }) => `(${chained('&', formulas[0], a)}&${b})`,
  sql: ({ of: [a, b] }) => `(${a} || ${b})`,
}

export const comparisons = ['=', '<>', '<', '<=', '>', '>='] as const
type Comparison = (typeof comparisons)[number]

const tests: Readonly<Record<Comparison, (a: number, b: number) => boolean>> = {
  '=': (a, b) => a === b,
  '<>': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
}

/** Texts are equal whatever their case, as in Excel. */
const sameText = (a: string, b: string) => a === b || a.toLowerCase() === b.toLowerCase()

function comparison(id: Comparison): FormulaPart {
  return {
    id,
    kind: 'operator',
    signature: two,
    type(of) {
      const [left = 'number', right = 'number'] = of.map(({ type }) => type)
      if (left !== right) return { code: 'formula.compareTypes', detail: { left, right } }
      if (id !== '=' && id !== '<>' && (left === 'text' || left === 'boolean'))
        return { code: 'formula.orderText', detail: { operator: id, type: left } }
      return 'boolean'
    },
    one: (a: string | boolean, b: string | boolean) => {
      const same = typeof a === 'string' && typeof b === 'string' ? sameText(a, b) : a === b
      return same === (id === '=')
    },
    all: (of, { count }) => (of[0]?.kind === 'numbers' ? compared(of, count, tests[id]) : null),
    excel: ({ of: [a, b] }) => `(${a}${id}${b})`,
    sql: ({ of: [a, b], formulas }, dialect) =>
      formulas[0]?.type === 'text'
        ? `(${folded(a, dialect)} ${id} ${folded(b, dialect)})`
        : `(${a} ${id} ${b})`,
  }
}

function compared(of: readonly Vector[], count: number, test: Test): Truths {
  const [a, b] = of as readonly [Numbers, Numbers]
  const step = stepOf(of)
  const values = new Uint8Array(step === 0 ? 1 : count)
  for (let i = 0; i < values.length; i++) {
    const left = a.values[a.step * i] ?? NaN
    const right = b.values[b.step * i] ?? NaN
    values[i] = left !== left || right !== right ? 2 : Number(test(left, right))
  }
  return { kind: 'truths', values, step, why: joinedWhy(values, of, '') }
}
type Test = (a: number, b: number) => boolean

export const folded = (text: string | undefined, dialect: SqlDialect): string =>
  `${dialect === 'clickhouse' ? 'lowerUTF8' : 'lower'}(${text})`

export const operators: readonly FormulaPart[] = [
  arithmetic('+'),
  arithmetic('-'),
  arithmetic('*'),
  arithmetic('/'),
  power,
  negative,
  percent,
  join,
  ...comparisons.map(comparison),
]
