import { describe, expect, test } from 'vitest'
import { check } from '../../../src/scheme/check.ts'
import type { Axis, Criterion, Scheme } from '../../../src/scheme/scheme.ts'
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

const lookup = { scoring: { id: 'lookup', points: [], other: 0 } } as const
const good = numbers('x', [1, 2, 3, 4, 5])
const found = (column: Column, set: Partial<Criterion> = {}, rows = 5, order?: number[]) =>
  check(schemeWith([criterion('x', set)]), tableOf([column], rows, order))
const about = { about: 'k_x' }

describe('what is said of a criterion, whole', () => {
  test('errors keep the grade from being right, warnings do not', () => {
    expect(check(schemeWith([]), tableOf([good], 5))).toEqual([
      { code: 'scheme.noCriteria', level: 'error', detail: {} },
    ])
    expect(check(schemeWith([criterion('x', { weight: 0 })]), tableOf([good], 5))).toEqual([
      { code: 'scheme.noWeight', level: 'error', detail: {} },
    ])
    const detail = { criterion: 'x' }
    const wrong = [
      ['criterion.columnMissing', found(numbers('y', []), {}, 0)],
      ['criterion.noValues', found(numbers('x', [NaN, NaN]), {}, 2)],
      ['criterion.bandsNotAscending', found(good, { scoring: bandsFrom(2, 1) })],
      ['criterion.pointsNotAscending', found(good, { scoring: pointsAt(1, 2, 2) })],
      ['criterion.targetTurned', found(good, { scoring: target(4, 2) })],
    ] as const
    for (const [code, issues] of wrong)
      expect(issues).toEqual([{ code, level: 'error', detail, ...about }])
  })

  test('how many are missing, and which share', () => {
    expect(found(numbers('x', [1, 2, 3, NaN, NaN]))).toEqual([
      {
        code: 'criterion.missingShare',
        level: 'warning',
        detail: { criterion: 'x', count: 2, share: 0.4 },
        ...about,
      },
    ])
  })

  test.each<[string, Column, string]>([
    ['a number', numbers('x', [7, 7, NaN, 7, 7]), '7'],
    ['a day', dates('x', [20_778, 20_778, 20_778, 20_778, 20_778]), '2026-11-21'],
    ['a word', categories('x', ['a', 'a', 'a', 'a', '']), 'a'],
    ['yes', booleans('x', [1, 1, 1, 1, 2]), 'true'],
    ['no', booleans('x', [0, 0, 0, 0, 2]), 'false'],
  ])('the value that all share: %s', (_, column, value) => {
    const set = column.type === 'number' || column.type === 'date' ? {} : lookup
    expect(found(column, set)).toEqual([
      {
        code: 'criterion.constant',
        level: 'warning',
        detail: { criterion: 'x', value },
        ...about,
      },
    ])
  })

  test('rows that are gone share nothing', () => {
    expect(found(numbers('x', [9, 7, 7]), {}, 3, [1, 2]).map(({ code }) => code)).toEqual([
      'criterion.constant',
    ])
    expect(found(numbers('x', [7, 7, 8]), {}, 3, [0, 2])).toEqual([])
  })

  test('one value alone is not one that all share, two values are not one', () => {
    expect(found(numbers('x', [7]), {}, 1)).toEqual([])
    expect(found(booleans('x', [1, 0, 1, 1, 1]), lookup)).toEqual([])
    expect(found(texts('x', ['a', 'a', 'a', 'a', 'a']), lookup)).toEqual([])
  })

  test('no customers have no values, and nothing is missing', () => {
    expect(found(numbers('x', []), {}, 0)).toEqual([])
  })

  test('what is in order is nothing to say', () => {
    expect(found(good, { scoring: bandsFrom(1, 2, 3) })).toEqual([])
    expect(found(good, { scoring: pointsAt(1, 2, 3) })).toEqual([])
    expect(found(good, { scoring: target(3, 3) })).toEqual([])
  })

  test('a text is looked at as it was changed', () => {
    const column = texts('x', ['', '', 'a', 'b', 'c'])
    const changed = { ...column, changed: new Map([[0, 'd'], [2, '']]) } // prettier-ignore
    expect(found(changed, lookup).map(({ detail }) => detail['count'])).toEqual([2])
    const all = { ...column, changed: new Map([[0, 'd'], [1, 'e']]) } // prettier-ignore
    expect(found(all, lookup)).toEqual([])
  })

  test('each criterion is told its own counts', () => {
    const scheme = schemeWith([criterion('x'), criterion('y')])
    const table = tableOf([good, numbers('y', [5, 4, 3, 2, 1])], 5)
    const counted = [
      { criterion: 'k_x', presentCount: 5, missingCount: 0 },
      { criterion: 'k_y', presentCount: 0, missingCount: 5 },
    ]
    expect(check(scheme, table, counted).map(({ code, about }) => [code, about])).toEqual([
      ['criterion.noValues', 'k_y'],
    ])
  })
})

describe('the sides of a matrix', () => {
  const column = (cutoffs: readonly number[], better: 'higher' | 'lower' = 'higher'): Axis => ({
    of: 'column',
    column: 'x',
    better,
    cutoffs,
  })
  const of = (across: Axis, groups: Scheme['groups'] = []) =>
    check(
      schemeWith([criterion('x')], {
        groups,
        tiering: { id: 'matrix', axes: [column([3]), across], cells: [[0], [1]] },
      }),
      tableOf([{ ...good, name: '金额' }], 5),
    ).filter(({ code }) => code === 'tiering.axisCrossed')
  const crossed = (axis: string) => [
    { code: 'tiering.axisCrossed', level: 'error', detail: { axis } },
  ]

  test('cut-offs fall where more is better, and rise where less is', () => {
    expect(of(column([4, 2]))).toEqual([])
    expect(of(column([2, 4]))).toEqual(crossed('金额'))
    expect(of(column([2, 2]))).toEqual(crossed('金额'))
    expect(of(column([2, 4], 'lower'))).toEqual([])
    expect(of(column([4, 2], 'lower'))).toEqual(crossed('金额'))
    expect(of({ ...column([2, 4]), column: 'gone' } as Axis)).toEqual(crossed(''))
  })

  test('a group is named by its name', () => {
    const groups = [
      { id: 'a', name: '行为', weight: 1, cap: null },
      { id: 'b', name: '贡献', weight: 1, cap: null },
    ]
    expect(of({ of: 'group', group: 'b', cutoffs: [40, 60] }, groups)).toEqual(crossed('贡献'))
    expect(of({ of: 'group', group: 'b', cutoffs: [60, 40] }, groups)).toEqual([])
  })
})

const bandsFrom = (...from: readonly number[]): Criterion['scoring'] => ({
  id: 'bands',
  below: 0,
  bands: from.map((start) => ({ from: start, utility: 1 })),
})
const pointsAt = (...xs: readonly number[]): Criterion['scoring'] => ({
  id: 'piecewise',
  points: xs.map((x) => ({ x, utility: 1 })),
})
const target = (low: number, high: number): Criterion['scoring'] => ({
  id: 'target',
  low,
  high,
  tolerance: 1,
})
