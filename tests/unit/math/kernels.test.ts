import { describe, expect, test } from 'vitest'
import { seeded } from '../../../src/core/random.ts'
import { edgesOf } from '../../../src/math/kernels/edges.ts'
import { gapRows, gapsOf } from '../../../src/math/kernels/gaps.ts'
import { classes, mostFound, type Blended, type Kernels } from '../../../src/math/kernels/kernel.ts'
import { countIn } from '../../../src/math/kernels/marks.ts'
import { plain } from '../../../src/math/kernels/plain.ts'
import { createRoom, kernelsOf, leastRows } from '../../../src/math/kernels/room.ts'

const lengths = [1, 2, 3, 4, 5, 7, 8, 9, 63, 64, 65, 1000, 4097]

/** Both kernels over arrays of one length; what they write is compared bit for bit. */
function twins(rows: number, columns = 14) {
  const size = { rows, columns, floats: 4, bytes: 2 }
  const fast = createRoom(size, 'simd')
  const slow = createRoom(size, 'plain')
  expect([fast.kernels.id, slow.kernels.id]).toEqual(['simd', 'plain'])
  const bits = (array: Float64Array) => new BigUint64Array(array.slice().buffer)
  return {
    /** What each writes into one array of numbers. */
    write(work: (kernels: Kernels, out: Float64Array) => void, from?: Float64Array) {
      const [a, b] = [fast.floats(), slow.floats()]
      for (const out of [a, b]) if (from) out.set(from)
      work(fast.kernels, a)
      work(slow.kernels, b)
      // any NaN is as good as another
      const canonical = (array: Float64Array) => bits(array.map((x) => (x === x ? x : NaN)))
      expect(canonical(a)).toEqual(canonical(b))
      return b
    },
    fast,
  }
}

const random = seeded(11)
const share = () => (random() < 0.05 ? 0 : random() < 0.05 ? 1 : random())
const gappy = (gaps: number) => (random() < gaps ? NaN : share())
const columnsOf = (count: number, rows: number, gaps = 0) =>
  Array.from({ length: count }, () => Float64Array.from({ length: rows }, () => gappy(gaps)))
const scoresOf = (rows: number) =>
  Float64Array.from({ length: rows }, () => {
    const kind = random()
    if (kind < 0.1) return NaN
    if (kind < 0.2) return [0, 100, -0, 60, 61, 59, 99.9, 40.1][Math.floor(random() * 8)] as number
    return Math.round(random() * 1e11) / 1e9
  })

const marksOf = (part: number) =>
  Uint8Array.from({ length: classes + 2 }, (_, at) => +(at <= classes && random() < part))

