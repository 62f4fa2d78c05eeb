import { describe, expect, test } from 'vitest'
import { grade } from '../../../src/grading/grade.ts'
import { createScratch } from '../../../src/grading/scratch.ts'
import type { Override } from '../../../src/grading/result.ts'
import { UtilityCache } from '../../../src/grading/utilityCache.ts'
import type { MissingPolicy, Scheme } from '../../../src/scheme/scheme.ts'
import type { Table } from '../../../src/table/table.ts'
import {
  criterion,
  dates,
  numbers,
  schemeWith,
  tableOf,
  texts,
} from '../../fixtures/gradingTables.ts'

const run = (table: Table, scheme: Scheme, overrides = new Map<string, Override>()) =>
  grade(table, scheme, { overrides }, new UtilityCache())
const byHand = (tier: string, expires: string | null = null): Override => ({
  tier,
  reason: '',
  by: '',
  at: '2026-11-01T00:00:00Z',
  expires,
})

describe('missing values (spec §2)', () => {
  // a: 0, 50, 100 % of its range and one gap; b: always full. Weights 3 : 1.
  const table = tableOf([numbers('a', [0, 5, 10, NaN]), numbers('b', [7, 7, 7, 7])], 4)
  const scores = (missing: MissingPolicy) => {
    const scheme = schemeWith([
      criterion('a', { weight: 3, missing }),
      criterion('b', { weight: 1, scoring: { id: 'linear', worst: 0, best: 7 } }),
    ])
    return run(table, scheme)
  }

  test('reweight: the others share its weight', () => {
    expect([...scores({ id: 'reweight' }).score]).toEqual([25, 62.5, 100, 100])
  })

  test('fixed: the given utility counts, but not as present', () => {
    const { score, completeness } = scores({ id: 'fixed', utility: 0.2 })
    expect(score[3]).toBe(40) // 75 · 0.2 + 25
    expect([...completeness]).toEqual([1, 1, 1, 0.25])
  })

  test('median: the middle utility of the column counts, but not as present', () => {
    const { score, completeness } = scores({ id: 'median' })
    expect(score[3]).toBe(62.5) // 75 · 0.5 + 25
    expect(completeness[3]).toBe(0.25)
  })

  test('ungraded: no grade for whoever lacks it', () => {
    const { score, computed, totals } = scores({ id: 'ungraded' })
    expect(score[3]).toBeNaN()
    expect(computed[3]).toBe(255)
    expect([totals.graded, totals.ungraded]).toEqual([3, 1])
  })

  test('nobody is graded by filled-in values alone', () => {
    const lonely = tableOf([numbers('a', [1, 2, NaN])], 3)
    const scheme = schemeWith([criterion('a', { missing: { id: 'fixed', utility: 1 } })])
    expect([...run(lonely, scheme).score]).toEqual([0, 100, NaN])
  })

  test('weights of 0 grade nobody and say so', () => {
    const result = run(table, schemeWith([criterion('a', { weight: 0 })]))
    expect(result.totals).toMatchObject({ graded: 0, ungraded: 4 })
    expect(result.issues.map(({ code }) => code)).toContain('scheme.noWeight')
  })

  test('a column that is gone leaves its criterion out and lowers completeness', () => {
    const scheme = schemeWith([
      criterion('b', { scoring: { id: 'linear', worst: 0, best: 14 } }),
      criterion('gone', { missing: { id: 'ungraded' } }),
    ])
    const { score, completeness, issues } = run(table, scheme)
    expect([score[0], completeness[0]]).toEqual([50, 0.5])
    expect(issues.map(({ code }) => code)).toContain('criterion.columnMissing')
  })
})

test('a disabled criterion takes no part', () => {
  const table = tableOf([numbers('a', [0, 10]), numbers('b', [10, 0])], 2)
  const scheme = schemeWith([criterion('a'), criterion('b', { enabled: false, weight: 9 })])
  const { score, utilities } = run(table, scheme)
  expect([...score]).toEqual([0, 100])
  expect(utilities).toHaveLength(1)
})

test('a date is scored as days before the as-of date: 2026-11-20 and 2026-11-11 against 0 to 20 days', () => {
  const table = tableOf([dates('last', [20_777, 20_768])], 2)
  const scoring = { id: 'linear', worst: 20, best: 0 } as const
  expect([...run(table, schemeWith([criterion('last', { scoring })])).score]).toEqual([95, 50])
})

test('deleted rows neither count nor set the ends', () => {
  const table = tableOf([numbers('a', [0, 5, 1000])], 3, [0, 1])
  const { score, totals, completeness } = run(table, schemeWith([criterion('a')]))
  expect([...score]).toEqual([0, 100, NaN])
  expect([...completeness]).toEqual([1, 1, NaN])
  expect([totals.graded, totals.ungraded]).toEqual([2, 0])
})

