import { describe, expect, test } from 'vitest'
import { AppError } from '../../../src/core/error.ts'
import { differencesOf } from '../../../src/scheme/difference.ts'
import * as edit from '../../../src/scheme/edit.ts'
import { criterion, schemeWith } from '../../fixtures/gradingTables.ts'

const scheme = schemeWith([criterion('x'), criterion('y'), criterion('z')])
const refused = (run: () => unknown) => expect(run).toThrow(AppError)
const ids = (s: typeof scheme) => s.criteria.map(({ id }) => id)

describe('criteria', () => {
  test('are added, moved and removed by id', () => {
    expect(ids(edit.addCriterion(scheme, criterion('w'), 1))).toEqual(['k_x', 'k_w', 'k_y', 'k_z'])
    expect(ids(edit.moveCriterion(scheme, 'k_x', 2))).toEqual(['k_y', 'k_z', 'k_x'])
    expect(ids(edit.moveCriterion(scheme, 'k_z', -5))).toEqual(['k_z', 'k_x', 'k_y'])
    expect(ids(edit.removeCriterion(scheme, 'k_y'))).toEqual(['k_x', 'k_z'])
    expect(ids(scheme)).toEqual(['k_x', 'k_y', 'k_z'])
  })

  test('that are not there, twice there or weigh less than nothing are refused', () => {
    refused(() => edit.removeCriterion(scheme, 'k_gone'))
    refused(() => edit.addCriterion(scheme, criterion('x')))
    for (const weight of [-1, NaN, Infinity]) refused(() => edit.setWeight(scheme, 'k_x', weight))
  })
})

describe('tiers', () => {
  test('a new one comes below the others with half the lowest cut-off and the next free letter', () => {
    const next = edit.addTier(scheme, '新')
    expect(next.tiers.at(-1)).toEqual({ id: 't_d', name: 'D', label: '新' })
    expect(next.tiering).toEqual({ id: 'cutoffs', cutoffs: [60, 40, 20] })
  })

  test('customers of a removed one fall to the tier below, of the last rise', () => {
    expect(edit.removeTier(scheme, 'a').tiering).toEqual({ id: 'cutoffs', cutoffs: [40] })
    expect(edit.removeTier(scheme, 'c').tiering).toEqual({ id: 'cutoffs', cutoffs: [60] })
    const quota = edit.setTiering(scheme, { id: 'quota', cumulative: [1000, 3000, 10_000] })
    expect(edit.removeTier(quota, 'b').tiering).toEqual({ id: 'quota', cumulative: [1000, 10_000] })
    expect(edit.removeTier(quota, 'c').tiering).toEqual({ id: 'quota', cumulative: [1000, 10_000] })
    expect(edit.addTier(quota).tiering).toEqual({
      id: 'quota',
      cumulative: [1000, 3000, 6500, 10_000],
    })
  })

  test('are 2 to 9', () => {
    let many = scheme
    while (many.tiers.length < 9) many = edit.addTier(many)
    refused(() => edit.addTier(many))
    refused(() => edit.removeTier(edit.removeTier(scheme, 'a'), 'b'))
  })

  test('have a name of their own', () => {
    expect(edit.setTier(scheme, 'a', { name: ' VIP ' }).tiers[0]?.name).toBe('VIP')
    refused(() => edit.setTier(scheme, 'a', { name: ' ' }))
    refused(() => edit.setTier(scheme, 'a', { name: 'B' }))
  })

  test('cut-offs are stored to 0.1 within 0..100, one per tier but the last', () => {
    expect(edit.setTiering(scheme, { id: 'cutoffs', cutoffs: [102, 39.96] }).tiering).toEqual({
      id: 'cutoffs',
      cutoffs: [100, 40],
    })
    refused(() => edit.setTiering(scheme, { id: 'cutoffs', cutoffs: [50] }))
    refused(() => edit.setTiering(scheme, { id: 'cutoffs', cutoffs: [NaN, 1] }))
    const { tiering } = edit.setTiering(scheme, { id: 'quota', cumulative: [1, 2, 3] })
    expect(tiering).toEqual({ id: 'quota', cumulative: [1, 2, 10_000] })
  })
})

