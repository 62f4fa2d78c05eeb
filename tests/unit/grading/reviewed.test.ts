import { describe, expect, test } from 'vitest'
import { grade } from '../../../src/grading/grade.ts'
import {
  aboutReference,
  entryAt,
  type ReferenceEntry,
  referenceTable,
  stateFor,
  stateOf,
} from '../../../src/grading/reference.ts'
import { referencePlaces, referenceRows } from '../../../src/grading/referenceRows.ts'
import { explainStability, reviewOf, settledState } from '../../../src/grading/stability.ts'
import { UtilityCache } from '../../../src/grading/utilityCache.ts'
import { dayOf } from '../../../src/scheme/day.ts'
import type { Scheme, Stability } from '../../../src/scheme/scheme.ts'
import { noTier } from '../../../src/scheme/stability/stability.ts'
import type { Table } from '../../../src/table/table.ts'
import { criterion, numbers, schemeWith, tableOf, texts } from '../../fixtures/gradingTables.ts'

const day = dayOf('2026-06-30')
const entry = (tier: string | null, more: Partial<ReferenceEntry> = {}): ReferenceEntry => ({
  tier,
  since: NaN,
  pending: null,
  reviews: 0,
  ...more,
})
const file = { origin: 'file', name: 'x.csv', reviewed: NaN } as const
const list = (
  keys: readonly string[],
  scores: readonly number[] = [],
  order?: number[],
): Table => ({
  ...tableOf([texts('id', keys, { role: 'key' }), numbers('score', scores)], keys.length, order),
  key: 'id',
})
const scheme = (stability: readonly Stability[], set: Partial<Scheme> = {}): Scheme =>
  schemeWith([criterion('score', { scoring: { id: 'linear', worst: 0, best: 100 } })], {
    tiering: { id: 'cutoffs', cutoffs: [80, 60, 40] },
    tiers: ['A', 'B', 'C', 'D'].map((name) => ({ id: name.toLowerCase(), name, label: '' })),
    asOf: '2026-06-30',
    stability,
    ...set,
  })

describe('the table of the last review', () => {
  const now = entry('b', { since: day - 40, pending: 'a', reviews: 2 })
  const earlier = entry('c', { since: day - 90 })
  const rows = [
    { key: '1', now, earlier },
    { key: '2', now: entry(null) },
    { key: '3', now: entry('a', { since: day }) },
  ]

  test('says where it comes from and of which day it is', () => {
    for (const origin of ['file', 'column', 'settled'] as const) {
      const about = { origin, name: '去年', reviewed: day - 7 }
      expect(aboutReference(referenceTable(rows, about))).toEqual(about)
    }
    expect(aboutReference(referenceTable([], file))).toEqual(file)
    expect(aboutReference({ ...referenceTable(rows, file), columns: [] })).toEqual({
      origin: 'settled',
      name: '',
      reviewed: NaN,
    })
  })

  test('gives back what was known of each customer', () => {
    const table = referenceTable(rows, file, day - 60)
    expect([...table.order]).toEqual([0, 1, 2])
    expect(table.columns.map(({ type }) => type).slice(0, 6)).toEqual(
      ['text', 'category', 'date', 'category', 'number', 'date'], // prettier-ignore
    )
    const state = stateOf(table, 'now') ?? expect.fail()
    expect([0, 1, 2].map((row) => entryAt(state, row))).toEqual(rows.map(({ now }) => now))
    const before = stateOf(table, 'earlier') ?? expect.fail()
    expect([0, 1].map((row) => entryAt(before, row))).toEqual([earlier, entry(null)])
    expect([state.reviewed, before.reviewed]).toEqual([NaN, day - 60])
    expect(entryAt(state, 9)).toEqual(entry(null))
  })

  test('a review on its own day, or before, is judged against what that one was judged against', () => {
    const settled = referenceTable(rows, { origin: 'settled', name: '', reviewed: day }, day - 60)
    const tierOn = (table: Table, when: number) => {
      const state = stateFor(table, when)
      return state && entryAt(state, 0).tier
    }
    expect([day - 1, day, day + 1].map((when) => tierOn(settled, when))).toEqual(['c', 'c', 'b'])
    const single = referenceTable(rows, { origin: 'settled', name: '', reviewed: day })
    expect([day - 1, day, day + 1].map((when) => tierOn(single, when))).toEqual(['b', 'b', 'b'])
  })

  test('what lacks a column, or has one of another kind, is no reference', () => {
    const table = referenceTable(rows, file)
    for (const id of ['now.tier', 'now.pending', 'now.since', 'now.reviews']) {
      const without = table.columns.filter((column) => column.id !== id)
      expect(stateFor({ ...table, columns: without }, day)).toBeNull()
      const other = texts(id, ['', '', ''])
      expect(stateFor({ ...table, columns: [...without, other] }, day)).toBeNull()
    }
  })
})

