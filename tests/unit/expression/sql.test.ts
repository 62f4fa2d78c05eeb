import { describe, expect, test } from 'vitest'
import * as e from '../../../src/expression/expression.ts'
import { sqlExpression, type SqlNames } from '../../../src/expression/sql.ts'
import {
  type SqlDialect,
  sqlComment,
  sqlDialects,
  sqlName,
  sqlNumber,
  sqlTableName,
  sqlText,
} from '../../../src/expression/sqlDialect.ts'

const lists: Readonly<Record<string, readonly (number | string)[]>> = {
  from: [0, 5],
  values: [0.25, 1],
  keys: ['A', "O'Neil"],
}
const names: SqlNames = {
  value: (name) => (name === 'worst' ? 5 : name === 'best' ? 15 : `t.${name}`),
  range: (name) => {
    const values = lists[name]
    return values ? { kind: 'list', values } : { kind: 'window', column: `t.${name}` }
  },
}
const print = (expression: e.Expression, dialect: SqlDialect = 'postgres') =>
  sqlExpression(expression, dialect, names)
const x = e.reference('x')

describe('the SQL printer', () => {
  test('writes numbers with all their digits as doubles, never as decimals or integers', () => {
    expect(sqlNumber(0.1, 'postgres')).toBe("'0.1'::float8")
    expect(sqlNumber(5, 'duckdb')).toBe("'5'::double")
    expect(sqlNumber(1 / 3, 'clickhouse')).toBe("toFloat64('0.3333333333333333')")
    expect(sqlNumber(-0, 'postgres')).toBe("'0'::float8")
    expect(sqlNumber(5e-324, 'postgres')).toBe("'5e-324'::float8")
    for (const no of [NaN, Infinity]) expect(() => sqlNumber(no, 'postgres')).toThrow('no number')
  })

  test('reckons with known numbers as it prints, and never divides by 0', () => {
    const range = e.subtract(e.reference('best'), e.reference('worst'))
    const u = e.divide(e.subtract(x, e.reference('worst')), range)
    expect(print(u)).toBe("((t.x - '5'::float8) / '10'::float8)")
    expect(print(e.divide(x, x))).toBe("(t.x / NULLIF(t.x, '0'::float8))")
    expect(print(e.divide(x, e.number(0)))).toBe('(t.x / NULL)')
    const flat = e.compare('=', e.reference('best'), e.reference('worst'))
    expect(print(e.choose(flat, e.number(0.5), x))).toBe('t.x')
  })

  test('makes one CASE of nested choices', () => {
    const nested = e.choose(
      e.compare('<', x, e.number(1)),
      e.number(0),
      e.choose(e.isMissing(x, 'number'), e.text(''), e.number(1)),
    )
    expect(print(nested, 'duckdb')).toBe(
      "CASE WHEN (t.x < '1'::double) THEN '0'::double WHEN (t.x IS NULL) THEN NULL ELSE '1'::double END",
    )
  })

  test('bands, counts and categories read their lists', () => {
    const bands = { kind: 'bands', x, from: 'from', values: 'values', below: e.number(0) } as const
    expect(print(bands)).toBe(
      "CASE WHEN t.x >= '5'::float8 THEN '1'::float8 WHEN t.x >= '0'::float8 THEN '0.25'::float8 ELSE '0'::float8 END",
    )
    expect(print(e.countOf('from', '<', x))).toBe(
      "(CASE WHEN '0'::float8 < t.x THEN '1'::float8 ELSE '0'::float8 END + CASE WHEN '5'::float8 < t.x THEN '1'::float8 ELSE '0'::float8 END)",
    )
    const match = { kind: 'match', x, keys: 'keys', values: 'values', other: e.number(0) } as const
    expect(print(match)).toBe(
      "CASE t.x WHEN 'A' THEN '0.25'::float8 WHEN 'O''Neil' THEN '1'::float8 ELSE '0'::float8 END",
    )
    expect(print(e.item('values', e.number(2)))).toBe("'1'::float8")
  })

  test('ranks by a window that leaves the missing out and shares the middle of ties', () => {
    expect(print({ kind: 'percentRank', x, range: 'x' })).toBe(
      "CASE WHEN count(t.x) OVER () = 1 THEN '0.5'::float8 ELSE ((rank() OVER (PARTITION BY (t.x IS NULL) ORDER BY t.x NULLS LAST) + (count(*) OVER (PARTITION BY t.x) - 1) / '2'::float8) - '1'::float8) / (count(t.x) OVER () - 1) END",
    )
  })

  test('finds quantiles at places of a sorted array', () => {
    const sorted: SqlNames = {
      value: (name) => `t.${name}`,
      range: () => ({ kind: 'sorted', values: 't.s', count: 't.m', mean: 't.mean', sd: 't.sd' }),
    }
    const say = (expression: e.Expression) => sqlExpression(expression, 'duckdb', sorted)
    expect(say({ kind: 'smallest', range: 'column', k: e.number(2) })).toBe(
      "t.s[CAST('2'::double AS bigint)]",
    )
    expect(say(e.over('min', 'column'))).toBe('t.s[1]')
    expect(say(e.over('max', 'column'))).toBe('t.s[CAST(t.m AS bigint)]')
    expect(say(e.over('sd', 'column'))).toBe('t.sd')
  })

  test('never writes what splits ties or rounds halves its own way', () => {
    const all = [
      print({ kind: 'percentRank', x, range: 'x' }),
      print({ kind: 'floor', of: x }),
      print(e.clamp(x, 0, 1)),
    ].join(' ')
    expect(all).not.toMatch(/ntile|round|percent_rank|cume_dist/i)
  })

  test('says so where a tree would look through all rows for each row', () => {
    const above = { kind: 'sumAbove', values: 'x', among: 'x', x } as const
    expect(() => print(above)).toThrow('no SQL for sumAbove')
  })
})

/** Ways out of quotes, by what each dialect takes for one. */
const hostile = [
  'a"b',
  "a'b",
  'a\\',
  "\\'; DROP TABLE t; --",
  '客户\n金额',
  '"" OR 1=1',
  'a\0b',
  '',
]

describe.each(sqlDialects)('names and texts of %s', (dialect) => {
  test.each(hostile)('%j stays within its quotes', (text) => {
    for (const [quote, written] of [
      ["'", sqlText(text, dialect)],
      ['"', sqlName(text, dialect)],
    ] as const) {
      const escapes = quote === "'" ? dialect !== 'duckdb' : dialect === 'clickhouse'
      const inner = written.replace(/^E(?=')/, '').slice(1, -1)
      const taken = (
        escapes && (quote === '"' || written.startsWith('E') || dialect === 'clickhouse')
          ? inner.replaceAll('\\\\', '')
          : inner
      ).replaceAll(quote + quote, '')
      expect(taken).not.toContain(quote)
      expect(inner).not.toContain('\0')
      if (dialect === 'clickhouse') expect(taken).not.toContain('\\')
    }
  })

  test('a comment ends only where the file ends it', () => {
    expect(sqlComment('名单\r\nDROP TABLE t;\u2028x\u0085')).toBe('-- 名单 DROP TABLE t; x')
  })

  test('a table may stand in a schema', () => {
    expect(sqlTableName('sales.customers', dialect)).toBe('"sales"."customers"')
  })
})
