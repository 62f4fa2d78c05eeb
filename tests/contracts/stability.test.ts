import { describe, expect, test } from 'vitest'
import { seeded } from '../../src/core/random.ts'
import { settledReference } from '../../src/engine/reference/settling.ts'
import { createJob } from '../../src/core/job.ts'
import { grade } from '../../src/grading/grade.ts'
import { type ReferenceEntry, referenceTable } from '../../src/grading/reference.ts'
import { reviewOf } from '../../src/grading/stability.ts'
import { UtilityCache } from '../../src/grading/utilityCache.ts'
import { dayOf } from '../../src/scheme/day.ts'
import type { Scheme, Stability, Tiering } from '../../src/scheme/scheme.ts'
import { settledExpression } from '../../src/scheme/stability/expression.ts'
import { actingStability, stabilities } from '../../src/scheme/stability/index.ts'
import type { Table } from '../../src/table/table.ts'
import { criterion, numbers, schemeWith, tableOf, texts } from '../fixtures/gradingTables.ts'
import { evaluate, type Value } from './evaluate.ts'

const asOf = '2026-06-30'
const today = dayOf(asOf)
const rows = 300
const tiers = ['A', 'B', 'C', 'D', 'E'].map((name) => ({ id: name, name, label: '' }))
const tierings: readonly Tiering[] = [
  { id: 'cutoffs', cutoffs: [80, 60.1, 40, 20] },
  { id: 'quota', cumulative: [1000, 3000, 6000, 6000, 10000] }, // nobody in D
  { id: 'topN', cumulative: [0, 30, 100, 250] }, // nobody in A
  { id: 'naturalBreaks' },
]

/** One of each kind, and all of them: the settings that a scheme may have. */
const settings: readonly (readonly Stability[])[] = [
  [{ id: 'buffer', points: 0 }],
  [{ id: 'buffer', points: 2.1 }],
  [{ id: 'reviews', count: 2 }],
  [{ id: 'minimumStay', days: 90, onlyDown: true }],
  [{ id: 'minimumStay', days: 90, onlyDown: false }],
  [{ id: 'oneStep' }],
  [
    { id: 'oneStep' },
    { id: 'minimumStay', days: 45, onlyDown: true },
    { id: 'reviews', count: 3 },
    { id: 'buffer', points: 5 },
  ],
]

/** Scores with ties, edges and gaps; a reference with new customers, tiers that are gone, unknown days. */
function sample(seed: number, reviewed: number) {
  const random = seeded(seed)
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T
  const edges = [0, 19.9, 20, 37.9, 42, 57.9, 58, 62.2, 77.9, 82.1, 100, NaN]
  const scores = Array.from({ length: rows }, () =>
    random() < 0.3 ? pick(edges) : Math.round(random() * 1000) / 10,
  )
  const words = [...tiers.map(({ id }) => id), 'gone', null]
  const known = Array.from({ length: rows }, (): ReferenceEntry => {
    const pending = pick(words)
    return {
      tier: pick(words),
      since: random() < 0.2 ? NaN : today - Math.floor(random() * 200),
      pending,
      reviews: pending === null ? 0 : 1 + Math.floor(random() * 3),
    }
  })
  const keys = scores.map((_, row) => `k${row}`)
  const list = (order: readonly number[]): Table =>
    tableOf(
      [
        texts(
          'key',
          order.map((at) => keys[at] ?? ''),
          { role: 'key' },
        ),
        numbers(
          'score',
          order.map((at) => scores[at] ?? NaN),
        ),
      ],
      rows,
    )
  const reference = referenceTable(
    keys.map((key, row) => ({ key, now: known[row] as ReferenceEntry })),
    { origin: 'file', name: '', reviewed },
  )
  return { scores, known, list, reference, random }
}

const inOrder = Array.from({ length: rows }, (_, at) => at)
const schemeOf = (tiering: Tiering, stability: readonly Stability[]): Scheme =>
  schemeWith([criterion('score', { scoring: { id: 'linear', worst: 0, best: 100 } })], {
    tiers,
    tiering,
    asOf,
    stability,
  })
const run = (table: Table, scheme: Scheme, reference: Table | null) =>
  grade(table, scheme, { overrides: new Map(), reference }, new UtilityCache())

test('every part of the registry is among the settings, each with a start that stays as it is', () => {
  expect(new Set(settings.flat().map(({ id }) => id))).toEqual(
    new Set(stabilities.all.map(({ id }) => id)),
  )
  for (const part of stabilities.all) {
    expect(part.tidied(part.start)).toEqual(part.start)
    for (const field of part.fields) {
      if (field.name === 'onlyDown') continue
      const far = { ...part.start, [field.name]: 1e9 }
      expect(part.tidied(far)).toMatchObject({ [field.name]: field.max })
      expect(part.tidied({ ...part.start, [field.name]: NaN })).toBeNull()
    }
  }
})

const cases = tierings.flatMap((tiering) =>
  settings.map((stability) => ({
    tiering,
    stability,
    what: `${tiering.id}: ${stability.map((one) => JSON.stringify(one)).join(' ')}`,
  })),
)