describe('which row of the review is a customer’s', () => {
  const reference = referenceTable(
    ['a', 'b', 'c', 'd'].map((key) => ({ key, now: entry('b') })),
    file,
  )

  test('in its order, and where somebody stands elsewhere, is new or is gone', () => {
    expect([...referencePlaces(list(['a', 'b', 'c', 'd']), reference)]).toEqual([0, 1, 2, 3])
    expect([...referencePlaces(list(['d', 'a', 'x', 'c']), reference)]).toEqual([3, 0, -1, 2])
    expect([...referencePlaces(list(['a', 'b', 'c'], [], [0, 2]), reference)]).toEqual([0, -1, 2])
  })

  test('is looked up again when rows or keys are others, and only then', () => {
    const table = list(['a', 'b'])
    const places = referencePlaces(table, reference)
    expect(referencePlaces({ ...table, id: 'other' }, reference)).toBe(places)
    expect([...referencePlaces({ ...table, order: Uint32Array.of(1) }, reference)]).toEqual([-1, 1])
    expect([...referencePlaces(list(['b', 'a']), reference)]).toEqual([1, 0])
  })

  test('rows are read once for a day and its tiers', () => {
    const table = list(['a', 'b'])
    const { tiers } = scheme([])
    const rows = referenceRows(table, reference, tiers, day)
    expect(referenceRows(table, reference, tiers, day)).toBe(rows)
    expect(referenceRows(table, reference, tiers, day + 1)).not.toBe(rows)
    const gone = referenceRows(table, reference, tiers.slice(2), day)
    expect(gone).toMatchObject({ tierGone: 2, sinceUnknown: 0 })
    expect([...(gone?.tier ?? [])]).toEqual([noTier, noTier])
  })

  test('what is known stands beside the customers', () => {
    const known = [
      { key: 'b', now: entry('b', { since: day - 3, pending: 'a', reviews: 2 }) },
      { key: 'c', now: entry(null, { since: day }) },
      { key: 'd', now: entry('z') },
      { key: 'e', now: entry('d') },
    ]
    const rows =
      referenceRows(
        list(['a', 'b', 'c', 'd', 'e']),
        referenceTable(known, { ...file, reviewed: day }),
        scheme([]).tiers,
        day,
      ) ?? expect.fail()
    expect([...rows.tier]).toEqual([noTier, 1, noTier, noTier, 3])
    expect([...rows.pending]).toEqual([noTier, 0, noTier, noTier, noTier])
    expect([...rows.since]).toEqual([NaN, day - 3, NaN, NaN, NaN])
    expect([...rows.reviews]).toEqual([0, 2, 0, 0, 0])
    expect(rows).toMatchObject({ counted: true, tierGone: 1, sinceUnknown: 1 })
  })
})

describe('what is said of one customer’s review', () => {
  const buffer: Stability = { id: 'buffer', points: 5 }
  const step: Stability = { id: 'oneStep' }
  const reviews: Stability = { id: 'reviews', count: 3 }
  const known = [
    { key: 'k0', now: entry('b', { since: day - 10 }) },
    { key: 'k1', now: entry('d') },
    { key: 'k2', now: entry('a') },
  ]
  const table = list(['k0', 'k1', 'k2', 'k3'], [82, 95, 90, 50])
  const reference = referenceTable(known, file)
  const said = (given: Scheme, row: number, against: Table | null = reference) => {
    const result = grade(
      table,
      given,
      { overrides: new Map(), reference: against },
      new UtilityCache(),
    )
    return explainStability(table, given, against, result, row)
  }

  test('the tier of the reference, since when, and what holds', () => {
    const given = scheme([buffer, step])
    expect(said(given, 0)).toEqual({
      reference: 'b',
      since: day - 10,
      by: [buffer],
      pending: null,
    })
    expect(said(given, 1)).toEqual({ reference: 'd', since: NaN, by: [step], pending: null })
    expect(said(given, 2)).toEqual({ reference: 'a', since: NaN, by: [], pending: null })
  })

  test('where the customer is on its way to, and for how many reviews', () => {
    const given = scheme([reviews])
    expect(said(given, 0)?.pending).toEqual({ tier: 'a', reviews: 1 })
    expect(said(given, 2)?.pending).toBeNull()
    expect(said(scheme([buffer, reviews]), 0)?.pending).toBeNull() // the buffer leaves it where it is
  })

  test('nothing of new customers, without settings or without a reference', () => {
    expect(said(scheme([buffer]), 3)).toBeNull()
    expect(said(scheme([]), 0)).toBeNull()
    expect(said(scheme([buffer]), 0, null)).toBeNull()
  })

  test('what a review leaves: who stays keeps its day, who moves or is new begins with this one', () => {
    const given = scheme([reviews])
    const result = grade(table, given, { overrides: new Map(), reference }, new UtilityCache())
    const review = reviewOf(table, given, reference, result)
    const left = (settled: number, row: number) => settledState(given, review, settled, row)
    expect(left(1, 0)).toEqual({ tier: 1, since: day - 10, pending: { tier: 0, reviews: 1 } })
    expect(left(0, 0)).toEqual({ tier: 0, since: day, pending: null })
    expect(left(3, 1)).toEqual({ tier: 3, since: NaN, pending: { tier: 0, reviews: 1 } })
    expect(left(2, 3)).toEqual({ tier: 2, since: day, pending: null })
    expect(settledState(given, null, 2, 0)).toEqual({ tier: 2, since: day, pending: null })
  })

  test('settings without a reference, and tiers and days that are not known, are said with their number', () => {
    const about = (given: Scheme, against: Table | null) =>
      grade(
        table,
        given,
        { overrides: new Map(), reference: against },
        new UtilityCache(),
      ).issues.filter(({ code }) => code.startsWith('stability.'))
    expect(about(scheme([buffer]), null)).toEqual([
      { code: 'stability.noReference', level: 'info', detail: {} },
    ])
    expect(about(scheme([]), null)).toEqual([])
    const odd = referenceTable([...known, { key: 'k3', now: entry('gone') }], file)
    expect(about(scheme([buffer]), odd)).toEqual([
      { code: 'stability.tierGone', level: 'warning', detail: { count: 1 } },
    ])
    const stay: Stability = { id: 'minimumStay', days: 30, onlyDown: true }
    expect(about(scheme([stay, buffer]), odd)).toEqual([
      { code: 'stability.tierGone', level: 'warning', detail: { count: 1 } },
      { code: 'stability.sinceUnknown', level: 'info', detail: { count: 2 } },
    ])
    expect(about(scheme([stay]), referenceTable([known[0] ?? expect.fail()], file))).toEqual([])
  })
})
