import { type SqlDialect, sqlNumber } from '../../sqlDialect.ts'
import type { Argument, FormulaPart } from '../part.ts'
import { type Scalar, sameNumber } from '../vectors.ts'
import { literal } from './numbers.ts'
import { dateOf, monthStart } from './dayNumbers.ts'

const date: Argument = { id: 'date', type: 'date' }

/** In Excel's calendar too: from 1900 on, without its 29 February 1900. */
const years = [1900, 2299] as const

const today: FormulaPart = {
  id: 'TODAY',
  kind: 'date',
  signature: { first: [] },
  type: 'date',
  lacks: () => false,
  all: (_, { asOf }) => sameNumber(asOf),
  excel: ({ asOf }) => asOf,
  sql: ({ asOf }) => asOf,
}

/** Days from one date to another; with one alone, to the as-of date. */
const days: FormulaPart = {
  id: 'DAYS',
  kind: 'date',
  signature: { first: [{ id: 'to', type: 'date' }], optional: [{ id: 'from', type: 'date' }] },
  type: 'number',
  all: (of, { asOf, count }) => {
    const [to, from] = of
    if (to?.kind !== 'numbers' || from !== undefined) return null
    const values = new Float64Array(to.step === 0 ? 1 : count)
    for (let i = 0; i < values.length; i++) values[i] = asOf - (to.values[i] ?? NaN)
    return { kind: 'numbers', values, why: to.why, step: to.step }
  },
  one: (to: number, from: number) => to - from,
  excel: ({ of: [to, from], asOf }) => (from === undefined ? `(${asOf}-${to})` : `(${to}-${from})`),
  sql: ({ of: [to, from], asOf }) =>
    from === undefined ? `(${asOf} - ${to})` : `(${to} - ${from})`,
}

const make: FormulaPart = {
  id: 'DATE',
  kind: 'date',
  signature: {
    first: [
      { id: 'year', type: 'number' },
      { id: 'month', type: 'number' },
      { id: 'day', type: 'number' },
    ],
  },
  type: 'date',
  fails: '#NUM!',
  one: (...of: number[]) => {
    const [y = 0, m = 0, d = 0] = of.map(Math.floor)
    if (y < years[0] || y > years[1] || m < 1 || m > 12 || d < 1 || d > 31) return null
    return monthStart(y, m) + d - 1
  },
  excel: ({ of: [y, m, d], formulas }) => {
    const made = `DATE(${y},${m},${d})`
    if (formulas.every((one) => literal(one) !== null)) return made
    const within = `INT(${y})>=${years[0]},INT(${y})<=${years[1]},INT(${m})>=1,INT(${m})<=12,INT(${d})>=1,INT(${d})<=31`
    return `IF(AND(${within}),${made},NA())`
  },
  sql: ({ of: [y = '', m = '', d = ''] }, dialect) => {
    const number = (value: number) => sqlNumber(value, dialect)
    const whole = (sql: string) =>
      dialect === 'clickhouse' ? `toInt32(floor(${sql}))` : `CAST(floor(${sql}) AS integer)`
    const between = (sql: string, least: number, most: number) =>
      `floor(${sql}) >= ${number(least)} AND floor(${sql}) <= ${number(most)}`
    const first =
      dialect === 'clickhouse'
        ? `toInt32(makeDate32(${whole(y)}, ${whole(m)}, 1))`
        : `(make_date(${whole(y)}, ${whole(m)}, 1) - DATE '1970-01-01')`
    const within = `${between(y, ...years)} AND ${between(m, 1, 12)} AND ${between(d, 1, 31)}`
    return `CASE WHEN ${within} THEN ${asDouble(first, dialect)} + floor(${d}) - ${number(1)} END`
  },
  repeats: true,
}

const asDouble = (sql: string, dialect: SqlDialect) =>
  `CAST(${sql} AS ${dialect === 'clickhouse' ? 'Nullable(Float64)' : 'float8'})`

function field(id: 'YEAR' | 'MONTH' | 'DAY', one: (of: Date) => number): FormulaPart {
  return {
    id,
    kind: 'date',
    signature: { first: [date] },
    type: 'number',
    one: (day: number): Scalar => one(dateOf(day)),
    excel: ({ of: [x] }) => `${id}(${x})`,
    sql: ({ of: [x] }, dialect) => {
      if (dialect !== 'clickhouse')
        return asDouble(`extract(${id} FROM DATE '1970-01-01' + CAST(${x} AS integer))`, dialect)
      const name = { YEAR: 'toYear', MONTH: 'toMonth', DAY: 'toDayOfMonth' }[id]
      return asDouble(`${name}(toDate32('1970-01-01') + toInt32(${x}))`, dialect)
    },
  }
}

export const dates: readonly FormulaPart[] = [
  today,
  days,
  make,
  field('YEAR', (of) => of.getUTCFullYear()),
  field('MONTH', (of) => of.getUTCMonth() + 1),
  field('DAY', (of) => of.getUTCDate()),
]
