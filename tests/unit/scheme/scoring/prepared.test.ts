import { describe, expect, test } from 'vitest'
import { UtilityCache } from '../../../../src/grading/utilityCache.ts'
import { utilitiesOf } from '../../../../src/grading/utilities.ts'
import { dayOf } from '../../../../src/scheme/day.ts'
import type { Criterion, Frozen, Prepare } from '../../../../src/scheme/scheme.ts'
import { rescaled } from '../../../../src/scheme/scoring/rescale.ts'
import { scoringProblem } from '../../../../src/scheme/scoring/valid.ts'
import { criterion, dates, numbers, tableOf } from '../../../fixtures/gradingTables.ts'

const asOf = '2026-11-21'
const auto = { id: 'linear', worst: null, best: null } as const
const log: Prepare = { winsorise: null, log: true }
const of = (values: readonly number[], set: Partial<Criterion>) =>
  utilitiesOf(criterion('x', set), tableOf([numbers('x', values)], values.length), asOf)

describe('before scoring (spec/grading.md §2)', () => {
  const eleven = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1000]

  test('values beyond the quantiles count as the quantiles', () => {
    const { bounds, parameters, values } = of(eleven, {
      scoring: auto,
      prepare: { winsorise: [0.1, 0.9], log: false }, // h = 1 and 9: the values 1 and 9
    })
    expect(bounds).toEqual([1, 9])
    expect([...parameters]).toEqual([1, 9])
    expect([...values].slice(-2)).toEqual([1, 1])
    expect(values[5]).toBe(0.5)
  })

  test('the logarithm is sign(x)·ln(1 + |x|)', () => {
    const { parameters } = of([-7, 0, 7], { scoring: auto, prepare: log })
    expect([...parameters]).toEqual([-Math.log(8), Math.log(8)])
    expect(of([0, 9, 99], { scoring: auto, prepare: log }).values[1]).toBeCloseTo(0.5, 15)
  })

  test('extremes are held before the logarithm is taken', () => {
    const { bounds, parameters } = of(eleven, {
      scoring: auto,
      prepare: { winsorise: [0, 0.9], log: true },
    })
    expect(bounds).toEqual([0, 9])
    expect([...parameters]).toEqual([0, Math.log(10)])
  })

  test('dates are held as days before the as-of date', () => {
    const days = eleven.map((back) => dayOf(asOf) - back)
    const { bounds } = utilitiesOf(
      criterion('x', { scoring: auto, prepare: { winsorise: [0.1, 0.9], log: false } }),
      tableOf([dates('x', days)], days.length),
      asOf,
    )
    expect(bounds).toEqual([1, 9])
  })
})

describe('frozen parameters', () => {
  const values = [0, 10, 20, 30, 40]
  const freeze = (set: Partial<Criterion>): Frozen => {
    const { parameters, bounds } = of(values, set)
    return { parameters: [...parameters], bounds }
  }

  test('hold when the column changes; live ones follow it', () => {
    const frozen = freeze({ scoring: auto })
    expect([...of([20, 80], { scoring: auto }).values]).toEqual([0, 1])
    expect([...of([20, 80], { scoring: auto, frozen }).values]).toEqual([0.5, 1])
  })

  test('of percentile are straight between the 101 type-7 quantiles', () => {
    const frozen = freeze({ scoring: { id: 'percentile' } })
    expect(frozen.parameters).toHaveLength(101)
    const scored = of([-5, 0, 5, 33, 40, 99], { scoring: { id: 'percentile' }, frozen })
    const expected = [0, 0, 0.125, 0.825, 1, 1]
    scored.values.forEach((u, row) => {
      expect(u).toBeCloseTo(expected[row] ?? NaN, 12)
    })
  })

  test('hold the bounds of extremes too', () => {
    const prepare = { winsorise: [0.25, 0.75], log: false } as const
    const frozen = freeze({ scoring: auto, prepare })
    expect(of([1000], { scoring: auto, prepare, frozen }).bounds).toEqual([10, 30])
    expect([...of([1000, 20], { scoring: auto, prepare, frozen }).values]).toEqual([1, 0.5])
  })

  test('and what is done before scoring are no old news to the cache', () => {
    const cache = new UtilityCache()
    const table = tableOf([numbers('x', values)], values.length)
    const get = (set: Partial<Criterion>) =>
      cache.get(criterion('x', { scoring: auto, ...set }), table, asOf).values
    const plain = get({})
    expect(get({ prepare: log })).not.toEqual(plain)
    expect(get({ frozen: { parameters: [0, 400], bounds: null } })).not.toEqual(plain)
    expect(get({ prepare: null })).toBe(plain)
  })
})

describe('taking the logarithm', () => {
  test('keeps parameters set by hand where they are in the column', () => {
    const linear = { id: 'linear', worst: 0, best: 5000 } as const
    const there = rescaled(linear, true)
    expect(there).toEqual({ id: 'linear', worst: 0, best: Math.log(5001) })
    expect(rescaled(there, false)).toEqual(linear)
    const bands = { id: 'bands', below: 0, bands: [{ from: 12_345.67, utility: 1 }] } as const
    expect(rescaled(rescaled(bands, true), false)).toEqual(bands)
    const points = [{ x: -300, utility: 0 }]
    expect(rescaled(rescaled({ id: 'piecewise', points }, true), false)).toEqual({
      id: 'piecewise',
      points,
    })
  })

  test('keeps the value where a target or a curve ends', () => {
    const target = { id: 'target', low: 100, high: 200, tolerance: 50 } as const
    const there = rescaled(target, true)
    if (there.id !== 'target') throw new Error('another scoring')
    expect(there.high + there.tolerance).toBeCloseTo(Math.log(251), 12)
    const curve = rescaled({ id: 'logistic', midpoint: 9, steepness: 0.1 }, true)
    expect(curve).toEqual({
      id: 'logistic',
      midpoint: Math.log(10),
      steepness: expect.closeTo(1 / Math.log(20 / 10), 12) as number, // from 9 to 9 + 10
    })
  })
})

describe('a stored scoring', () => {
  test.each([
    [{ id: 'percentile' }, null],
    [{ id: 'linear', worst: null, best: 3 }, null],
    [{ id: 'quantileBins', classes: 5 }, null],
    [{ id: 'spline', knots: [] }, 'unknown scoring spline'],
    [null, 'no scoring'],
    [{ id: 'quantileBins', classes: 1 }, 'quantileBins classes'],
    [{ id: 'quantileBins', classes: 2.5 }, 'quantileBins classes'],
    [{ id: 'target', low: 1, high: 2, tolerance: -1 }, 'target tolerance'],
    [{ id: 'target', low: 1, high: null, tolerance: 1 }, 'target high'],
    [{ id: 'logistic', midpoint: 0, steepness: 0 }, 'logistic steepness'],
    [{ id: 'piecewise', points: [{ x: 1 }] }, 'piecewise points'],
    [{ id: 'lookup', points: [{ category: 3, utility: 1 }], other: 0 }, 'lookup points'],
  ])('%j: %s', (scoring, problem) => {
    expect(scoringProblem(scoring)).toBe(problem)
  })
})
