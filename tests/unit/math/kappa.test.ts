import { expect, test } from 'vitest'
import { kappa } from '../../../src/math/kappa.ts'
import { largestRemainder } from '../../../src/math/largestRemainder.ts'

test('kappa of the textbook table 20 5 / 10 15 is 0.4', () => {
  // observed 35/50 = .7, by chance .5·.6 + .5·.4 = .5 → .2/.5
  expect(
    kappa([
      [20, 5],
      [10, 15],
    ]),
  ).toBeCloseTo(0.4, 12)
})

test('kappa is 1 where all agree and undefined where only one class is used', () => {
  expect(
    kappa([
      [3, 0],
      [0, 4],
    ]),
  ).toBe(1)
  expect(kappa([[5]])).toBeNull()
  expect(kappa([[0]])).toBeNull()
})

test('the largest remainders are rounded up until the parts make the shown total', () => {
  // 33.333 × 3 shown to 0.1: 33.3 each leaves 0.1 of 100.0 for the first
  expect(largestRemainder([100 / 3, 100 / 3, 100 / 3], 100, 1)).toEqual([33.4, 33.3, 33.3])
  expect(largestRemainder([60, 0, 2.142857142857], 62.142857143, 1)).toEqual([60, 0, 2.1])
})

test('parts of nothing stay nothing', () => {
  expect(largestRemainder([], 0, 1)).toEqual([])
  expect(largestRemainder([0, 0], 0, 1)).toEqual([0, 0])
})
