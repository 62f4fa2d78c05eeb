import { describe, expect, test } from 'vitest'
import { grade } from '../../../src/grading/grade.ts'
import { pendingOf, reviewOf } from '../../../src/grading/stability.ts'
import {
  type ReferenceEntry,
  type ReferenceRow,
  referenceTable,
} from '../../../src/grading/reference.ts'
import { UtilityCache } from '../../../src/grading/utilityCache.ts'
import { dayOf } from '../../../src/scheme/day.ts'
import type { Scheme, Stability, Tiering } from '../../../src/scheme/scheme.ts'
import { criterion, numbers, schemeWith, tableOf, texts } from '../../fixtures/gradingTables.ts'

/** Tiers A ≥ 80, B ≥ 60, C ≥ 40, D; the score is the column itself. */
const cutoffs: Tiering = { id: 'cutoffs', cutoffs: [80, 60, 40] }
const scored = [criterion('score', { scoring: { id: 'linear', worst: 0, best: 100 } })]
const letters = ['a', 'b', 'c', 'd']
const day = (date: string) => dayOf(date)

const scheme = (stability: readonly Stability[], set: Partial<Scheme> = {}): Scheme =>
  schemeWith(scored, {
    tiering: cutoffs,
    tiers: ['A', 'B', 'C', 'D'].map((name) => ({ id: name.toLowerCase(), name, label: '' })),
    asOf: '2026-06-30',
    stability,
    ...set,
  })

const entry = (tier: string | null, more: Partial<ReferenceEntry> = {}): ReferenceEntry => ({
  tier,
  since: NaN,
  pending: null,
  reviews: 0,
  ...more,
})

/** Customers k0, k1 … with these scores, and what is known of each; undefined = new. */
function review(
  scores: readonly number[],
  known: readonly (ReferenceEntry | undefined)[],
  given: Scheme,
  reviewed = NaN,
) {
  const keys = scores.map((_, at) => `k${at}`)
  const table = tableOf([texts('id', keys, { role: 'key' }), numbers('score', scores)], keys.length)
  const list = { ...table, key: 'id' }
  const rows = known.flatMap((now, at): ReferenceRow[] => (now ? [{ key: `k${at}`, now }] : []))
  const reference = referenceTable(rows, { origin: 'file', name: 'x.csv', reviewed })
  const result = grade(list, given, { overrides: new Map(), reference }, new UtilityCache())
  const graded = { ...result, cutoffsOf: () => result.cutoffs }
  return {
    result,
    settled: [...result.settled].map((tier) => letters[tier] ?? '-').join(''),
    pending: keys.map((_, row) => {
      const made = reviewOf(list, given, reference, graded) ?? expect.fail()
      const found = pendingOf(given, made, result.settled[row] ?? 255, row)
      return found && `${letters[found.tier] ?? '-'}${found.reviews}`
    }),
    codes: result.issues.map(({ code }) => code),
  }
}

describe('buffer (spec §5: up to the best tier with cut-off + buffer ≤ score; down only below own cut-off − buffer)', () => {
  const two = scheme([{ id: 'buffer', points: 2 }])

  test('rises only from cut-off + points on', () => {
    const b = entry('b')
    expect(review([81.9, 82, 79, 60, 58], [b, b, b, b, b], two).settled).toBe('babbb')
  })

  test('falls only below its own cut-off − points, then to the computed tier', () => {
    const a = entry('a')
    // 78 stays (not below 78); 77.9 falls to B; 30 falls to D
    expect(review([78, 77.9, 30, 80], [a, a, a, a], two).settled).toBe('abda')
  })

  test('rises past several tiers to the best whose band is passed', () => {
    const d = entry('d')
    // 81: above A by 1 only, above B by 21 → B; 61 above B by 1, above C by 21 → C; 41 stays
    expect(review([81, 61, 41, 100], [d, d, d, d], two).settled).toBe('bcda')
  })

  test('sums are snapped: 80.1 + 2 is reached by 82.1, and 60.3 − 0.1 is not below 60.2', () => {
    const given = scheme([{ id: 'buffer', points: 2 }], {
      tiering: { id: 'cutoffs', cutoffs: [80.1, 60.3, 40] },
    })
    expect(review([82.1], [entry('b')], given).settled).toBe('a')
    const tenth = { ...given, stability: [{ id: 'buffer', points: 0.1 } as const] }
    expect(review([60.2], [entry('b')], tenth).settled).toBe('b')
  })

  test('takes this review’s effective cut-offs where tiers go by share: the lowest score in the tier', () => {
    const quota = scheme([{ id: 'buffer', points: 5 }], {
      tiering: { id: 'quota', cumulative: [2500, 5000, 7500, 10000] },
    })
    // one in each tier: cut-offs 90, 88, 50; k1 was A: 88 ≥ 90 − 5 stays in A; k0 was B: 90 < 90 + 5 stays in B
    const { settled, codes } = review(
      [90, 88, 50, 10],
      [entry('b'), entry('a'), entry('c'), entry('d')],
      quota,
    )
    expect(settled).toBe('bacd')
    expect(codes).not.toContain('stability.overQuota')
  })

  test('says how many a tier holds beyond its share', () => {
    const quota = scheme([{ id: 'buffer', points: 5 }], {
      tiering: { id: 'quota', cumulative: [2500, 5000, 7500, 10000] },
    })
    const { settled, result } = review(
      [90, 88, 50, 10],
      [entry('a'), entry('a'), entry('c'), entry('d')],
      quota,
    )
    expect(settled).toBe('aacd')
    expect(result.issues).toContainEqual({
      code: 'stability.overQuota',
      level: 'info',
      detail: { tier: 'A', count: 1 },
    })
  })

  test('rests where tiers follow no lasting cut-offs, and says so', () => {
    const breaks = scheme([{ id: 'buffer', points: 50 }], { tiering: { id: 'naturalBreaks' } })
    const { settled, codes, result } = review([95, 70, 50, 10], Array(4).fill(entry('d')), breaks)
    expect(settled).toBe([...result.computed].map((tier) => letters[tier]).join(''))
    expect(codes).toContain('stability.bufferRests')
  })
})

