import { describe, expect, test } from 'vitest'
import { decimalsOf, explain } from '../../../src/grading/explain.ts'
import { grade } from '../../../src/grading/grade.ts'
import { UtilityCache } from '../../../src/grading/utilityCache.ts'
import type { Criterion, Scheme } from '../../../src/scheme/scheme.ts'
import { templates } from '../../../src/scheme/templates/index.ts'
import type { Table } from '../../../src/table/table.ts'
import {
  booleans,
  categories,
  criterion,
  dates,
  numbers,
  schemeWith,
  tableOf,
  templateTable,
} from '../../fixtures/gradingTables.ts'

function explained(table: Table, scheme: Scheme, row: number) {
  const overrides = new Map()
  const result = grade(table, scheme, { overrides }, new UtilityCache())
  return explain(table, scheme, result, overrides, row)
}

describe('the explanation of the template table (hand calculation)', () => {
  const table = templateTable()
  const scheme = templates
    .get('frequencySpendLifetime')
    .build(table, '2026-11-21', { labels: ['重点客户', '成长客户', '一般客户'] })

  test('张三: 60 + 0 + 20·3000/28000 = 62.14, tier A, strongest in frequency', () => {
    const e = explained(table, scheme, 0)
    expect(e.score).toBe(62.142857143)
    expect(e.lines.map(({ shownPoints }) => shownPoints)).toEqual([60, 0, 2.1])
    expect(e.lines.map(({ possible }) => possible)).toEqual([60, 20, 20])
    expect([e.rank, e.graded, e.decimals]).toEqual([1, 3, 1])
    expect(e.strongest).toBe('k_frequency')
    expect(e.weakest).toBe('k_spend')
    expect([e.toNext, e.nearest]).toEqual([null, null])
    expect(e.aboveNext?.tier).toBe('t_b')
    expect(e.aboveNext?.points).toBeCloseTo(2.142857143, 9)
  })

  test('李四: 52, 8 points below A; one and a third more purchases a year would do', () => {
    const e = explained(table, scheme, 1)
    expect(e.score).toBe(52)
    expect(e.toNext).toEqual({ tier: 't_a', points: 8 })
    // 60·(x − 2)/10 = 12 + 8 → x = 5.33; orders a year are whole here
    expect(e.nearest).toEqual({ criterion: 'k_frequency', from: 4, to: 6 })
  })
})

describe('the nearest step', () => {
  const one = (set: Partial<Criterion>, table: Table, row: number, cutoffs = [60, 40]) =>
    explained(
      table,
      schemeWith([criterion('x', set)], { tiering: { id: 'cutoffs', cutoffs } }),
      row,
    ).nearest

  test('of bands is the next edge that is enough', () => {
    const bands = [10, 20, 30].map((from) => ({ from, utility: from / 40 }))
    const scoring = { id: 'bands', below: 0, bands } as const
    expect(one({ scoring }, tableOf([numbers('x', [5, 35])], 2), 0)).toMatchObject({ to: 20 })
  })

  test('of bands that reward little goes just below an edge', () => {
    const scoring = { id: 'bands', below: 1, bands: [{ from: 30, utility: 0 }] } as const
    expect(one({ scoring }, tableOf([numbers('x', [45, 3])], 2), 0)).toMatchObject({ to: 29 })
  })

  test('of categories is the lowest that is enough', () => {
    const points = ['low', 'mid', 'top'].map((category, i) => ({ category, utility: i / 2 }))
    const scoring = { id: 'lookup', points, other: 0 } as const
    const table = tableOf([categories('x', ['low', 'top'])], 2)
    expect(one({ scoring }, table, 0)).toEqual({ criterion: 'k_x', from: 'low', to: 'mid' })
  })

  test('of a yes or no is the other one', () => {
    const scoring = { id: 'lookup', points: [{ category: 'false', utility: 1 }], other: 0 } as const
    const table = tableOf([booleans('x', [1, 0])], 2)
    expect(one({ scoring }, table, 0)).toEqual({ criterion: 'k_x', from: 'true', to: 'false' })
  })

  test('of ranks is the value of the customer that is far enough', () => {
    const table = tableOf([numbers('x', [1, 2, 4, 8, 16])], 5)
    expect(one({ scoring: { id: 'percentile' } }, table, 0)).toMatchObject({ from: 1, to: 4 })
    const lower = one({ scoring: { id: 'percentile' }, direction: 'lower' }, table, 4)
    expect(lower).toMatchObject({ from: 16, to: 4 })
  })

  test('of a date is a date: 12 of 20 days ago are 40 points', () => {
    const scoring = { id: 'linear', worst: 20, best: 0 } as const
    const table = tableOf([dates('x', [20_760, 20_778])], 2) // 2026-11-03: 18 days ago
    expect(one({ scoring }, table, 0)).toMatchObject({ from: 20_760, to: 20_766 })
  })

  test('fills a gap only where nothing that is there can do it', () => {
    const table = tableOf([numbers('x', [NaN, 0, 10]), numbers('y', [0, 5, 10])], 3)
    const scheme = schemeWith([criterion('x'), criterion('y')])
    expect(explained(table, scheme, 0).nearest).toMatchObject({ criterion: 'k_y', from: 0, to: 4 })
  })

  test('does not exist where one criterion cannot make up the difference', () => {
    const table = tableOf([numbers('x', [0, 10]), numbers('y', [0, 10])], 2)
    const scheme = schemeWith([criterion('x'), criterion('y')], {
      tiering: { id: 'cutoffs', cutoffs: [90, 80] },
    })
    expect(explained(table, scheme, 0).nearest).toBeNull()
  })
})

test('decimals grow only where the rounded score would seem to reach a missed cut-off (spec §3)', () => {
  expect(decimalsOf(79.9, Float64Array.of(80))).toBe(1)
  expect(decimalsOf(79.96, Float64Array.of(80))).toBe(2)
  expect(decimalsOf(79.99999, Float64Array.of(80))).toBe(5)
  expect(decimalsOf(79.999999999, Float64Array.of(80))).toBe(9)
  expect(decimalsOf(80, Float64Array.of(80, 60))).toBe(1)
})

test('an ungraded customer has lines without points, no rank and no gaps', () => {
  const table = tableOf([numbers('x', [NaN, 1, 2])], 3)
  const e = explained(table, schemeWith([criterion('x')]), 0)
  expect([e.score, e.rank, e.computed, e.toNext, e.nearest]).toEqual([NaN, NaN, null, null, null])
  expect(e.lines).toMatchObject([{ raw: null, points: 0, share: 0 }])
})

test('the next tier is the one that its cut-off really gives', () => {
  const table = tableOf([numbers('x', [0, 50, 100])], 3)
  const scheme = schemeWith([criterion('x')], { tiering: { id: 'cutoffs', cutoffs: [80, 80] } })
  expect(explained(table, scheme, 1).toNext).toEqual({ tier: 'a', points: 30 })
})
