import { describe, expect, test } from 'vitest'
import { explain } from '../../../src/grading/explain.ts'
import { grade } from '../../../src/grading/grade.ts'
import type { Override } from '../../../src/grading/result.ts'
import { UtilityCache } from '../../../src/grading/utilityCache.ts'
import type { Criterion, Rule, Scheme } from '../../../src/scheme/scheme.ts'
import {
  categories,
  criterion,
  numbers,
  schemeWith,
  tableOf,
} from '../../fixtures/gradingTables.ts'

/** Utilities as they stand in the cells: 0..100 is 0..1. */
const points = (id: string, weight: number, set: Partial<Criterion> = {}) =>
  criterion(id, { weight, scoring: { id: 'linear', worst: 0, best: 100 }, ...set })
const of = (cells: Record<string, number>) =>
  tableOf(
    Object.entries(cells).map(([id, x]) => numbers(id, [x])),
    1,
  )
function explained(
  table: ReturnType<typeof of>,
  scheme: Scheme,
  overrides = new Map<string, Override>(),
) {
  return explain(
    table,
    scheme,
    grade(table, scheme, { overrides }, new UtilityCache()),
    overrides,
    0,
  )
}
const bonus = (id: string, give: number): Rule => ({
  id,
  enabled: true,
  conditions: [{ id: 'missing', column: 'a', not: true }],
  effect: { id: 'bonus', points: give },
})

describe('strongest and weakest', () => {
  const criteria = [points('a', 10), points('b', 60), points('c', 30)]

  test('the largest share of its possible points; of equal ones the one with more points', () => {
    expect(explained(of({ a: 90, b: 80, c: 20 }), schemeWith(criteria)).strongest).toBe('k_a')
    expect(explained(of({ a: 80, b: 80, c: 80 }), schemeWith(criteria)).strongest).toBe('k_b')
    expect(explained(of({ a: 0, b: 0, c: 0 }), schemeWith(criteria)).strongest).toBeNull()
    expect(explained(of({ a: NaN, b: 1, c: 0 }), schemeWith(criteria)).strongest).toBe('k_b')
  })

  test('the most points lost: 12 of 60 are more than 10 of 10', () => {
    expect(explained(of({ a: 0, b: 80, c: 90 }), schemeWith(criteria)).weakest).toBe('k_b')
    expect(explained(of({ a: 100, b: 100, c: 100 }), schemeWith(criteria)).weakest).toBeNull()
    expect(explained(of({ a: NaN, b: 100, c: 99 }), schemeWith(criteria)).weakest).toBe('k_c')
  })
})

describe('what comes after the criteria', () => {
  const extras = (x: number, ...rules: Rule[]) =>
    explained(of({ a: x }), schemeWith([points('a', 1)], { rules })).extras

  test('points of each rule that hits, and what clamping took or gave', () => {
    expect(extras(50, bonus('r1', 5), bonus('r2', -15))).toEqual([
      { kind: 'bonus', rule: 'r1', points: 5, shownPoints: 5 },
      { kind: 'bonus', rule: 'r2', points: -15, shownPoints: -15 },
    ])
    expect(extras(10, bonus('r', -30))).toEqual([
      { kind: 'bonus', rule: 'r', points: -30, shownPoints: -30 },
      { kind: 'clamp', points: 20, shownPoints: 20 },
    ])
    expect(extras(95, bonus('r', 10))[1]).toEqual({ kind: 'clamp', points: -5, shownPoints: -5 })
    expect(extras(90, bonus('r', 10))).toHaveLength(1) // exactly 100 is not clamped
    expect(extras(30, bonus('r', -30))).toHaveLength(1)
    expect(extras(50, bonus('r', 0))).toEqual([])
  })

  test('rules that hit are named, also those that give nothing', () => {
    const rules: Rule[] = [
      { ...bonus('r1', 1), enabled: false },
      { ...bonus('r2', 1), effect: { id: 'veto' } },
    ]
    const e = explained(of({ a: 70 }), schemeWith([points('a', 1)], { rules }))
    expect(e.hits).toEqual(['r2'])
    expect([e.computed, e.settled, e.final]).toEqual(['a', 'a', 'c'])
    expect(e.extras).toEqual([])
  })
})

