import { describe, expect, test } from 'vitest'
import type { Tiering } from '../../../src/scheme/scheme.ts'
import { tierings } from '../../../src/scheme/tiering/index.ts'
import { numbers } from '../../fixtures/gradingTables.ts'

/** Lists of the methods as people edit them; expectations by hand from spec/grading.md §4 and the docstrings. */

const start = (id: Tiering['id'], tiers: number) => tierings.get(id).defaults(tiers)
const more = (tiering: Tiering) => tierings.get(tiering.id).withTier(tiering)
const fewer = (tiering: Tiering, at: number) => tierings.get(tiering.id).withoutTier(tiering, at)
const tidied = (tiering: Tiering, tiers: number) => tierings.get(tiering.id).tidied(tiering, tiers)
const doubts = (tiering: Tiering, tiers: number) => tierings.get(tiering.id).doubts(tiering, tiers)
const quota = (...cumulative: number[]): Tiering => ({ id: 'quota', cumulative })
const topN = (...cumulative: number[]): Tiering => ({ id: 'topN', cumulative })
const cutoffs = (...list: number[]): Tiering => ({ id: 'cutoffs', cutoffs: list })
const abc = (...cumulative: number[]): Tiering => ({ id: 'valueShare', column: 'v', cumulative })

describe('what a method begins with', () => {
  test('cut-offs in even steps down from 80: 80 60 40 for four tiers, 80 53 for three', () => {
    expect(start('cutoffs', 5)).toEqual(cutoffs(80, 64, 48, 32))
    expect(start('cutoffs', 4)).toEqual(cutoffs(80, 60, 40))
    expect(start('cutoffs', 3)).toEqual(cutoffs(80, 53))
  })

  test('shares grow as 1 : 2 : 3, the last takes all', () => {
    expect(start('quota', 4)).toEqual(quota(1000, 3000, 6000, 10_000))
    expect(start('quota', 2)).toEqual(quota(3300, 10_000))
    expect(start('topN', 4)).toEqual(topN(10, 30, 60))
  })

  test('80 95 100 % of the value for three tiers, else half of what is left each', () => {
    const none = { id: 'valueShare', column: null }
    expect(start('valueShare', 3)).toEqual({ ...none, cumulative: [8000, 9500, 10_000] })
    expect(start('valueShare', 4)).toEqual({ ...none, cumulative: [8000, 9000, 9500, 10_000] })
    expect(start('naturalBreaks', 4)).toEqual({ id: 'naturalBreaks' })
  })
})

describe('a tier more', () => {
  test('takes half of what the last one had, or as many as the tier above', () => {
    expect(more(quota(1000, 3000, 10_000))).toEqual(quota(1000, 3000, 6500, 10_000))
    expect(more(abc(10_000))).toEqual(abc(5000, 10_000))
    expect(more(topN(10, 30))).toEqual(topN(10, 30, 50))
    expect(more(topN(4))).toEqual(topN(4, 8))
    expect(more(topN(7, 7))).toEqual(topN(7, 7, 8)) // one at least
    expect(more(cutoffs(60, 25))).toEqual(cutoffs(60, 25, 12.5))
    expect(more(cutoffs())).toEqual(cutoffs(40)) // as if the one above began at 80
  })
})

describe('a tier fewer', () => {
  test('of the list goes its own line; the last one rises to the one above', () => {
    expect([0, 1, 2].map((at) => fewer(topN(1, 2), at))).toEqual([topN(2), topN(1), topN(1)])
    expect([0, 1, 2].map((at) => fewer(cutoffs(9, 5), at))).toEqual([
      cutoffs(5),
      cutoffs(9),
      cutoffs(9),
    ])
    expect([0, 1, 2].map((at) => fewer(abc(1, 2, 10_000), at))).toEqual([
      abc(2, 10_000),
      abc(1, 10_000),
      abc(1, 10_000),
    ])
  })
})

describe('a list as it is stored', () => {
  test('holds whole hundredths of a percent, whole customers, tenths of a point, within limits', () => {
    expect(tidied(quota(-5, 3000.4, 7), 3)).toEqual(quota(0, 3000, 10_000))
    expect(tidied(quota(20_000, 1, 1), 3)).toEqual(quota(10_000, 1, 10_000))
    expect(tidied(abc(0.5, 1, 2), 3)).toEqual(abc(1, 1, 10_000))
    expect(tidied(topN(-3, 2.5, 1e12), 4)).toEqual(topN(0, 3, 1e9))
    expect(tidied(cutoffs(-1, 33.333, 100.06), 4)).toEqual(cutoffs(0, 33.3, 100))
  })

  test('is refused with another length, or where any of it is no number', () => {
    for (const list of [topN(1), topN(1, 2, 3), topN(1, NaN), topN(Infinity, 2)])
      expect(tidied(list, 3)).toBeNull()
    for (const list of [quota(1, 2), quota(1, NaN, 3), abc(NaN, 2, 3)])
      expect(tidied(list, 3)).toBeNull()
    for (const list of [cutoffs(1), cutoffs(1, NaN), cutoffs(-Infinity, 2)])
      expect(tidied(list, 3)).toBeNull()
  })
})

