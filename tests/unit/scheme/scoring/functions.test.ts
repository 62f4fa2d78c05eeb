import { describe, expect, test } from 'vitest'
import { utilitiesOf } from '../../../../src/grading/utilities.ts'
import type { Criterion, Scoring } from '../../../../src/scheme/scheme.ts'
import { scorings } from '../../../../src/scheme/scoring/index.ts'
import { criterion, numbers, tableOf } from '../../../fixtures/gradingTables.ts'

/** Every expectation is the row of spec/grading.md §2 worked out by hand. */
const asOf = '2026-11-21'
function of(values: readonly number[], scoring: Scoring, set: Partial<Criterion> = {}) {
  const table = tableOf([numbers('x', values)], values.length)
  return utilitiesOf(criterion('x', { scoring, ...set }), table, asOf)
}
const utilities = (...args: Parameters<typeof of>) => [...of(...args).values]
const lower = { direction: 'lower' } as const

describe('quantileBins', () => {
  const scoring = { id: 'quantileBins', classes: 3 } as const

  test('counts the type-7 edges that are less than the value: an edge belongs to the class below', () => {
    // m = 4: h = 1 and 2, so the edges are the values 2 and 3 themselves
    expect([...of([4, 3, 2, 1], scoring).parameters]).toEqual([2, 3])
    expect(utilities([4, 3, 2, 1], scoring)).toEqual([1, 0.5, 0, 0])
    expect(utilities([4, 3, 2, 1], scoring, lower)).toEqual([0, 0.5, 1, 1])
  })

  test('equal values share a class, and classes may stay empty', () => {
    // edges of 1 1 1 1 9: h = 4/3 and 8/3, both between ones
    expect(utilities([1, 1, 9, 1, 1], scoring)).toEqual([0, 0, 1, 0, 0])
  })

  test('meets a whole place exactly where i/k·(m − 1) would miss it by a last bit', () => {
    // 11/20·100 is 55.00000000000001 in floating point; 11·100/20 is 55
    const values = Array.from({ length: 101 }, (_, i) => i)
    const { parameters } = of(values, { id: 'quantileBins', classes: 20 })
    expect([...parameters]).toEqual(values.filter((x) => x % 5 === 0).slice(1, -1))
  })

  test('of one value is the lowest class', () => {
    expect(utilities([7], scoring)).toEqual([0])
    expect(utilities([7], scoring, lower)).toEqual([1])
  })
})

describe('zscore', () => {
  test('takes the population deviation: 2 4 4 4 5 5 7 9 has mean 5 and 2', () => {
    const values = [2, 4, 4, 4, 5, 5, 7, 9]
    expect([...of(values, { id: 'zscore' }).parameters]).toEqual([5, 2])
    const [first, , , , middle, , , last] = utilities(values, { id: 'zscore' })
    expect([first, middle, last]).toEqual([0.25, 0.5, 0.5 + 4 / 12])
    expect(utilities(values, { id: 'zscore' }, lower)[0]).toBe(0.75)
  })

  test('is 0.5 for all where all are equal, though their sum may be off by a last bit', () => {
    expect(utilities([0.1, 0.1, 0.1], { id: 'zscore' })).toEqual([0.5, 0.5, 0.5])
  })

  test('is 0 or 1 beyond three deviations', () => {
    const values = [...Array.from({ length: 99 }, () => 0), 1]
    expect(utilities(values, { id: 'zscore' }).at(-1)).toBe(1)
    expect(utilities(values, { id: 'zscore' }, lower).at(-1)).toBe(0)
  })
})

describe('target', () => {
  test('is 1 within, falls with the distance, and is 0 from the tolerance on', () => {
    const scoring = { id: 'target', low: 10, high: 20, tolerance: 4 } as const
    expect(utilities([5, 6, 9, 10, 15, 20, 22, 24, 30], scoring)).toEqual([
      0, 0, 0.75, 1, 1, 1, 0.5, 0, 0,
    ])
  })

  test('without a tolerance is all or nothing', () => {
    expect(utilities([2, 3, 4], { id: 'target', low: 3, high: 3, tolerance: 0 })).toEqual([0, 1, 0])
  })
})

describe('piecewise', () => {
  test('is straight between its points and level outside', () => {
    const points = [
      { x: 0, utility: 0.2 },
      { x: 10, utility: 1 },
      { x: 20, utility: 0 },
    ]
    const [before, half, at, after, level] = utilities([-5, 5, 10, 15, 99], {
      id: 'piecewise',
      points,
    })
    expect([before, at, after, level]).toEqual([0.2, 1, 0.5, 0])
    expect(half).toBeCloseTo(0.6, 15)
  })
})

describe('logistic', () => {
  test('is 1 ÷ (1 + e^(−k(x − midpoint))), never out of 0..1', () => {
    const scoring = { id: 'logistic', midpoint: 100, steepness: 0.1 } as const
    const [half, above, far, below] = utilities([100, 110, 1e15, -1e15], scoring)
    expect(half).toBe(0.5)
    expect(above).toBeCloseTo(1 / (1 + Math.exp(-1)), 15)
    expect([far, below]).toEqual([1, 0])
    expect(utilities([110], scoring, lower)[0]).toBeCloseTo(1 / (1 + Math.E), 15)
  })
})

describe('what each starts with', () => {
  const start = (id: Scoring['id'], values: readonly number[]) => {
    const column = numbers('x', values)
    const table = tableOf([column], values.length)
    return scorings.get(id).defaults({ column, table, asOf, direction: 'higher' })
  }
  const ten = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110]

  test('target: the median, and the distance between the quartiles', () => {
    expect(start('target', ten)).toEqual({ id: 'target', low: 60, high: 60, tolerance: 50 })
  })

  test('logistic: the median, and 10 to 90 points over its 10 to 90 % quantiles', () => {
    const scoring = start('logistic', ten)
    expect(scoring).toMatchObject({ id: 'logistic', midpoint: 60 })
    const [low, high] = utilities([20, 100], scoring)
    expect(low).toBeCloseTo(0.1, 12)
    expect(high).toBeCloseTo(0.9, 12)
  })

  test('piecewise: ends and quarters, equal ones joined', () => {
    expect(start('piecewise', [5, 5, 5, 9])).toEqual({
      id: 'piecewise',
      points: [
        { x: 5, utility: 0.5 },
        { x: 6, utility: 0.75 },
        { x: 9, utility: 1 },
      ],
    })
  })

  test('nothing at all to start from is no error', () => {
    for (const { id } of scorings.all.filter(({ reads }) => reads === 'numbers'))
      expect(utilities([NaN], start(id, [NaN]))).toEqual([NaN])
  })
})
