import { describe, expect, test, vi } from 'vitest'
import { grade } from '../../../src/grading/grade.ts'
import { halfSnap } from '../../../src/grading/preview.ts'
import { presentUtilities } from '../../../src/grading/presentUtilities.ts'
import type { Override } from '../../../src/grading/result.ts'
import { copied, createScratch, fitted } from '../../../src/grading/scratch.ts'
import { UtilityCache } from '../../../src/grading/utilityCache.ts'
import { canBeWithin, categoriesOf, mostTexts } from '../../../src/grading/within.ts'
import { plain } from '../../../src/math/kernels/plain.ts'
import type { Scheme } from '../../../src/scheme/scheme.ts'
import type { Table } from '../../../src/table/table.ts'
import {
  booleans,
  categories,
  criterion,
  dates,
  numbers,
  schemeWith,
  tableOf,
  texts,
} from '../../fixtures/gradingTables.ts'

const none = new Map<string, Override>()
const run = (table: Table, scheme: Scheme) =>
  grade(table, scheme, { overrides: none }, new UtilityCache())
const linear = { scoring: { id: 'linear', worst: 0, best: 10 } } as const

describe('completeness: 1 − missing share ÷ all shares', () => {
  test('by hand: weights 1 and 3, and whoever is gone has none', () => {
    const table = tableOf(
      [numbers('a', [1, NaN, 1, NaN, 1]), numbers('b', [1, 1, NaN, NaN, 1])],
      5,
      [0, 1, 2, 3],
    )
    const scheme = schemeWith([criterion('a', { weight: 1 }), criterion('b', { weight: 3 })])
    expect([...run(table, scheme).completeness]).toEqual([1, 0.75, 0.25, 0, NaN])
  })

  test('of more patterns of gaps than are kept in a table', () => {
    const count = 13 // 8,192 patterns
    const rows = 2 ** count
    const columns = Array.from({ length: count }, (_, at) =>
      numbers(
        `c${at}`,
        Array.from({ length: rows }, (_, row) => ((row >> at) & 1) === 1 ? NaN : 5), // prettier-ignore
      ),
    )
    const scheme = schemeWith(
      columns.map(({ id }, at) => criterion(id, { ...linear, weight: at + 1 })),
    )
    const { completeness, score } = run(tableOf(columns, rows), scheme)
    const total = (count * (count + 1)) / 2
    for (let row = 0; row < rows; row += 97) {
      let missing = 0
      for (let at = 0; at < count; at++) missing += ((row >> at) & 1) * (at + 1)
      expect(completeness[row]).toBeCloseTo(1 - missing / total, 12)
      expect(score[row]).toBe(50) // whatever is there is half
    }
    expect(completeness[rows - 1]).toBe(0)
    expect(score[rows - 1]).toBeNaN()
  })

  test('without weight nothing is complete', () => {
    const table = tableOf([numbers('a', [1, 2])], 2)
    expect([...run(table, schemeWith([criterion('a', { weight: 0 })])).completeness]).toEqual([
      0, 0,
    ])
  })

  test('a scratch that was whole is not taken for whole when a row has gone', () => {
    const scratch = createScratch()
    const table = tableOf([numbers('a', [1, 2, 3])], 3)
    const scheme = schemeWith([criterion('a', linear)])
    const given = (of: Table) => grade(of, scheme, { overrides: none }, new UtilityCache(), scratch)
    expect([...given(table).completeness]).toEqual([1, 1, 1])
    expect([...given({ ...table, order: Uint32Array.of(0, 2) }).completeness]).toEqual([1, NaN, 1])
    expect([...given(table).completeness]).toEqual([1, 1, 1])
  })
})

describe('what was there', () => {
  const of = (values: number[], present: number[]) => ({
    criterion: 'k',
    values: Float64Array.from(values),
    present: Uint8Array.from(present),
    presentCount: present.reduce((sum, is) => sum + is, 0),
    missingCount: 0,
    parameters: new Float64Array(0),
    bounds: null,
  })
  test('filled-in values are left out; where none is, it is the column itself', () => {
    const filled = of([0.1, 0.5, NaN], [1, 0, 0])
    expect([...presentUtilities(filled)]).toEqual([0.1, NaN, NaN])
    expect(presentUtilities(filled)).toBe(presentUtilities(filled))
    const whole = of([0.1, NaN, 0.3], [1, 0, 1])
    expect(presentUtilities(whole)).toBe(whole.values)
  })
})

