import { describe, expect, test } from 'vitest'
import { explain } from '../../../src/grading/explain.ts'
import { grade } from '../../../src/grading/grade.ts'
import { UtilityCache } from '../../../src/grading/utilityCache.ts'
import type { CriteriaGroup, Scheme } from '../../../src/scheme/scheme.ts'
import type { Table } from '../../../src/table/table.ts'
import {
  categories,
  criterion,
  numbers,
  schemeWith,
  tableOf,
} from '../../fixtures/gradingTables.ts'

const run = (table: Table, scheme: Scheme) =>
  grade(table, scheme, { overrides: new Map() }, new UtilityCache())

const fixed = { id: 'linear', worst: 0, best: 10 } as const
const group = (id: string, weight: number, cap: number | null = null): CriteriaGroup => ({
  id,
  name: id,
  weight,
  cap,
})

/** a, b in g1 (weight 60: 3 to 1), c in g2 (weight 40); utilities are the numbers ÷ 10. */
const table = tableOf(
  [
    numbers('a', [10, 5, NaN, 0, 8]),
    numbers('b', [0, 5, 10, 0, NaN]),
    numbers('c', [10, NaN, 5, 0, 2]),
  ],
  5,
)
const criteria = [
  criterion('a', { scoring: fixed, weight: 3, group: 'g1' }),
  criterion('b', { scoring: fixed, weight: 1, group: 'g1' }),
  criterion('c', { scoring: fixed, weight: 7, group: 'g2' }),
]
const scheme = (set: Partial<Scheme> = {}, caps: readonly (number | null)[] = [null, null]) =>
  schemeWith(criteria, {
    groups: [group('g1', 60, caps[0] ?? null), group('g2', 40, caps[1] ?? null)],
    ...set,
  })

describe('criteria in groups (spec §3), by hand', () => {
  test('weighted sum: shares in the group, then of the group; a group without a value is left out', () => {
    // row 0: .6·(.75·1 + .25·0) + .4·1 = .85; row 1: only g1, .5; row 2: b alone in g1, .6·1 + .4·.5 = .8;
    // row 4: a alone in g1, .6·.8 + .4·.2 = .56
    expect([...run(table, scheme()).score]).toEqual([85, 50, 80, 0, 56])
  })

  test('completeness is by shares of the whole', () => {
    const { completeness } = run(table, scheme())
    // a .45, b .15, c .4
    expect([...completeness].map((x) => Number(x.toFixed(12)))).toEqual([1, 0.6, 0.55, 1, 0.85])
  })

  test('weighted product: 100·Π u^share', () => {
    const { score } = run(table, scheme({ aggregation: { id: 'weightedProduct' } }))
    // row 0: b at 0 counts as .01 with share .15
    expect(score[0]).toBeCloseTo(100 * 0.01 ** 0.15, 8)
    expect(score[2]).toBeCloseTo(100 * 0.5 ** 0.4, 8)
    expect(score[4]).toBeCloseTo(100 * 0.8 ** 0.6 * 0.2 ** 0.4, 8)
  })

  test('TOPSIS: the shares of the row weigh the distances', () => {
    const { score } = run(table, scheme({ aggregation: { id: 'topsis' } }))
    const closeness = (pairs: readonly (readonly [number, number])[]) => {
      const root = (of: (u: number) => number) =>
        Math.sqrt(pairs.reduce((sum, [share, u]) => sum + (share * of(u)) ** 2, 0))
      const down = root((u) => u)
      return (100 * down) / (down + root((u) => 1 - u))
    }
    expect(score[0]).toBeCloseTo(closeness([[0.45, 1], [0.15, 0], [0.4, 1]]), 8) // prettier-ignore
    expect(score[1]).toBeCloseTo(closeness([[0.75, 0.5], [0.25, 0.5]]), 8) // prettier-ignore
    expect(score[4]).toBeCloseTo(closeness([[0.6, 0.8], [0.4, 0.2]]), 8) // prettier-ignore
  })

  test('a cap takes what a group has beyond it, and says so in a line of its own', () => {
    const capped = scheme({}, [30, null])
    const result = run(table, capped)
    // g1: 45, 50, 60, 0, 48 points before its cap of 30; g2: 40, –, 20, 0, 8
    expect([...result.score]).toEqual([70, 30, 50, 0, 38])
    const { extras, lines, score } = explain(table, capped, result, new Map(), 2)
    expect(extras).toEqual([{ kind: 'groupCap', group: 'g1', points: -30, shownPoints: -30 }])
    const sum = [...lines, ...extras].reduce((all, { points }) => all + points, 0)
    expect(Math.abs(sum - score)).toBeLessThan(1e-9)
    expect(explain(table, capped, result, new Map(), 3).extras).toEqual([])
  })

  test('the nearest step knows that a capped group gives no more', () => {
    const capped = scheme({ tiering: { id: 'cutoffs', cutoffs: [70, 34] } }, [30, null])
    const result = run(table, capped)
    // row 4: 30 + .4·u_c·100 ≥ 70 only with c at 10; a cannot lift it
    expect(explain(table, capped, result, new Map(), 4).nearest).toEqual({
      criterion: 'k_c',
      from: 2,
      to: 10,
    })
  })

  test('caps rest where points are not added', () => {
    for (const id of ['weightedProduct', 'topsis'] as const) {
      const [plain, capped] = [
        scheme({ aggregation: { id } }),
        scheme({ aggregation: { id } }, [1, 1]),
      ]
      expect(run(table, capped).score).toEqual(run(table, plain).score)
      expect(explain(table, capped, run(table, capped), new Map(), 0).extras).toEqual([])
    }
  })

  test('one group, or groups that weigh what their criteria weigh, score as no groups do', () => {
    const { score } = run(table, schemeWith(criteria))
    expect(run(table, schemeWith(criteria, { groups: [group('g1', 5)] })).score).toEqual(score)
    const same = run(table, schemeWith(criteria, { groups: [group('g1', 4), group('g2', 7)] }))
    expect(same.score[0]).toBeCloseTo(score[0] as number, 9)
  })

  test('groups of weight 0 give nobody a grade', () => {
    const none = schemeWith(criteria, { groups: [group('g1', 0), group('g2', 0)] })
    for (const id of ['weightedSum', 'weightedProduct', 'topsis'] as const) {
      const result = run(table, { ...none, aggregation: { id } })
      expect([...result.score].every(Number.isNaN)).toBe(true)
      expect(result.issues.map(({ code }) => code)).toContain('scheme.noWeight')
    }
  })
})