test('an as-of date must be a date', () => {
  expect(edit.setAsOf(scheme, '2026-02-28').asOf).toBe('2026-02-28')
  for (const wrong of ['', '2026-2-1', 'today', '2026-13-01'])
    refused(() => edit.setAsOf(scheme, wrong))
})

describe('differences', () => {
  const of = (next: typeof scheme) =>
    differencesOf(scheme, next).map(({ what, name, from, to }) => [what, name, from, to])

  test('are none after a change and its way back', () => {
    expect(of(edit.setWeight(edit.setWeight(scheme, 'k_x', 3), 'k_x', 1))).toEqual([])
  })

  test('name each change with its numbers', () => {
    expect(of(edit.setWeight(scheme, 'k_x', 3))).toEqual([['weight', 'x', 1, 3]])
    expect(of(edit.setCriterion(scheme, 'k_y', { enabled: false }))).toEqual([
      ['enabled', 'y', 1, 0],
    ])
    expect(of(edit.moveCriterion(scheme, 'k_x', 1))).toEqual([['order', '', null, null]])
    expect(of(edit.removeCriterion(scheme, 'k_x'))).toEqual([['removed', 'x', null, null]])
    expect(of(edit.addCriterion(scheme, criterion('w')))).toEqual([['added', 'w', null, null]])
    expect(of(edit.setTiering(scheme, { id: 'cutoffs', cutoffs: [65, 40] }))).toEqual([
      ['cutoff', 'A', 60, 65],
    ])
    expect(of(edit.setTiering(scheme, { id: 'quota', cumulative: [1, 2, 10_000] }))).toEqual([
      ['tiering', '', null, null],
    ])
    expect(of(edit.addTier(scheme))).toEqual([['tiers', '', 3, 4]])
    expect(of(edit.setAsOf(scheme, '2027-01-01'))).toEqual([['asOf', '', null, null]])
    const changes = {
      scoring: { id: 'percentile' },
      prepare: { winsorise: [0.1, 0.9], log: false },
      direction: 'lower',
      missing: { id: 'median' },
      name: '乙',
    } as const
    expect(of(edit.setCriterion(scheme, 'k_z', changes))).toEqual(
      Object.keys(changes).map((what) => [what, '乙', null, null]),
    )
    expect(of(edit.setCriterion(scheme, 'k_z', { column: 'w' }))).toEqual([
      ['scoring', 'z', null, null],
    ])
    expect(of(edit.setAggregation(scheme, { id: 'topsis' }))).toEqual([
      ['aggregation', '', null, null],
    ])
    expect(of(edit.setValueColumn(scheme, 'x'))).toEqual([['valueColumn', '', null, null]])
    expect(of({ ...scheme, name: '新' })).toEqual([['name', '', null, null]])
    expect(of(edit.setTier(scheme, 'a', { label: '新' }))).toEqual([['tiers', '', 3, 3]])
    const conditions = [{ id: 'missing', column: 'x', not: false } as const]
    const rule = { id: 'r', enabled: true, conditions, effect: { id: 'veto' } } as const
    expect(of(edit.addRule(scheme, rule))).toEqual([['rules', '', null, null]])
  })

  test('of shares are told in percent, of another value column as another method', () => {
    const abc = (column: string, ...cumulative: number[]) =>
      edit.setTiering(scheme, { id: 'valueShare', column, cumulative })
    const between = (from: typeof scheme, to: typeof scheme) =>
      differencesOf(from, to).map(({ what, name, from: a, to: b }) => [what, name, a, b])
    expect(between(abc('x', 8000, 9500, 10_000), abc('x', 8000, 9000, 10_000))).toEqual([
      ['cutoff', 'B', 95, 90],
    ])
    expect(between(abc('x', 8000, 9500, 10_000), abc('y', 8000, 9500, 10_000))).toEqual([
      ['tiering', '', null, null],
    ])
  })

  test('are none where only the order of keys or an absent field differs', () => {
    const turned = Object.fromEntries(Object.entries(scheme).reverse()) as unknown as typeof scheme
    const criteria = scheme.criteria.map((each) => ({
      ...(Object.fromEntries(Object.entries(each).reverse()) as unknown as typeof each),
      prepare: null,
      frozen: null,
    }))
    expect(of({ ...turned, criteria, rules: [] })).toEqual([])
  })
})
