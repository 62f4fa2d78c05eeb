import { describe, expect, test } from 'vitest'
import {
  asCutoffs,
  asQuota,
  sharesOf,
  withCutoff,
  withShare,
} from '../../../../src/ui/criteria/tiering.ts'

describe('tiers by share', () => {
  const quota = { id: 'quota', cumulative: [1000, 3000, 7000, 10000] } as const

  test('cumulative hundredths of a percent are shown as percent of each tier', () => {
    expect(sharesOf(quota.cumulative)).toEqual([10, 20, 40, 30])
  })

  test('one tier changes, the last takes what is left', () => {
    expect(withShare(quota, 1, 25.5).cumulative).toEqual([1000, 3550, 7550, 10000])
  })

  test('more than there is stops at the whole', () => {
    expect(withShare(quota, 0, 95).cumulative).toEqual([9500, 10000, 10000, 10000])
  })

  test('the present counts become shares, in tenths of a percent', () => {
    expect(asQuota([1 / 3, 1 / 3, 1 / 3]).cumulative).toEqual([3330, 6670, 10000])
  })
})

describe('tiers by cut-off', () => {
  test('a dragged cut-off is stored to a tenth of a point (grading.md §3)', () => {
    const moved = withCutoff({ id: 'cutoffs', cutoffs: [80, 60] }, 0, 72.4499)
    expect(moved.cutoffs).toEqual([72.4, 60])
  })

  test('the lines in force are taken over, descending; where there are none, even steps', () => {
    expect(asCutoffs([81.234, 60], 3).cutoffs).toEqual([81.2, 60])
    expect(asCutoffs([50, NaN, 40], 4).cutoffs).toEqual([50, 50, 40])
    expect(asCutoffs([], 4).cutoffs).toEqual([75, 50, 25])
  })
})
