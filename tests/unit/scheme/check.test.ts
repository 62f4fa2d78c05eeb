import { describe, expect, test } from 'vitest'
import { check } from '../../../src/scheme/check.ts'
import type { Criterion, Tiering } from '../../../src/scheme/scheme.ts'
import type { Column } from '../../../src/table/column.ts'
import {
  booleans,
  categories,
  criterion,
  dates,
  numbers,
  schemeWith,
  tableOf,
  texts,
} from '../../fixtures/gradingTables.ts'

const good = numbers('x', [1, 2, 3, 4, 5])
const codes = (criteria: readonly Criterion[], columns: readonly Column[] = [good]) =>
  check(schemeWith(criteria), tableOf(columns, 5)).map(({ code, about }) => [code, about])

test('a sound scheme has no issues', () => {
  expect(codes([criterion('x')])).toEqual([])
})

describe('criteria', () => {
  test('none, or none enabled', () => {
    expect(codes([])).toEqual([['scheme.noCriteria', undefined]])
    expect(codes([criterion('x', { enabled: false })])).toEqual([['scheme.noCriteria', undefined]])
  })

  test('no weight', () => {
    expect(codes([criterion('x', { weight: 0 })])).toEqual([['scheme.noWeight', undefined]])
  })

  test('a column that is gone or cannot be read by the scoring function', () => {
    expect(codes([criterion('gone')])).toEqual([['criterion.columnMissing', 'k_gone']])
    expect(codes([criterion('x')], [categories('x', ['A', 'B', 'A', 'B', 'A'])])).toEqual([
      ['criterion.columnMissing', 'k_x'],
    ])
  })

  test('no values, one value only, and 40 % missing', () => {
    const NO = NaN
    expect(codes([criterion('x')], [numbers('x', [NO, NO, NO, NO, NO])])).toEqual([
      ['criterion.noValues', 'k_x'],
    ])
    expect(codes([criterion('x')], [numbers('x', [7, 7, 7, 7, 7])])).toEqual([
      ['criterion.constant', 'k_x'],
    ])
    expect(codes([criterion('x')], [numbers('x', [1, 2, 3, NO, NO])])).toEqual([
      ['criterion.missingShare', 'k_x'],
    ])
    expect(codes([criterion('x')], [numbers('x', [1, 2, 3, 4, NO])])).toEqual([])
  })

  test('a date that all share is named as a date', () => {
    const table = tableOf([dates('x', [20_778, 20_778])], 2) // 2026-11-21
    const [issue] = check(schemeWith([criterion('x')]), table)
    expect(issue?.detail).toEqual({ criterion: 'x', value: '2026-11-21' })
  })

  test('the same of booleans, categories and texts', () => {
    const lookup = { scoring: { id: 'lookup', points: [], other: 0 } } as const
    expect(codes([criterion('x', lookup)], [booleans('x', [1, 1, 1, 2, 2])])).toEqual([
      ['criterion.constant', 'k_x'],
      ['criterion.missingShare', 'k_x'],
    ])
    expect(codes([criterion('x', lookup)], [categories('x', ['a', '', 'a', 'a', 'a'])])).toEqual([
      ['criterion.constant', 'k_x'],
    ])
    expect(codes([criterion('x', lookup)], [texts('x', ['', '', 'a', 'b', 'c'])])).toEqual([
      ['criterion.missingShare', 'k_x'],
    ])
  })

  test('counts that are known already are not counted again', () => {
    const scheme = schemeWith([criterion('x')])
    const counted = [{ criterion: 'k_x', presentCount: 0, missingCount: 5 }]
    expect(check(scheme, tableOf([good], 5), counted).map(({ code }) => code)).toEqual([
      'criterion.noValues',
    ])
  })

  test('bands that do not ascend', () => {
    const bands = [5, 5].map((from) => ({ from, utility: 1 }))
    expect(codes([criterion('x', { scoring: { id: 'bands', below: 0, bands } })])).toEqual([
      ['criterion.bandsNotAscending', 'k_x'],
    ])
  })
})

describe('points and targets set by hand', () => {
  test('points that do not ascend, and a target that ends before it begins', () => {
    const points = [3, 3].map((x) => ({ x, utility: 1 }))
    expect(codes([criterion('x', { scoring: { id: 'piecewise', points } })])).toEqual([
      ['criterion.pointsNotAscending', 'k_x'],
    ])
    const target = { id: 'target', low: 4, high: 2, tolerance: 1 } as const
    expect(codes([criterion('x', { scoring: target })])).toEqual([
      ['criterion.targetTurned', 'k_x'],
    ])
  })
})

describe('tiers', () => {
  const of = (tiering: Tiering) =>
    check(schemeWith([criterion('x')], { tiering }), tableOf([good], 5)).map(({ code, detail }) => [
      code,
      detail['tiers'] ?? detail['tier'],
    ])

  test('cut-offs that rise name the tier that stands too high', () => {
    expect(of({ id: 'cutoffs', cutoffs: [40, 60] })).toEqual([
      ['scheme.cutoffsNotDescending', ['B']],
    ])
    expect(of({ id: 'quota', cumulative: [5000, 3000, 10_000] })).toEqual([
      ['scheme.cutoffsNotDescending', ['B']],
    ])
  })

  test('a tier that nobody can reach', () => {
    expect(of({ id: 'cutoffs', cutoffs: [60, 60] })).toEqual([['scheme.tierUnreachable', 'B']])
    expect(of({ id: 'cutoffs', cutoffs: [60, 0] })).toEqual([['scheme.tierUnreachable', 'C']])
    expect(of({ id: 'quota', cumulative: [0, 5000, 10_000] })).toEqual([
      ['scheme.tierUnreachable', 'A'],
    ])
    expect(of({ id: 'quota', cumulative: [5000, 5000, 10_000] })).toEqual([
      ['scheme.tierUnreachable', 'B'],
    ])
  })
})
