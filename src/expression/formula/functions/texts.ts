import { type SqlDialect, sqlNumber } from '../../sqlDialect.ts'
import type { Formula } from '../formula.ts'
import type { Argument, FormulaPart } from '../part.ts'
import { folded } from './operators.ts'

const text: Argument = { id: 'text', type: 'joined' }
const count: Argument = { id: 'count', type: 'number' }
const start: Argument = { id: 'start', type: 'number' }
const part: Argument = { id: 'part', type: 'joined' }

const isClick = (dialect: SqlDialect) => dialect === 'clickhouse'
const double = (sql: string, dialect: SqlDialect) =>
  `CAST(${sql} AS ${isClick(dialect) ? 'Nullable(Float64)' : 'float8'})`
/** A count as a whole number of at most a million: no cell is longer. */
const whole = (sql: string | undefined, dialect: SqlDialect) => {
  const most = `LEAST(floor(${sql}), ${sqlNumber(1e6, dialect)})`
  return isClick(dialect) ? `toInt64(${most})` : `CAST(${most} AS integer)`
}
const zero = (dialect: SqlDialect) => sqlNumber(0, dialect)
const one = (dialect: SqlDialect) => sqlNumber(1, dialect)

const named = (
  id: string,
  sql: (of: readonly string[], dialect: SqlDialect) => string,
  value: (...of: never[]) => string | number | boolean | null,
  more: Partial<FormulaPart> = {},
): FormulaPart => ({
  id,
  kind: 'text',
  signature: { first: [text] },
  type: 'text',
  one: value,
  excel: ({ of }) => `${id}(${of.join(',')})`,
  sql: ({ of }, dialect) => sql(of, dialect),
  ...more,
})

/** Characters are code points: 𠮷 is one. Excel counts it twice. */
const letters = (of: string): readonly string[] => Array.from(of)
/** No letter of two UTF-16 units. */
function isPlain(of: string): boolean {
  for (let at = 0; at < of.length; at++) if ((of.charCodeAt(at) & 0xf800) === 0xd800) return false
  return true
}
const cut = (of: string, from: number, to: number) =>
  isPlain(of) ? of.slice(from, to) : letters(of).slice(from, to).join('')
const lengthOf = (of: string) => (isPlain(of) ? of.length : letters(of).length)
const substring = (dialect: SqlDialect) => (isClick(dialect) ? 'substringUTF8' : 'substr')