describe('tiers by a matrix (spec §4), by hand', () => {
  const matrix = {
    id: 'matrix',
    axes: [
      { of: 'group', group: 'g1', cutoffs: [70, 40] },
      { of: 'column', column: 'c', better: 'lower', cutoffs: [2, 5] },
    ],
    cells: [
      [0, 0, 1],
      [0, 1, 2],
      [1, 2, 2],
    ],
  } as const

  test('the cell of both classes; without a value the lowest class, which is said', () => {
    const result = run(table, scheme({ tiering: matrix }))
    // g1 alone: 75, 50, 100, 0, 80 → classes 0 1 0 2 0; c: 10 – 5 0 2, fewer is better → 2 2 1 0 0
    expect([...result.computed]).toEqual([1, 2, 0, 1, 0])
    expect([...result.score]).toEqual([85, 50, 80, 0, 56])
    expect(result.cutoffs).toHaveLength(0)
    expect(result.issues).toContainEqual({
      code: 'tiering.axisWithoutValue',
      level: 'info',
      detail: { axis: 'c', count: 1 },
    })
  })

  test('the explanation names the cell and what each side alone would need', () => {
    const whole = scheme({ tiering: matrix })
    const { cell } = explain(table, whole, run(table, whole), new Map(), 0)
    expect(cell?.sides.map(({ at, classes, value }) => [at, classes, value])).toEqual([
      [0, 3, 75],
      [2, 3, 10],
    ])
    expect(cell?.steps).toEqual([{ side: 1, needed: 5, tier: 'a' }])
    expect(explain(table, whole, run(table, whole), new Map(), 4).cell?.steps).toEqual([])
  })

  test('a side that is gone puts everybody in its lowest class, with an error', () => {
    const gone = { ...matrix, axes: [{ ...matrix.axes[0], group: 'x' }, matrix.axes[1]] } as const
    const result = run(table, scheme({ tiering: gone }))
    expect([...result.computed]).toEqual([2, 2, 2, 1, 1])
    expect(result.issues.map(({ code }) => code)).toContain('tiering.axisGone')
  })
})

