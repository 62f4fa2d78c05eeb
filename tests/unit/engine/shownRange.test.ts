import { expect, test } from 'vitest'
import { shownRange, usualRange } from '../../../src/engine/shownRange.ts'
import type { Criterion } from '../../../src/scheme/scheme.ts'

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1)
const one = (scoring: Criterion['scoring']) => ({ scoring, prepare: null }) as Criterion
const nothing = { parameters: new Float64Array(0), bounds: null }

// type-7 by hand: 1001 values, h = 0.995 · 1000, so the 996th
test('one giant among many customers does not stretch the picture', () => {
  expect(usualRange(Float64Array.from([...upTo(1000), 1e6]))).toEqual([1, 996])
  expect(usualRange(Float64Array.from([-1e6, NaN, ...upTo(1000)]))).toEqual([5, 1000])
})

test('all are in the picture where they lie together, are few, or all but one are equal', () => {
  expect(usualRange(Float64Array.from(upTo(1000)))).toEqual([1, 1000])
  expect(usualRange(Float64Array.from([...upTo(50), 1e6]))).toEqual([1, 1e6])
  expect(usualRange(Float64Array.from([...Array<number>(1000).fill(7), 9]))).toEqual([7, 9])
})

test('what is set by hand, and the ends of a straight line, are in sight', () => {
  const values = Float64Array.from([...upTo(1000), 1e6])
  const ends = { parameters: Float64Array.of(1, 1e6), bounds: null }
  expect(shownRange(one({ id: 'linear', worst: null, best: null }), values, ends)).toEqual([1, 1e6])
  const bands = [{ from: 5000, utility: 1 }]
  const banded = one({ id: 'bands', below: 0, bands })
  expect(shownRange(banded, values, nothing)).toEqual([1, 5000])
  const ranks = { parameters: Float64Array.of(1, 500, 1e6), bounds: null }
  expect(shownRange(one({ id: 'percentile' }), values, ranks)).toEqual([1, 996])
})