describe('doubts', () => {
  test('name tiers that begin too early, and those that add nobody', () => {
    expect(doubts(quota(1000, 900, 10_000), 3)).toEqual({ crossed: [1], unreachable: [] })
    expect(doubts(quota(0, 900, 10_000), 3)).toEqual({ crossed: [], unreachable: [0] })
    expect(doubts(topN(3, 3), 3)).toEqual({ crossed: [], unreachable: [1] })
    expect(doubts(quota(-1, 900, 10_000), 3).crossed).toEqual([])
  })

  test('of cut-offs: above 100 nobody is, exactly 100 somebody may be, below 0 nobody is left', () => {
    expect(doubts(cutoffs(100, 50), 3)).toEqual({ crossed: [], unreachable: [] })
    expect(doubts(cutoffs(100.5, 50), 3)).toEqual({ crossed: [], unreachable: [0] })
    expect(doubts(cutoffs(50, 50), 3)).toEqual({ crossed: [], unreachable: [1] })
    expect(doubts(cutoffs(50, 0), 3)).toEqual({ crossed: [], unreachable: [2] })
    expect(doubts(cutoffs(40, 60), 3).crossed).toEqual([1])
  })
})

/** What is told beside the lines; value columns by id. */
const told = (tiering: Tiering, score: readonly number[], values?: readonly number[]) => {
  const column = values && numbers('v', values, { name: '金额' })
  const part = tierings.get(tiering.id)
  return part.lines(tiering, {
    score: Float64Array.from(score),
    tiers: 3,
    column: (id) => (id === 'v' ? (column ?? null) : null),
  })
}

describe('what is told', () => {
  test('topN: how many more than its count a tier let in, the most of any; a count of 0 lets in none', () => {
    const ties = (count: number) => [
      { code: 'tiering.tiesAtEdge', level: 'info', detail: { count } },
    ]
    expect(told(topN(1, 3), [9, 8, 7, 6]).issues).toEqual([])
    expect(told(topN(1, 3), [9, 9, 9, 6]).issues).toEqual(ties(2))
    expect(told(topN(1, 3), [9, 9, 7, 7]).issues).toEqual(ties(1))
    expect(told(topN(1, 2), [9, 9, 9, NaN, 9, 1]).issues).toEqual(ties(3))
    expect(told(topN(0, 2), [9, 9, 8]).issues).toEqual([])
    expect(told(topN(50, 60), [9, 9]).issues).toEqual([])
  })

  test('ABC: whose value counts as 0, of the graded; or that nobody has any', () => {
    const zero = (count: number) => [
      {
        code: 'tiering.valuesAsZero',
        level: 'info',
        detail: { column: '金额', count },
        about: 'v',
      },
    ]
    expect(told(abc(8000, 9500, 10_000), [5, 5, 5], [1, 2, 3]).issues).toEqual([])
    expect(told(abc(8000, 9500, 10_000), [5, 5, 5], [1, -2, NaN]).issues).toEqual(zero(2))
    expect(told(abc(8000, 9500, 10_000), [5, NaN, 5], [1, -2, 0]).issues).toEqual(zero(1))
    expect(told(abc(8000, 9500, 10_000), [NaN, 5], [0, 3]).issues).toEqual([])
    expect(told(abc(8000, 9500, 10_000), [NaN, NaN], [0, 3]).issues).toEqual([])
    const none = told(abc(8000, 9500, 10_000), [5, 5], [0, -1])
    expect(none.issues).toEqual([
      { code: 'tiering.noValue', level: 'warning', detail: { column: '金额' }, about: 'v' },
    ])
    expect([...none.cutoffs]).toEqual([Infinity, Infinity])
  })

  test('ABC without its column: everybody in the last tier, and why', () => {
    const { measure, cutoffs: lines, issues } = told(abc(8000, 9500, 10_000), [5, NaN])
    expect(issues).toEqual([{ code: 'tiering.valueColumnMissing', level: 'error', detail: {} }])
    expect([...measure]).toEqual([0, NaN])
    expect([...lines]).toEqual([Infinity, Infinity])
  })

  test('the lines alone, where there is nothing to tell', () => {
    for (const tiering of [cutoffs(60, 40), quota(1000, 3000, 10_000), start('naturalBreaks', 3)])
      expect(told(tiering, [9, 9, 3]).issues).toEqual([])
  })
})

test('of ABC only graded customers hold the value: 60 + 30 + 10, the ungraded 900 aside', () => {
  const { cutoffs: lines } = told(abc(6000, 9000, 10_000), [1, 1, 1, NaN], [60, 30, 10, 900])
  expect([...lines]).toEqual([60, 30]) // 0 % and 60 % are held above them: 60 % is not below 60 %
})

test('breaks: fewer different scores than tiers take tiers from the best down (spec §4)', () => {
  expect([...told(start('naturalBreaks', 3), [50, 50, 20]).cutoffs]).toEqual([50, 20])
  expect([...told(start('naturalBreaks', 3), [50]).cutoffs]).toEqual([50, 50])
  expect([...told(start('naturalBreaks', 3), [NaN]).cutoffs]).toEqual([Infinity, Infinity])
})