describe.each(lengths)('%i rows: SIMD and plain TypeScript agree to the last bit', (rows) => {
  test.each([1, 2, 3, 4, 5, 10, 13])('weighted sum of %i columns, gaps or not', (count) => {
    const weights = Float64Array.from({ length: count }, (_, at) => (at === 1 ? 0 : random()))
    for (const gaps of [0, 0.2]) {
      const columns = columnsOf(count, rows, gaps)
      const sums = twins(rows).write((kernels, out) =>
        kernels.weightedSum(columns, weights, 100, out),
      )
      const finished = twins(rows).write((kernels, out) =>
        kernels.weightedSum(columns, weights, 100, out, true),
      )
      const after = sums.slice()
      plain.finish(after, null)
      expect(finished).toEqual(after)
      const row = rows - 1
      let sum = 0
      for (let at = 0; at < count; at++)
        sum += (weights[at] as number) * ((columns[at] as Float64Array)[row] as number)
      expect(sums[row]).toBe(100 * sum)
    }
  })

  test('weights by pattern of gaps', () => {
    const columns = columnsOf(5, rows, 0.3)
    const gaps = gapsOf(columns.map(gapRows), rows)
    if (!gaps) throw new Error('so few columns have few patterns')
    const weights = Float64Array.from({ length: gaps.count * 5 }, (_, at) =>
      gaps.lacks[at] === 1 ? 0 : random(),
    )
    weights[0] = NaN // whoever has this pattern gets nothing
    twins(rows).write((kernels, out) =>
      kernels.weightedSumWithGaps(columns, weights, gaps.patterns, 100, out),
    )
    const factors = Float64Array.from({ length: gaps.count }, () => 400 * random())
    const [base, column] = columns as [Float64Array, Float64Array]
    const known = base.map((x) => (x === x ? x : 0))
    twins(rows).write((kernels, out) =>
      kernels.blendWithGaps(known, column, 0.3, gaps.patterns, factors, out),
    )
    twins(rows).write((kernels, out) => kernels.lookUp(gaps.patterns, factors, out))
  })

  test('blend, clamp and snap', () => {
    const [base, column] = columnsOf(2, rows) as [Float64Array, Float64Array]
    const wanted = marksOf(0.3)
    const blended: Blended[] = []
    const score = twins(rows).write((kernels, out) =>
      blended.push(kernels.blend(base, column, 0.37, 81, out, wanted)),
    )
    const histogram = plain.histogram(score)
    const found = plain.gather(score, wanted, countIn(histogram.counts, wanted))
    expect(blended).toEqual([
      { histogram, found },
      { histogram, found },
    ])
    const raw = Float64Array.from({ length: rows }, () =>
      random() < 0.1
        ? ([NaN, -0, -3, 104, 1e-10][Math.floor(random() * 5)] as number)
        : random() * 100,
    )
    twins(rows).write((kernels, out) => kernels.finish(out, null), raw)
    const completeness = Float64Array.from({ length: rows }, () =>
      random() < 0.2 ? 0 : random() < 0.1 ? NaN : random(),
    )
    twins(rows).write((kernels, out) => kernels.finish(out, completeness), raw)
  })

  test('tiers, counts and sums', () => {
    const scores = scoresOf(rows)
    const values = Float64Array.from({ length: rows }, () =>
      random() < 0.1 ? NaN : (random() - 0.3) * 1e6,
    )
    for (const lines of [[], [60], [80, 60.0000000005, 60, 40, 0], [Infinity, 70, -1]]) {
      const cutoffs = Float64Array.from(lines)
      const room = twins(rows).fast
      const score = room.floats()
      score.set(scores)
      const [mine, theirs] = [room.bytes(), new Uint8Array(rows)]
      room.kernels.assign(score, cutoffs, mine)
      plain.assign(scores, cutoffs, theirs)
      expect(mine).toEqual(theirs)
      for (let row = 0; row < rows; row++) {
        const s = scores[row] as number
        const first = lines.findIndex((line) => line <= s)
        expect(mine[row]).toBe(s !== s ? 255 : first < 0 ? lines.length : first)
      }
      if (rows > 2) mine[1] = theirs[1] = 0 // by hand, whatever the score
      const tiers = lines.length + 1
      expect(room.kernels.tally(score, mine, tiers, edgesOf(cutoffs))).toEqual(
        plain.tally(scores, theirs, tiers, edgesOf(cutoffs)),
      )
      expect(room.kernels.valuesByTier(mine, values, tiers)).toEqual(
        plain.valuesByTier(theirs, values, tiers),
      )
    }
  })

  test('classes of scores, and the scores of some classes', () => {
    const scores = scoresOf(rows)
    const { fast } = twins(rows)
    const score = fast.floats()
    score.set(scores)
    const { counts, sum } = fast.kernels.histogram(score)
    expect({ counts, sum }).toEqual(plain.histogram(scores))
    expect(sum).toBe(plain.tally(scores, new Uint8Array(rows), 1, edgesOf(scores)).scoreSum)
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(rows)
    const wanted = marksOf(0.3)
    const count = countIn(counts, wanted)
    expect(count).toBe(counts.reduce((sum, own, at) => sum + own * (wanted[at] as number), 0))
    expect(fast.kernels.gather(score, wanted, count)).toEqual(plain.gather(scores, wanted, count))
  })

  test('the sum of a column', () => {
    const [column] = columnsOf(1, rows) as [Float64Array]
    expect(twins(rows).fast.kernels.sum(column)).toBe(plain.sum(column))
  })
})

