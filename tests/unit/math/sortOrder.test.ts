import { expect, test } from 'vitest'
import { seeded } from '../../../src/core/random.ts'
import { module } from '../../../src/math/kernels/compiled.ts'
import { rankCompiled, sortCompiled } from '../../../src/math/kernels/sorter.ts'
import { rankInBuckets } from '../../../src/math/rank.ts'
import { sortInBuckets } from '../../../src/math/sortOrder.ts'

// The order of equal values is that in which they came, so there is one right answer, and both ways must give it.

const shapes: Readonly<Record<string, (random: () => number, row: number) => number>> = {
  'different numbers': (random) => random() * 1000,
  'few numbers, many times': (random) => Math.floor(random() * 50) - 25,
  'signs of zero': (random) => [0, -0, 1e-310, -1e-310][Math.floor(random() * 4)] ?? 0,
  'all magnitudes': (random) => (random() - 0.5) * 10 ** (random() * 600 - 300),
  'one number': () => 7,
  'one missing of ten': (random) => (random() < 0.1 ? NaN : random()),
  'all missing': () => NaN,
  'infinite ends': (random) => [Infinity, -Infinity, random()][Math.floor(random() * 3)] ?? 0,
  'a narrow crowd and one far away': (random, row) => (row === 5 ? -1e300 : 1e6 + random()),
  'narrow crowds of middling size': (random, row) =>
    (row % 40) * 1e9 + Math.floor(random() * 1e4) / 1e4,
  'the last bits only': (random) => 1 + Math.floor(random() * 1000) * Number.EPSILON,
}

test('WebAssembly is here to be tested', () => {
  expect(module()).not.toBeNull()
})

test.each(Object.entries(shapes))('both ways sort alike: %s', (_, shape) => {
  const random = seeded(11)
  for (const rows of [1, 2, 3, 127, 9001, 20_000]) {
    const column = Float64Array.from({ length: rows }, (_, row) => shape(random, row))
    const before = column.slice()
    const compiled = sortCompiled(column)
    const expected = Array.from(column.keys())
      .filter((row) => !Number.isNaN(column[row]))
      .toSorted((a, b) => (column[a] as number) - (column[b] as number) || a - b)
    // −∞ − −∞ is no number, and || takes the place then too
    expect(compiled?.order).toEqual(Uint32Array.from(expected))
    expect(compiled?.values).toEqual(Float64Array.from(expected, (row) => column[row] as number))
    expect(sortInBuckets(column)).toEqual(compiled)
    expect(rankInBuckets(column)).toEqual(rankCompiled(column))
    expect(column).toEqual(before)
  }
})

test('a sort keeps nothing of the one before', () => {
  const long = Float64Array.from({ length: 30_000 }, (_, row) => -row)
  const short = Float64Array.from({ length: 10_000 }, (_, row) => row % 7)
  const first = sortCompiled(long)
  const copy = first && { order: first.order.slice(), values: first.values.slice() }
  expect(sortCompiled(short)).toEqual(sortInBuckets(short))
  expect(first).toEqual(copy)
  expect(sortCompiled(long)).toEqual(copy)
})