describe('tiers', () => {
  const scored = (values: readonly number[], set: Partial<Scheme>) =>
    run(
      tableOf(
        [
          numbers('a', values),
          numbers(
            'money',
            values.map((v) => v * 10),
          ),
        ],
        values.length,
      ),
      schemeWith([criterion('a', { scoring: { id: 'linear', worst: 0, best: 100 } })], set),
    )

  test('a score that equals a cut-off is in the better tier', () => {
    const { computed } = scored([60, 59.999999999, 40, 39.9, 100, 0], {})
    expect([...computed]).toEqual([0, 1, 1, 2, 0, 2])
  })

  test('quota rounds up, and one customer alone is in the first tier (spec §4)', () => {
    const tiering = { id: 'quota', cumulative: [1000, 3000, 10_000] } as const
    expect([...scored([5], { tiering }).computed]).toEqual([0])
    // n = 11: P·n = 11000, 33000 > 10000·b → b ≤ 1 in A, b ≤ 3 in B
    const eleven = scored([11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1], { tiering })
    expect([...eleven.computed]).toEqual([0, 0, 1, 1, 2, 2, 2, 2, 2, 2, 2])
    expect([...eleven.cutoffs]).toEqual([10, 8])
  })

  test('quota: a tie over an edge is wholly in the better tier', () => {
    const tiering = { id: 'quota', cumulative: [2500, 5000, 10_000] } as const
    expect([...scored([9, 5, 5, 5], { tiering }).computed]).toEqual([0, 1, 1, 1])
    expect([...scored([5, 5, 5, 5], { tiering }).computed]).toEqual([0, 0, 0, 0])
  })

  test('quota: a share of nothing lets nobody in', () => {
    const tiering = { id: 'quota', cumulative: [0, 5000, 10_000] } as const
    expect([...scored([3, 2], { tiering }).computed]).toEqual([1, 2])
  })

  test('totals count, share and sum by tier; the last bin holds 100 too', () => {
    const { totals } = scored([100, 99.5, 60.5, 41, 10], { valueColumn: 'money' })
    expect(totals.tiers.map(({ count }) => count)).toEqual([3, 1, 1])
    expect(totals.tiers.map(({ share }) => share)).toEqual([0.6, 0.2, 0.2])
    expect(totals.tiers.map(({ value }) => value)).toEqual([2600, 410, 100])
    expect(totals.valueTotal).toBe(3110)
    expect(totals.histogram[99]).toBe(2)
    expect(totals.histogramByTier[0 * 100 + 60]).toBe(1)
    expect(totals.near).toBe(2) // 60.5 and 41
    expect(totals.scoreMean).toBeCloseTo(62.2, 12)
  })
})

describe('overrides', () => {
  const table = tableOf(
    [texts('id', ['K1', 'K2', '', 'K2'], { role: 'key' }), numbers('a', [0, 50, 100, NaN])],
    4,
  )
  const scheme = schemeWith([criterion('a')])

  test('beat the computed tier, which is kept; a shared key names all its rows', () => {
    const overrides = new Map([
      ['K2', byHand('a')],
      ['#2', byHand('c')],
    ])
    const result = run(table, scheme, overrides)
    expect([...result.computed]).toEqual([2, 1, 0, 255])
    expect([...result.final]).toEqual([2, 0, 2, 0])
    expect(result.settled).toBe(result.computed)
    expect(result.totals).toMatchObject({ graded: 4, ungraded: 0, overridden: 3 })
  })

  test('hold to the end of their last day', () => {
    const on = (expires: string) =>
      run(table, scheme, new Map([['K1', byHand('a', expires)]])).final[0]
    expect(on('2026-11-21')).toBe(0)
    expect(on('2026-11-20')).toBe(2)
  })

  test('of unknown customers and of tiers that are gone are reported', () => {
    const { issues } = run(
      table,
      scheme,
      new Map([
        ['nobody', byHand('a')],
        ['K1', byHand('z')],
      ]),
    )
    expect(issues.map(({ code, detail }) => [code, detail['count']])).toEqual([
      ['override.unknownCustomer', 1],
      ['override.tierGone', 1],
    ])
  })
})

describe('the cache', () => {
  const table = tableOf([numbers('a', [1, 2, 3]), dates('d', [1, 2, 3])], 3)

  test('weights, names and tiers compute no utilities anew; column, scoring and rows do', () => {
    const cache = new UtilityCache()
    const get = (set = {}, of = table) => cache.get(criterion('a', set), of, '2026-01-01').values
    const first = get()
    expect(get({ weight: 9, name: 'other', id: 'k_other' })).toBe(first)
    expect(get({ direction: 'lower' })).not.toBe(first)
    expect(get({ missing: { id: 'median' } })).not.toBe(first)
    expect(get({}, { ...table, order: table.order.slice(1) })).not.toBe(first)
    const [a, d] = table.columns
    if (!a || !d) throw new Error('no columns')
    expect(get({}, { ...table, columns: [{ ...a, revision: 2 }, d] })).not.toBe(first)
  })

  test('the as-of date matters to dates only', () => {
    const cache = new UtilityCache()
    const get = (column: string, asOf: string) => cache.get(criterion(column), table, asOf).values
    expect(get('a', '2026-01-02')).toBe(get('a', '2026-01-01'))
    expect(get('d', '2026-01-02')).not.toBe(get('d', '2026-01-01'))
  })

  test('drops the longest unused beyond its bytes', () => {
    const cache = new UtilityCache(60) // two of 27 bytes
    const a = cache.get(criterion('a'), table, '2026-01-01').values
    cache.get(criterion('d'), table, '2026-01-01')
    cache.get(criterion('a', { direction: 'lower' }), table, '2026-01-01')
    expect(cache.get(criterion('a'), table, '2026-01-01').values).not.toBe(a)
  })
})

test('scratch arrays are written into again and give the same grades', () => {
  const table = tableOf([numbers('a', [3, 1, NaN, 2])], 4)
  const scratch = createScratch()
  const scheme = schemeWith([criterion('a')])
  const first = grade(table, scheme, { overrides: new Map() }, new UtilityCache(), scratch)
  const kept = first.score.slice()
  const again = grade(table, scheme, { overrides: new Map() }, new UtilityCache(), scratch)
  expect(again.score).toBe(first.score)
  expect(again.score).toEqual(kept)
})