describe('the tiers beside', () => {
  const at = (x: number) => explained(of({ a: x }), schemeWith([points('a', 1)]))

  test('points up to the next cut-off and above the own one (60 and 40)', () => {
    expect(at(55)).toMatchObject({
      toNext: { tier: 'a', points: 5 },
      aboveNext: { tier: 'c', points: 15 },
    })
    expect(at(70)).toMatchObject({ toNext: null, aboveNext: { tier: 'b', points: 10 } })
    expect(at(10)).toMatchObject({ toNext: { tier: 'b', points: 30 }, aboveNext: null })
    expect(at(60)).toMatchObject({ toNext: null, computed: 'a' })
  })

  test('where lines cross, the next tier is a better one, not one whose line is higher', () => {
    const tiers = ['a', 'b', 'c', 'd'].map((id) => ({ id, name: id, label: '' }))
    const tiering = { id: 'cutoffs', cutoffs: [90, 60, 80] } as const
    const crossed = explained(of({ a: 70 }), schemeWith([points('a', 1)], { tiers, tiering }))
    expect(crossed).toMatchObject({ computed: 'b', toNext: { tier: 'a', points: 20 } })
  })
})

describe('a line', () => {
  test('says what is in the cell, what was filled in, and by which policy', () => {
    const criteria = [
      points('a', 1),
      points('b', 1, { missing: { id: 'fixed', utility: 0.5 } }),
      points('gone', 1, { missing: { id: 'median' } }),
    ]
    const { lines, completeness } = explained(of({ a: 80, b: NaN }), schemeWith(criteria))
    expect(lines).toMatchObject([
      { criterion: 'k_a', raw: 80, filled: null, share: 0.5, points: 40, possible: 50 },
      { criterion: 'k_b', raw: null, filled: 'fixed', utility: 0.5, points: 25 },
      { criterion: 'k_gone', raw: null, original: null, filled: null, utility: NaN, share: 0 },
    ])
    expect(completeness).toBeCloseTo(1 / 3, 12)
  })

  test('of a present value is not filled, whatever the policy', () => {
    const fixed = points('a', 1, { missing: { id: 'fixed', utility: 0.5 } })
    expect(explained(of({ a: 80 }), schemeWith([fixed])).lines[0]?.filled).toBeNull()
  })
})

test('a tier by hand is told while it holds', () => {
  const byHand = (expires: string | null): Override => ({
    tier: 'a',
    reason: '战略客户',
    by: '陈',
    at: '2026-11-01T00:00:00.000Z',
    expires,
  })
  const overrideOf = (expires: string | null) =>
    explained(of({ a: 10 }), schemeWith([points('a', 1)]), new Map([['#0', byHand(expires)]]))
  expect(overrideOf(null)).toMatchObject({ override: byHand(null), computed: 'c', final: 'a' })
  expect(overrideOf('2026-11-20')).toMatchObject({ override: null, final: 'c' })
})

describe('the nearest step', () => {
  test('of two criteria takes the one that gains less utility; one without weight never', () => {
    const criteria = [points('a', 40), points('b', 60), points('idle', 0)]
    // 20 points are wanting: half of a's 40, a third of b's 60
    const { nearest } = explained(of({ a: 10, b: 60, idle: 0 }), schemeWith(criteria))
    expect(nearest).toEqual({ criterion: 'k_b', from: 60, to: 94 })
  })

  test('of a category goes no further than it must', () => {
    const table = tableOf([categories('kind', ['C'])], 1)
    const steps = ['A', 'B', 'D'].map((category, at) => ({ category, utility: 1 - at * 0.3 }))
    const scheme = schemeWith([
      criterion('kind', { scoring: { id: 'lookup', points: steps, other: 0 } }),
    ])
    expect(explained(table, scheme).nearest).toEqual({ criterion: 'k_kind', from: 'C', to: 'D' })
  })
})