test('more than the limit is not found while blending', () => {
  const rows = mostFound + 50
  const size = { rows, columns: 2, floats: 1, bytes: 0 }
  const wanted = new Uint8Array(classes + 2)
  wanted[60 * (classes / 100)] = 1
  const zero = new Float64Array(rows)
  for (const kind of ['simd', 'plain'] as const) {
    const room = createRoom(size, kind)
    const out = room.floats()
    for (const more of [-1, 0, 1, 2, 3, 4, 40]) {
      const base = new Float64Array(rows).fill(40)
      base.fill(60, 9, 9 + mostFound + more)
      const { found } = room.kernels.blend(base, zero, 1, 1, out, wanted)
      expect(found?.length ?? null).toBe(more > 0 ? null : mostFound + more)
      expect(found?.every((score) => score === 60) ?? true).toBe(true)
    }
  }
})

describe('the memory of kernels', () => {
  test('few rows are done in plain arrays; where an array lies says who writes it', () => {
    const size = { columns: 1, floats: 1, bytes: 0 }
    expect(createRoom({ ...size, rows: leastRows - 1 }).kernels.id).toBe('plain')
    const room = createRoom({ ...size, rows: leastRows })
    expect(room.kernels.id).toBe('simd')
    expect(kernelsOf(room.floats())).toBe(room.kernels)
    expect(kernelsOf(new Float64Array(9))).toBe(plain)
    expect(() => room.floats()).toThrow()
  })

  test('more columns than there are places for are summed all the same, and copies are not mixed up', () => {
    const rows = 50
    const room = createRoom({ rows, columns: 3, floats: 1, bytes: 0 }, 'simd')
    const out = room.floats()
    const expected = new Float64Array(rows)
    for (let turn = 0; turn < 40; turn++) {
      const count = 1 + Math.floor(random() * 5)
      const columns = columnsOf(count, rows)
      const weights = Float64Array.from({ length: count }, random)
      for (let again = 0; again < 2; again++) {
        room.kernels.weightedSum(columns, weights, 1, out)
        plain.weightedSum(columns, weights, 1, expected)
        expect(out).toEqual(expected)
      }
    }
  })

  test('more than a memory can hold is plain', () => {
    const room = createRoom({ rows: 2 ** 27, columns: 40, floats: 0, bytes: 0 }, 'simd')
    expect(room.kernels.id).toBe('plain')
  })
})

describe('edges', () => {
  test('by tenths: all near, none, or to be asked', () => {
    for (const lines of [
      [60],
      [80, 60.05, 59.9, 0.3],
      [Infinity, 100, -5],
      [61.123456789, 1e-9],
      [1],
      [0, -1],
    ]) {
      const cutoffs = Float64Array.from(lines)
      const { inside, asked } = edgesOf(cutoffs)
      const wrong: number[] = []
      for (let step = 0; step <= 20_000; step++) {
        const score = step / 200
        const near = lines.some((line) => Math.abs(score - line) <= 1)
        const tenth = Math.floor(score * 10)
        if (asked[tenth] === 0 && (inside[tenth] === 1) !== near) wrong.push(score)
      }
      expect(wrong).toEqual([])
      expect(asked.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(2 * lines.length)
    }
  })
})

describe('patterns of gaps', () => {
  test('rows that lack the same columns share a pattern, which says which', () => {
    const columns = columnsOf(6, 2000, 0.5)
    const gaps = gapsOf(columns.map(gapRows), 2000)
    expect(gaps?.count).toBe(64)
    for (let row = 0; row < 2000; row++)
      for (const [at, column] of columns.entries())
        expect(gaps?.lacks[(gaps.patterns[row] as number) * 6 + at]).toBe(
          +Number.isNaN(column[row]),
        )
  })

  test('null for more patterns than a table is worth', () => {
    const columns = columnsOf(20, 20_000, 0.5)
    expect(gapsOf(columns.map(gapRows), 20_000)).toBe(null)
  })
})