describe.each(cases)('$what', ({ tiering, stability }) => {
  const scheme = schemeOf(tiering, stability)

  test.each([NaN, today - 30, today])('reviewed on day %d', (reviewed) => {
    const { known, list, reference } = sample(7, reviewed)
    const table = list(inOrder)
    const result = run(table, scheme, reference)
    const place = (id: string | null) => tiers.findIndex((tier) => tier.id === id)
    const cutoff = (tier: number) => result.cutoffs[tier] ?? -Infinity
    let held = 0
    for (const row of table.order) {
      const [computed, settled] = [result.computed[row] ?? 255, result.settled[row] ?? 255]
      const { tier, since, pending, reviews } = known[row] ?? expect.fail()
      const own = place(tier)
      if (own < 0 || computed === 255) {
        expect(settled).toBe(computed) // new, its tier is gone, or ungraded
        continue
      }
      held += Number(settled !== computed)
      // held between its tier and the computed one, never sent beyond either
      expect(settled).toBeGreaterThanOrEqual(Math.min(own, computed))
      expect(settled).toBeLessThanOrEqual(Math.max(own, computed))
      if (settled === own) continue
      const up = settled < own
      for (const one of stability) {
        const score = result.score[row] ?? NaN
        if (one.id === 'buffer' && tiering.id !== 'naturalBreaks') {
          if (up) expect(score).toBeGreaterThanOrEqual(cutoff(settled) + one.points - 1e-9)
          else expect(score).toBeLessThan(cutoff(own) - one.points + 1e-9)
        }
        if (one.id === 'reviews') {
          const before = place(pending)
          const same = before >= 0 && (up ? before < own : before > own)
          expect(same ? reviews + (reviewed >= today ? 0 : 1) : 1).toBeGreaterThanOrEqual(one.count)
        }
        if (one.id === 'minimumStay' && (!up || !one.onlyDown))
          expect(Number.isNaN(since) || today - since >= one.days).toBe(true)
        if (one.id === 'oneStep') expect(Math.abs(settled - own)).toBe(1)
      }
    }
    expect(result.held.total).toBe(held)
  })

  test('the formula gives the same tier', () => {
    for (const reviewed of [NaN, today]) {
      const { list, reference } = sample(11, reviewed)
      const table = list(inOrder)
      const result = run(table, scheme, reference)
      const acting = actingStability(scheme)
      const review = reviewOf(table, scheme, reference, result) ?? expect.fail()
      const expression = settledExpression(acting, tiers.length)
      const known = review.reference
      const numberOf = (tier: number) => (tier === 255 ? 0 : tier + 1)
      for (const row of table.order) {
        if (result.computed[row] === 255) continue
        const names = new Map<string, Value>([
          ['score', result.score[row] ?? NaN],
          ['computed', numberOf(result.computed[row] ?? 255)],
          ['reference', numberOf(known.tier[row] ?? 255)],
          ['pending', numberOf(known.pending[row] ?? 255)],
          ['since', Number.isNaN(known.since[row]) ? '' : (known.since[row] ?? 0)],
          ['reviews', known.reviews[row] ?? 0],
          ['counted', known.counted],
          ['asOf', today],
          ...[...result.cutoffs].map((line, at): [string, Value] => [
            `cutoff.${at + 1}`,
            line === Infinity ? 1000 : line, // as a workbook has it
          ]),
          ...acting.flatMap(({ part, stability: one }) =>
            part.parameters(one).map(({ name, value }): [string, Value] => [name, value]),
          ),
        ])
        const value = (name: string) => names.get(name) ?? expect.fail(`no value for ${name}`)
        const settled = expression
          ? evaluate(expression, { value, range: () => expect.fail('no ranges') })
          : numberOf(result.computed[row] ?? 255)
        expect(settled).toBe(numberOf(result.settled[row] ?? 255))
      }
    }
  })

  test('the order of the rows says nothing', () => {
    const { list, reference, random } = sample(13, NaN)
    const mixed = inOrder.map((at) => [random(), at] as const).sort(([a], [b]) => a - b)
    const order = mixed.map(([, at]) => at)
    const straight = run(list(inOrder), scheme, reference)
    const turned = run(list(order), scheme, reference)
    expect([...turned.settled]).toEqual(order.map((at) => straight.settled[at]))
  })

  test('without a reference all is as computed; settled on the same day it is no second review', async () => {
    const { list, reference } = sample(17, NaN)
    const table = list(inOrder)
    const alone = run(table, scheme, null)
    expect(alone.settled).toBe(alone.computed)
    const first = run(table, scheme, reference)
    const once = await settledReference(table, scheme, first, reference, createJob())
    const again = run(table, scheme, once)
    expect([...again.settled]).toEqual([...first.settled])
    const twice = await settledReference(table, scheme, again, once, createJob())
    expect(twice.columns.map(({ id }) => id)).toEqual(once.columns.map(({ id }) => id))
    expect(twice).toEqual(once)
    // the next day the same scores: whoever moved stays, and counts go on by one
    const next = { ...scheme, asOf: '2026-07-01' }
    const later = run(table, next, once)
    for (const row of table.order)
      if (first.settled[row] === first.computed[row])
        expect(later.settled[row]).toBe(first.settled[row])
  })
})