export const texts: readonly FormulaPart[] = [
  named(
    'LEN',
    ([x], dialect) => double(`${isClick(dialect) ? 'lengthUTF8' : 'length'}(${x})`, dialect),
    lengthOf,
    { type: 'number' },
  ),
  named(
    'LEFT',
    ([x, n = ''], dialect) =>
      `CASE WHEN ${n} >= ${zero(dialect)} THEN ${substring(dialect)}(${x}, 1, ${whole(n, dialect)}) END`,
    (x: string, n: number) => (n < 0 ? null : cut(x, 0, Math.floor(n))),
    {
      signature: { first: [text], optional: [{ ...count, usual: 1 }] },
      fails: '#VALUE!',
      repeats: true,
    },
  ),
  named(
    'RIGHT',
    ([x, n = ''], dialect) =>
      `CASE WHEN ${n} >= ${zero(dialect)} THEN ${isClick(dialect) ? 'rightUTF8' : 'right'}(${x}, ${whole(n, dialect)}) END`,
    (x: string, n: number) => {
      if (n < 0) return null
      const length = lengthOf(x)
      return cut(x, Math.max(0, length - Math.floor(n)), length)
    },
    {
      signature: { first: [text], optional: [{ ...count, usual: 1 }] },
      fails: '#VALUE!',
      repeats: true,
    },
  ),
  named(
    'MID',
    ([x, from = '', n = ''], dialect) =>
      `CASE WHEN ${from} >= ${one(dialect)} AND ${n} >= ${zero(dialect)} THEN ${substring(dialect)}(${x}, ${whole(from, dialect)}, ${whole(n, dialect)}) END`,
    (x: string, from: number, n: number) => {
      if (from < 1 || n < 0) return null
      const first = Math.floor(from) - 1
      return cut(x, first, first + Math.floor(n))
    },
    { signature: { first: [text, start, count] }, fails: '#VALUE!', repeats: true },
  ),
  named(
    'TRIM',
    ([x], dialect) =>
      isClick(dialect)
        ? `trim(BOTH ' ' FROM replaceRegexpAll(${x}, ' +', ' '))`
        : `trim(BOTH ' ' FROM regexp_replace(${x}, ' +', ' ', 'g'))`,
    (x: string) => x.replace(/ +/gu, ' ').replace(/^ | $/gu, ''),
  ),
  named(
    'UPPER',
    ([x], dialect) => `${isClick(dialect) ? 'upperUTF8' : 'upper'}(${x})`,
    (x: string) => x.toUpperCase(),
  ),
  named(
    'LOWER',
    ([x], dialect) => folded(x, dialect),
    (x: string) => x.toLowerCase(),
  ),
  named(
    'FIND',
    ([looked = '', x = ''], dialect) => {
      const at = isClick(dialect) ? `positionUTF8(${x}, ${looked})` : `strpos(${x}, ${looked})`
      const found = double(`NULLIF(${at}, 0)`, dialect)
      return `CASE WHEN ${x} IS NOT NULL AND ${looked} = '' THEN ${one(dialect)} ELSE ${found} END`
    },
    (looked: string, x: string) => {
      const at = x.indexOf(looked)
      return at < 0 ? null : lengthOf(x.slice(0, at)) + 1
    },
    { type: 'number', signature: { first: [part, text] }, fails: '#VALUE!', repeats: true },
  ),
  named(
    'CONTAINS',
    ([x = '', looked = ''], dialect) => {
      const [all, some] = [folded(x, dialect), folded(looked, dialect)]
      const at = isClick(dialect) ? `positionUTF8(${all}, ${some})` : `strpos(${all}, ${some})`
      return `CASE WHEN ${x} IS NOT NULL AND ${looked} = '' THEN (1 = 1) ELSE ${at} > 0 END`
    },
    (x: string, looked: string) => x.toLowerCase().includes(looked.toLowerCase()),
    {
      type: 'boolean',
      signature: { first: [text, part] },
      excel: ({ of: [x, looked], formulas }) => {
        const found = `(LEN(SUBSTITUTE(LOWER(${x}),LOWER(${looked}),""))<LEN(${x}))`
        return written(formulas[1]) ? found : `IF(LEN(${looked})=0,LEN(${x})>=0,${found})`
      },
      repeats: true,
    },
  ),
  named(
    'SUBSTITUTE',
    ([x = '', old = '', next = ''], dialect) =>
      `CASE WHEN ${old} = '' AND ${next} IS NOT NULL THEN ${x} ELSE ${isClick(dialect) ? 'replaceAll' : 'replace'}(${x}, ${old}, ${next}) END`,
    (x: string, old: string, next: string) => (old === '' ? x : x.replaceAll(old, () => next)),
    {
      signature: { first: [text, { id: 'old', type: 'joined' }, { id: 'new', type: 'joined' }] },
      repeats: true,
    },
  ),
  named(
    'CONCAT',
    (of) => `(${of.join(' || ')})`,
    (...of: string[]) => of.join(''),
    {
      signature: { first: [], repeated: [text] },
      excel: ({ of }) => `(${of.join('&')})`,
    },
  ),
]

const written = (formula?: Formula) => formula?.kind === 'text' && formula.value !== ''

/** A number as & writes it: up to 15 digits, as Excel has them. */
export const numberText: FormulaPart = {
  id: '$text',
  kind: 'text',
  signature: { first: [{ id: 'number', type: 'number' }] },
  type: 'text',
  fails: '#NUM!',
  one: (x: number) => {
    const size = Math.abs(x)
    if (size !== 0 && (size < 1e-4 || size >= largest)) return null
    return String(Number(x.toPrecision(15)) + 0)
  },
  excel: ({ of: [x] }) => x ?? '',
  sql: ({ of: [x] }, dialect) => {
    const size = `abs(${x})`
    const written = {
      postgres: `CAST(trim_scale(CAST(${x} AS numeric)) AS text)`,
      duckdb: `printf('%.15g', ${x})`,
      clickhouse: `printf('%.15g', assumeNotNull(${x}))`,
    }[dialect]
    return `CASE WHEN ${x} = ${zero(dialect)} THEN '0' WHEN ${size} >= ${sqlNumber(1e-4, dialect)} AND ${size} < ${sqlNumber(largest, dialect)} THEN ${written} END`
  },
  repeats: true,
}
const largest = 999_999_999_999_999
