import { expect, test } from 'vitest'
import { histogram } from '../../../src/math/histogram.ts'
import { present } from '../../../src/math/present.ts'
import { snap } from '../../../src/math/snap.ts'
import { summary } from '../../../src/math/summary.ts'

test('a summary leaves missing values out of count, ends, sum and mean', () => {
  expect(summary(Float64Array.of(2, NaN, -4, 8))).toEqual({
    count: 3,
    missing: 1,
    min: -4,
    max: 8,
    sum: 6,
    mean: 2,
  })
})

test('a summary of nothing has no ends and no mean', () => {
  expect(summary(Float64Array.of(NaN))).toEqual({
    count: 0,
    missing: 1,
    min: NaN,
    max: NaN,
    sum: 0,
    mean: NaN,
  })
})

test('present values keep their order', () => {
  expect([...present(Float64Array.of(3, NaN, 1))]).toEqual([3, 1])
})

test('the last class of a histogram holds the upper end, the outer ones what lies outside', () => {
  const values = Float64Array.of(-5, 0, 9.9, 10, 50, 99.9, 100, 120, NaN)
  expect([...histogram(values, 0, 100, 10)]).toEqual([3, 1, 0, 0, 0, 1, 0, 0, 0, 3])
  expect([...histogram(Float64Array.of(4, 4), 4, 4, 3)]).toEqual([2, 0, 0])
})

test('snapping rounds half up to a billionth (spec §3)', () => {
  expect(snap(59.99999999999999)).toBe(60)
  expect(snap(0.0000000015)).toBe(0.000000002)
  expect(snap(62.142857142857146)).toBe(62.142857143)
})
