import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seeded } from '../../../src/core/random.ts'
import { averageRanks } from '../../../src/math/rank.ts'
import { sortOrder } from '../../../src/math/sortOrder.ts'

const numbers = fc.oneof(
  fc.double(),
  fc.integer({ min: -20, max: 20 }),
  fc.constantFrom(0, -0, NaN, 5e-324, -5e-324, 1e308, -1e308),
)

function comparatorOrder(values: Float64Array): number[] {
  const rank = (a: number, b: number) => (a < b ? -1 : a > b ? 1 : 0)
  return Array.from(values.keys())
    .filter((row) => !Number.isNaN(values[row]))
    .sort((a, b) => rank(values[a] ?? 0, values[b] ?? 0) || a - b)
}

/** Values below x in a sorted list, or below and equal. */
function placesBelow(sorted: Float64Array, x: number, orEqual: boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const value = sorted[middle] ?? NaN
    if (value < x || (orEqual && value === x)) low = middle + 1
    else high = middle
  }
  return low
}

describe('averageRanks', () => {
  test('gives ties their average (scipy rankdata of 0, 2, 3, 2 is 1, 2.5, 4, 2.5)', () => {
    expect([...averageRanks(Float64Array.of(0, 2, 3, 2))]).toEqual([1, 2.5, 4, 2.5])
  })

  test('leaves missing values out and ties −0 with 0', () => {
    expect([...averageRanks(Float64Array.of(5, NaN, -0, 0, -3))]).toEqual([4, NaN, 2.5, 2.5, 1])
  })

  test('of equal values is the same middle rank for all', () => {
    const ranks = averageRanks(new Float64Array(5000).fill(1e15))
    expect(new Set(ranks)).toEqual(new Set([2500.5]))
  })

  test('equal the middle of the places a sorted copy gives each value (binary search)', () => {
    const random = seeded(7)
    const shapes: Record<string, () => number> = {
      uniform: () => random() * 1000,
      money: () => Math.round(Math.exp(4 + 4 * (random() + random() + random() - 1.5)) * 100) / 100,
      counts: () => Math.floor(random() * random() * 50),
      days: () => 20_000 - Math.floor(-Math.log(1 - random()) * 120),
      gaps: () => (random() < 0.1 ? NaN : random() < 0.5 ? 0 : (random() - 0.5) * 1e6),
      close: () => 1e15 + Math.floor(random() * 900),
      two: () => (random() < 0.5 ? 1 : 1 + Number.EPSILON),
    }
    for (const shape of Object.values(shapes)) {
      const values = Float64Array.from({ length: 20_000 }, shape)
      const sorted = values.filter((value) => !Number.isNaN(value)).sort()
      const expected = values.map((value) =>
        Number.isNaN(value)
          ? NaN
          : (1 + placesBelow(sorted, value, false) + placesBelow(sorted, value, true)) / 2,
      )
      expect(averageRanks(values)).toEqual(expected)
    }
  })

  test('of nothing is nothing', () => {
    expect(averageRanks(new Float64Array(0))).toHaveLength(0)
  })
})

describe('sortOrder', () => {
  test('equals a comparator sort on signs, tails, tiny and whole numbers', () => {
    const random = seeded(3)
    const shapes: (() => number)[] = [
      () => (random() - 0.5) * 1e15,
      () => Math.floor(random() * 40) - 20,
      () => Math.exp(random() * 200 - 100) * (random() < 0.5 ? -1 : 1),
      () => (random() < 0.9 ? 0 : random()) * 5e-324,
    ]
    for (const shape of shapes) {
      const values = Float64Array.from({ length: 3000 }, shape)
      expect([...sortOrder(values)]).toEqual(comparatorOrder(values))
    }
  })

  test('equals a comparator sort on any numbers, missing ones left out, equal ones as they came', () => {
    fc.assert(
      fc.property(fc.array(numbers, { maxLength: 400 }), (list) => {
        const values = Float64Array.from(list)
        expect([...sortOrder(values)]).toEqual(comparatorOrder(values))
      }),
    )
  })

  test('equals a comparator sort where a few far values crowd all others together', () => {
    const random = seeded(5)
    for (const size of [2, 25, 26, 100, 5000, 20_000])
      for (const far of [1e300, -1e300, Infinity, -Infinity, -0, 1e-300]) {
        const values = Float64Array.from({ length: size }, () => 1e9 + random())
        values[size >> 1] = far
        expect([...sortOrder(values)]).toEqual(comparatorOrder(values))
      }
  })
})
