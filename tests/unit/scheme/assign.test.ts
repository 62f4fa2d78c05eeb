import { expect, test } from 'vitest'
import { assignTiers, tierOf } from '../../../src/scheme/tiering/assign.ts'

test('the table of tenths gives every score the tier that the cut-offs give it one by one', () => {
  const lists = [
    [60.05, 60.02, 40],
    [100, 0],
    [60, 60],
    [40, 60],
    [Infinity, 12.345678901],
    [-1],
    [],
  ]
  const score = Float64Array.from({ length: 20_001 }, (_, i) => i / 200)
  for (const list of lists) {
    const cutoffs = Float64Array.from(list)
    const tier = new Uint8Array(score.length)
    assignTiers(score, cutoffs, tier)
    expect(tier).toEqual(Uint8Array.from(score, (s) => tierOf(s, cutoffs)))
  }
})

test('a tier is the first whose cut-off the score reaches (spec §4)', () => {
  const cutoffs = Float64Array.of(60.05, 40)
  expect([60.06, 60.05, 60.049, 40, 39.999].map((s) => tierOf(s, cutoffs))).toEqual([0, 0, 1, 1, 2])
})
