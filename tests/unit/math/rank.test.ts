import { describe, expect, test } from 'vitest'
import { seeded } from '../../../src/core/random.ts'
import { averageRanks } from '../../../src/math/rank.ts'
import { sortOrder } from '../../../src/math/sortOrder.ts'

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
      const plain = Array.from(values.keys()).sort(
        (a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b,
      )
      expect([...sortOrder(values)]).toEqual(plain)
    }
  })
})
