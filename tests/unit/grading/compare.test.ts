import { expect, test } from 'vitest'
import { compareTiers } from '../../../src/grading/compare.ts'
import { rankOf } from '../../../src/grading/rank.ts'

const tiers = (...ids: string[]) => ids.map((id) => ({ id, name: id, label: '' }))

test('ties share the best rank; the ungraded have none', () => {
  const score = Float64Array.of(50, 90, NaN, 50, 10)
  expect([...score.keys()].map((row) => rankOf(score, row))).toEqual([2, 1, NaN, 2, 4])
})

test('movement counts better, worse and same tiers; the ungraded stand apart', () => {
  const before = { tiers: tiers('a', 'b', 'c'), tier: Uint8Array.of(0, 1, 2, 2, 255, 1) }
  const after = { tiers: tiers('a', 'b', 'c'), tier: Uint8Array.of(1, 0, 1, 2, 0, 255) }
  expect(compareTiers(before, after, Uint32Array.of(0, 1, 2, 3, 4, 5))).toEqual({
    up: 2,
    down: 1,
    same: 1,
    matrix: [
      [0, 1, 0, 0],
      [1, 0, 0, 1],
      [0, 1, 1, 0],
      [1, 0, 0, 0],
    ],
  })
})

test('a tier added above is a rise for those who come into it; deleted rows do not count', () => {
  const before = { tiers: tiers('a', 'b'), tier: Uint8Array.of(0, 0, 1) }
  const after = { tiers: tiers('s', 'a', 'b'), tier: Uint8Array.of(0, 1, 0) }
  expect(compareTiers(before, after, Uint32Array.of(0, 1))).toMatchObject({
    up: 1,
    down: 0,
    same: 1,
  })
})