describe('tiers within a column (spec §4), by hand', () => {
  const list = tableOf(
    [
      numbers('s', [9, 8, 7, 6, 9, 1, 5, NaN]),
      numbers('value', [100, 50, 50, 10, NaN, 5, 1, 999]),
      categories('region', ['E', 'E', 'E', 'E', 'W', 'W', '', 'E']),
    ],
    8,
  )
  const own = (tiering: Scheme['tiering'], set: Partial<Scheme> = {}) =>
    run(
      list,
      schemeWith([criterion('s', { scoring: fixed })], {
        tiering,
        within: 'region',
        valueColumn: 'value',
        ...set,
      }),
    )

  test('quota: each region has its best quarter; a missing region is one of its own', () => {
    const { computed, within, cutoffs } = own({ id: 'quota', cumulative: [2500, 5000, 10_000] })
    // E: 4 graded → 1, 2; W: 2 graded → ⌈.5⌉ = 1, 1; without: 1 → 1
    expect([...computed]).toEqual([0, 1, 2, 2, 0, 2, 0, 255])
    expect(cutoffs).toHaveLength(0)
    expect(within?.names).toEqual(['', 'E', 'W'])
    expect([...(within?.cutoffs[1] ?? [])]).toEqual([90, 80])
  })

  test('topN: so many of each region', () => {
    expect([...own({ id: 'topN', cumulative: [1, 3] }).computed]).toEqual([
      0, 1, 1, 2, 0, 1, 0, 255,
    ])
  })

  test('value share: of the value of the region, ties together', () => {
    // E: 100 of 210 (held 0), then 100/210 = 47.6 %, then 200/210; W: 5 holds all, the missing one counts as 0
    const { computed } = own({ id: 'valueShare', column: null, cumulative: [4000, 9000, 10_000] })
    expect([...computed]).toEqual([0, 1, 1, 2, 2, 0, 0, 255])
  })

  test('natural breaks: each region its own', () => {
    const tiers = ['A', 'B'].map((name) => ({ id: name, name, label: '' }))
    const { computed } = own({ id: 'naturalBreaks' }, { tiers })
    expect([...computed]).toEqual([0, 0, 1, 1, 0, 1, 0, 255]) // E: 90 80 | 70 60, W: 90 | 10
  })

  test('cut-offs are the same within or together', () => {
    const { computed, within } = own({ id: 'cutoffs', cutoffs: [85, 65] })
    expect([...computed]).toEqual([0, 1, 1, 2, 0, 2, 2, 255])
    expect(within).toBeNull()
  })

  test('a customer is held against the lines of its own region', () => {
    const scheme = schemeWith([criterion('s', { scoring: fixed })], {
      tiering: { id: 'quota', cumulative: [2500, 5000, 10_000] },
      within: 'region',
    })
    const told = explain(list, scheme, run(list, scheme), new Map(), 2)
    expect(told.toNext).toEqual({ tier: 'b', points: 10 })
    expect(told.category).toEqual({ column: 'region', name: 'E', graded: 4, rank: 3 })
    expect(run(list, scheme).totals.near).toBe(4) // those who are on a line themselves
  })

  test('a column that is gone is said, and all are graded together', () => {
    const scheme = schemeWith([criterion('s', { scoring: fixed })], {
      tiering: { id: 'topN', cumulative: [1, 3] },
      within: 'gone',
    })
    const { computed, issues } = run(list, scheme)
    expect([...computed]).toEqual([0, 1, 2, 2, 0, 2, 2, 255])
    expect(issues.map(({ code }) => code)).toContain('tiering.withinGone')
  })

  test('deleted rows and another order change nothing', () => {
    const tiering = { id: 'quota', cumulative: [2500, 5000, 10_000] } as const
    const scheme = schemeWith([criterion('s', { scoring: fixed })], { tiering, within: 'region' })
    const turned = { ...list, order: Uint32Array.of(6, 4, 3, 2, 1, 0) }
    // W lost its weaker customer, E has the same four
    expect([...run(turned, scheme).computed]).toEqual([0, 1, 2, 2, 0, 255, 0, 255])
  })
})