describe('a weight that is dragged', () => {
  const rows = 60
  const values = (step: number) => Array.from({ length: rows }, (_, row) => (row * step) % 11)
  const gappy = (step: number) => values(step).map((x, row) => (row % 7 === step % 7 ? NaN : x))
  const three = (of: typeof values) =>
    tableOf([numbers('a', of(2)), numbers('b', of(3)), numbers('c', of(5))], rows)
  const cache = new UtilityCache()
  const schemeOf = (weight: number, set: Partial<Scheme> = {}) =>
    schemeWith(
      [
        criterion('a', { ...linear, weight }),
        criterion('b', { ...linear, weight: 2 }),
        criterion('c', { ...linear, weight: 3 }),
      ],
      set,
    )

  test.each<[string, Table, Partial<Scheme>]>([
    ['nothing missing', three(values), {}],
    ['gaps', three(gappy), {}],
    ['by share', three(gappy), { tiering: { id: 'quota', cumulative: [2000, 5000, 10_000] } }],
    [
      'within a column',
      tableOf(
        [
          ...three(values).columns,
          categories(
            'r',
            values(1).map((x) => (x > 4 ? 'E' : 'W')),
          ),
        ],
        rows,
      ),
      { tiering: { id: 'quota', cumulative: [2000, 5000, 10_000] }, within: 'r' },
    ],
    ['a product', three(values), { aggregation: { id: 'weightedProduct' } }],
  ])('shows the tiers that it settles to: %s', (_, table, set) => {
    const scratch = createScratch()
    for (const weight of [1, 1.5, 4, 0, 0.5]) {
      const scheme = schemeOf(weight, set)
      const moved = copied(grade(table, scheme, { overrides: none, moving: 'k_a' }, cache, scratch))
      const settled = grade(table, scheme, { overrides: none }, cache)
      expect(moved.final).toEqual(settled.final)
      expect(moved.totals.tiers.map(({ count }) => count)).toEqual(
        settled.totals.tiers.map(({ count }) => count),
      )
      for (let row = 0; row < rows; row++) {
        const [a, b] = [moved.score[row] as number, settled.score[row] as number]
        if (Number.isNaN(b)) expect(a).toBeNaN()
        else expect(Math.abs(a - b)).toBeLessThanOrEqual(halfSnap)
      }
    }
  })

  test('the others are summed once as long as they stay', () => {
    const table = three(values)
    const sums = vi.spyOn(plain, 'weightedSum')
    const scratch = createScratch()
    const drag = (weight: number, moving: string) =>
      grade(table, schemeOf(weight), { overrides: none, moving }, cache, scratch)
    for (const weight of [1, 2, 3]) drag(weight, 'k_a')
    expect(sums).toHaveBeenCalledTimes(1)
    drag(3, 'k_b')
    expect(sums).toHaveBeenCalledTimes(2)
    drag(4, 'k_b') // another weight among the others
    expect(sums).toHaveBeenCalledTimes(3)
    drag(4, 'gone') // not of this scheme: graded whole
    expect(sums).toHaveBeenCalledTimes(4)
    sums.mockRestore()
  })
})

describe('arrays that a grade writes into', () => {
  test('are made anew for other rows, or for more criteria than they have room for', () => {
    const scratch = createScratch(3, 4)
    const { room } = scratch
    expect(fitted(3, [1], scratch).room).toBe(room)
    expect(fitted(4, [1], scratch).room).not.toBe(room)
    expect(scratch.score).toHaveLength(4)
    expect(fitted(2, []).score).toHaveLength(2)
  })

  test('a copy shares what the result shares, and nothing with the next grade', () => {
    const table = tableOf([numbers('a', [9, 1])], 2)
    const result = run(table, schemeWith([criterion('a', linear)]))
    expect(result.final).toBe(result.computed)
    const own = copied(result)
    expect(own).toEqual(result)
    for (const name of ['score', 'completeness', 'computed', 'settled', 'final'] as const)
      expect(own[name]).not.toBe(result[name])
    expect(own.settled).toBe(own.computed)
    expect(own.final).toBe(own.settled)
  })
})

describe('categories that tiers can be drawn in', () => {
  const words = (count: number) => Array.from({ length: count }, (_, at) => `w${at}`)

  test('words, yes and no, and few texts; not numbers, days or names', () => {
    const can = (column: Parameters<typeof canBeWithin>[0], rows = 2) =>
      canBeWithin(column, tableOf([column], rows))
    expect(can(categories('x', ['a', 'b']))).toBe(true)
    expect(can(booleans('x', [1, 0]))).toBe(true)
    expect(can(numbers('x', [1, 0]))).toBe(false)
    expect(can(dates('x', [1, 0]))).toBe(false)
    expect(can(texts('x', ['a', 'a']))).toBe(true)
    expect(can(texts('x', words(mostTexts)), mostTexts)).toBe(true)
    expect(can(texts('x', words(mostTexts + 1)), mostTexts + 1)).toBe(false)
    const column = texts('x', words(mostTexts))
    expect(canBeWithin(column, tableOf([column], mostTexts))).toBe(true)
    expect(canBeWithin(column, tableOf([column], mostTexts))).toBe(true) // as remembered
  })

  test('the rows of each, rising, without those that are gone; kept while these stay', () => {
    const column = categories('x', ['E', '', 'W', 'E', 'W'])
    const table = tableOf([column], 5, [4, 3, 1, 0])
    const found = categoriesOf(table, 'x')
    expect(found?.names).toEqual(['', 'E', 'W'])
    expect(found?.rows.map((rows) => [...rows])).toEqual([[1], [0, 3], [4]])
    expect([...table.order]).toEqual([4, 3, 1, 0])
    expect(categoriesOf(table, 'x')).toBe(found)
    expect(categoriesOf({ ...table, order: Uint32Array.of(2) }, 'x')?.rows.map(({ length }) => length)).toEqual([0, 0, 1]) // prettier-ignore
    expect(categoriesOf(table, 'gone')).toBeNull()
    expect(categoriesOf(tableOf([numbers('x', [1])], 1), 'x')).toBeNull()
  })

  test('near is near a cut-off of one’s own category', () => {
    const table = tableOf(
      [numbers('a', [9, 8, 7, 5, 4.9, 1]), categories('r', ['E', 'E', 'E', 'W', 'W', 'W'])],
      6,
    )
    const scheme = schemeWith([criterion('a', linear)], {
      tiering: { id: 'topN', cumulative: [1, 2] },
      within: 'r',
    })
    const { within, totals } = run(table, scheme)
    expect(within?.cutoffs.map((lines) => [...lines])).toEqual([
      [Infinity, Infinity],
      [90, 80],
      [50, 49],
    ])
    expect(totals.near).toBe(4) // 90 and 80 in E, 50 and 49 in W
  })
})