describe('one step', () => {
  const one = scheme([{ id: 'oneStep' }])
  test('at most one tier up or down', () => {
    const known = [entry('d'), entry('a'), entry('b'), entry('b')]
    expect(review([100, 0, 85, 0], known, one).settled).toBe('cbac')
  })
})

describe('minimum stay', () => {
  const known = (tier: string, since: string) => entry(tier, { since: day(since) })
  test('holds a fall until so many days have passed; rises are free', () => {
    const stay = scheme([{ id: 'minimumStay', days: 90, onlyDown: true }])
    // as-of 2026-06-30: 2026-04-01 is 90 days ago, 04-02 is 89
    const { settled } = review(
      [50, 50, 90],
      [known('a', '2026-04-01'), known('a', '2026-04-02'), known('b', '2026-06-29')],
      stay,
    )
    expect(settled).toBe('caa')
  })

  test('holds both ways where it is asked to', () => {
    const stay = scheme([{ id: 'minimumStay', days: 90, onlyDown: false }])
    expect(
      review([90, 90], [known('b', '2026-06-29'), known('b', '2026-01-01')], stay).settled,
    ).toBe('ba')
  })

  test('an unknown beginning holds nobody, and is said', () => {
    const stay = scheme([{ id: 'minimumStay', days: 90, onlyDown: true }])
    const { settled, codes } = review([50], [entry('a')], stay)
    expect(settled).toBe('c')
    expect(codes).toContain('stability.sinceUnknown')
  })
})

describe('reviews in a row', () => {
  const three = scheme([{ id: 'reviews', count: 3 }])
  const on = (tier: string, reviews: number) => entry('b', { pending: tier, reviews })

  test('moves at the third review on the same side, whatever the tier; a change of side begins anew', () => {
    const { settled, pending } = review(
      [90, 90, 90, 50, 50, 70],
      [entry('b'), on('a', 1), on('a', 2), on('a', 2), on('d', 2), on('c', 2)],
      three,
    )
    expect(settled).toBe('bbabcb')
    expect(pending).toEqual(['a1', 'a2', null, 'c1', null, null])
  })

  test('a review on the day of the reference is counted there already', () => {
    const { settled, pending } = review([90], [on('a', 2)], three, day('2026-06-30'))
    expect([settled, pending]).toEqual(['b', ['a2']])
  })

  test('reads the tier that the buffer leaves: within the band nothing is pending', () => {
    const both = scheme([
      { id: 'buffer', points: 2 },
      { id: 'reviews', count: 3 },
    ])
    // 81 is A by score, but the buffer keeps it in B: no review towards A
    expect(review([81, 83], [on('a', 2), on('a', 1)], both)).toMatchObject({
      settled: 'bb',
      pending: [null, 'a2'],
    })
  })

  test('goes on counting where another setting holds', () => {
    const both = scheme([
      { id: 'reviews', count: 3 },
      { id: 'minimumStay', days: 90, onlyDown: false },
    ])
    const known = { ...on('a', 2), since: day('2026-06-01') }
    expect(review([90], [known], both)).toMatchObject({ settled: 'b', pending: ['a3'] })
  })
})

describe('whom nothing holds', () => {
  const all = scheme([
    { id: 'buffer', points: 20 },
    { id: 'reviews', count: 9 },
    { id: 'minimumStay', days: 3650, onlyDown: false },
    { id: 'oneStep' },
  ])
  test('a new customer, and one whose tier is gone, take the computed tier; the ungraded stay so', () => {
    const { settled, codes } = review([90, 90, NaN], [undefined, entry('gone'), entry('a')], all)
    expect(settled).toBe('aa-')
    expect(codes).toContain('stability.tierGone')
  })

  test('without a reference tiers stand as computed, and the settings say so', () => {
    const table = tableOf([numbers('score', [90, 50])], 2)
    const result = grade(table, all, { overrides: new Map() }, new UtilityCache())
    expect(result.settled).toEqual(result.computed)
    expect(result.held.total).toBe(0)
    expect(result.issues.map(({ code }) => code)).toContain('stability.noReference')
  })

  test('a reference without settings changes nothing', () => {
    const { settled, codes } = review([90, 50], [entry('d'), entry('a')], scheme([]))
    expect(settled).toBe('ac')
    expect(codes.filter((code) => code.startsWith('stability'))).toEqual([])
  })
})

test('rules act on the settled tier and are never delayed', () => {
  const given = scheme([{ id: 'buffer', points: 20 }], {
    rules: [
      {
        id: 'r',
        enabled: true,
        conditions: [{ id: 'compare', column: 'score', operator: '<', value: 75 }],
        effect: { id: 'veto' },
      },
    ],
  })
  const { result, settled } = review([79, 70], [entry('a'), entry('a')], given)
  expect(settled).toBe('aa')
  expect([...result.final]).toEqual([0, 3])
  expect(result.held).toEqual({ total: 2, by: [{ id: 'buffer', count: 2 }] })
})
