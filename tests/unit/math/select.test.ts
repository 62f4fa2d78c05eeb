import { describe, expect, test } from 'vitest'
import { seeded } from '../../../src/core/random.ts'
import { selectMany } from '../../../src/math/select.ts'

/** Against sorting all. Lists above 4,096 values take the histograms. */
const random = seeded(9)
const shapes: readonly (readonly [string, () => number])[] = [
  ['fractions', () => random() * 1000],
  ['whole numbers close together', () => Math.floor(random() ** 3 * 900) - 100],
  ['whole numbers far apart', () => Math.floor(random() * 1e9)],
  ['half numbers', () => Math.floor(random() * 40) / 2],
  ['a long tail', () => Math.exp(30 * random())],
  ['two values', () => (random() < 0.3 ? -7 : 7)],
  ['one value', () => 3],
  [
    'one fraction among whole numbers',
    () => (random() < 0.0002 ? 50.5 : Math.floor(random() * 99)),
  ],
]

describe('the k-th smallest values', () => {
  test.each(shapes)('of %s', (_, value) => {
    for (const length of [1, 50, 5000, 40_000]) {
      const values = Float64Array.from({ length }, value)
      const sorted = values.filter((x) => !Number.isNaN(x)).sort()
      const last = sorted.length - 1
      const ks = [0, 1, 0.2, 0.5, 0.999].map((part) => Math.max(0, Math.floor(part * last)))
      const expected = ks.map((k) => sorted[k] ?? NaN)
      expect(selectMany(values, [...ks, last + 1, -1])).toEqual([...expected, NaN, NaN])
    }
  })
})
