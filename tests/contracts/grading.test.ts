import { describe, expect, test } from 'vitest'
import { seeded } from '../../src/core/random.ts'
import { explain } from '../../src/grading/explain.ts'
import { grade } from '../../src/grading/grade.ts'
import { ungraded } from '../../src/grading/result.ts'
import { UtilityCache } from '../../src/grading/utilityCache.ts'
import { aggregations } from '../../src/scheme/aggregation/index.ts'
import type { Criterion, MissingPolicy, Scheme, Tiering } from '../../src/scheme/scheme.ts'
import { number, reference } from '../../src/expression/expression.ts'
import { tierings } from '../../src/scheme/tiering/index.ts'
import type { Table } from '../../src/table/table.ts'
import { categories, criterion, numbers, schemeWith, tableOf } from '../fixtures/gradingTables.ts'
import { evaluate } from './evaluate.ts'

const noOverrides = { overrides: new Map() }
const run = (table: Table, scheme: Scheme) => grade(table, scheme, noOverrides, new UtilityCache())

const policies: readonly MissingPolicy[] = [
  { id: 'reweight' },
  { id: 'fixed', utility: 0.3 },
  { id: 'median' },
  { id: 'ungraded' },
]

/** Lists with ties, gaps and a long tail; a tenth of the cells missing. */
function sample(seed: number, rows: number): { table: Table; criteria: Criterion[] } {
  const random = seeded(seed)
  const fill = (make: () => number) =>
    Array.from({ length: rows }, () => (random() < 0.1 ? NaN : make()))
  const words = Array.from(
    { length: rows },
    () => ['', 'A', 'B', 'C'][Math.floor(random() * 4)] ?? '',
  )
  const columns = [
    numbers(
      'money',
      fill(() => Math.round(Math.exp(random() * 12) * 100) / 100),
    ),
    numbers(
      'count',
      fill(() => Math.floor(random() * 6)),
    ),
    numbers(
      'days',
      fill(() => Math.floor(random() * 400)),
    ),
    categories('kind', words),
  ]
  const policy = (at: number) => policies[(seed + at) % policies.length] as MissingPolicy
  return {
    table: tableOf(columns, rows),
    criteria: [
      criterion('money', { weight: 40, scoring: { id: 'percentile' }, missing: policy(0) }),
      criterion('count', { weight: 30, missing: policy(1) }),
      criterion('days', { weight: 20, direction: 'lower', missing: policy(2) }),
      criterion('kind', {
        weight: 10,
        scoring: {
          id: 'lookup',
          points: [
            { category: 'A', utility: 1 },
            { category: 'B', utility: 0.5 },
          ],
          other: 0,
        },
        missing: policy(3),
      }),
    ],
  }
}
const samples = [1, 2, 3, 4].flatMap((seed) => [1, 2, 57].map((rows) => sample(seed, rows)))
const kinds: readonly Tiering[] = [
  { id: 'cutoffs', cutoffs: [60, 40] },
  { id: 'quota', cumulative: [2000, 5000, 10_000] },
]

describe.each(tierings.all)('tiering $id', (part) => {
  const kind = kinds.find(({ id }) => id === part.id) as Tiering

  test('is exercised and starts with one entry per tier', () => {
    expect(kind).toBeDefined()
    for (const tiers of [2, 3, 4, 9]) {
      expect(part.given(part.defaults(tiers))).toHaveLength(tiers - 1)
      expect(part.given(part.withoutTier(part.defaults(tiers), tiers - 1))).toHaveLength(tiers - 2)
      expect(part.given(part.withTier(part.defaults(tiers)))).toHaveLength(tiers)
    }
  })

  test('ties share a tier and a better score is never in a worse tier', () => {
    for (const { table, criteria } of samples) {
      const { score, computed } = run(table, schemeWith(criteria, { tiering: kind }))
      const rows = [...score.keys()].filter((row) => !Number.isNaN(score[row]))
      for (const a of rows)
        for (const b of rows)
          if ((score[a] as number) >= (score[b] as number))
            expect(computed[a]).toBeLessThanOrEqual(computed[b] as number)
      score.forEach((s, row) => expect(computed[row] === ungraded).toBe(Number.isNaN(s)))
    }
  })

  test('row order never matters', () => {
    for (const { table, criteria } of samples) {
      const scheme = schemeWith(criteria, { tiering: kind })
      const turned = { ...table, order: table.order.slice().reverse() }
      const [a, b] = [run(table, scheme), run(turned, scheme)]
      expect(b.score).toEqual(a.score)
      expect(b.computed).toEqual(a.computed)
    }
  })

  test('a column multiplied by a positive constant changes no tier under auto linear and percentile', () => {
    for (const { table, criteria } of samples) {
      const scheme = schemeWith(criteria, { tiering: kind })
      const before = run(table, scheme)
      for (const factor of [0.0001, 1 / 3, 7, 10_000]) {
        const columns = table.columns.map((column) =>
          column.type === 'number'
            ? { ...column, values: column.values.map((x) => x * factor) }
            : column,
        )
        const after = run({ ...table, columns }, scheme)
        expect(after.computed).toEqual(before.computed)
        after.score.forEach((s, row) => {
          if (!Number.isNaN(s))
            expect(Math.abs(s - (before.score[row] as number))).toBeLessThan(1.5e-9)
        })
      }
    }
  })

  test('the workbook cut-offs are the effective ones', () => {
    for (const { table, criteria } of samples) {
      const { score, cutoffs } = run(table, schemeWith(criteria, { tiering: kind }))
      if (score.every(Number.isNaN)) continue
      part.given(kind).forEach((given, at) => {
        const cut = evaluate(part.workbook(), {
          value: () => given,
          range: () => [...score].map((s) => (Number.isNaN(s) ? '' : s)),
        })
        expect(cut).toBe(cutoffs[at])
      })
    }
  })
})

describe.each(aggregations.all)('aggregation $id', (part) => {
  test('scores are 0..100 and snapped to a billionth', () => {
    for (const { table, criteria } of samples)
      for (const s of run(table, schemeWith(criteria)).score.filter((x) => !Number.isNaN(x))) {
        expect(s).toBeGreaterThanOrEqual(0)
        expect(s).toBeLessThanOrEqual(100)
        expect(Math.floor(s * 1e9 + 0.5) / 1e9).toBe(s)
      }
  })

  test('explanation lines add up to the score, shown lines to the shown score', () => {
    for (const { table, criteria } of samples) {
      const scheme = schemeWith(criteria, { tiering: kinds[1] as Tiering })
      const result = run(table, scheme)
      for (const row of table.order) {
        const { score, lines, decimals } = explain(table, scheme, result, new Map(), row)
        if (Number.isNaN(score)) continue
        const points = lines.reduce((sum, line) => sum + line.points, 0)
        expect(Math.abs(points - score)).toBeLessThan(1e-9)
        const shown = lines.reduce((sum, line) => sum + line.shownPoints, 0)
        expect(shown.toFixed(decimals)).toBe(score.toFixed(decimals))
        expect(lines.reduce((sum, line) => sum + line.share, 0)).toBeCloseTo(1, 12)
      }
    }
  })

  test('the nearest step, taken with parameters and cut-offs held, reaches the next tier', () => {
    let steps = 0
    for (const { table, criteria } of samples) {
      // Fixed parameters, so that grading the changed table anew holds them.
      const held = criteria.map((c) =>
        c.scoring.id === 'lookup'
          ? c
          : { ...c, scoring: { id: 'linear', worst: 0, best: 400 } as const },
      )
      const scheme = schemeWith(held)
      const result = run(table, scheme)
      for (const row of table.order) {
        const { nearest, computed } = explain(table, scheme, result, new Map(), row)
        if (!nearest || typeof nearest.to !== 'number') continue
        const columns = table.columns.map((column) => {
          const hit = column.type === 'number' && `k_${column.id}` === nearest.criterion
          return hit ? { ...column, values: column.values.with(row, nearest.to as number) } : column
        })
        const next = run({ ...table, columns }, scheme)
        const before = scheme.tiers.findIndex(({ id }) => id === computed)
        expect(next.computed[row]).toBeLessThan(before)
        steps++
      }
    }
    expect(steps).toBeGreaterThan(20)
  })

  test('the workbook formula gives the same scores, missing policies included', () => {
    for (const { table, criteria } of samples) {
      const result = run(table, schemeWith(criteria))
      for (const row of table.order) {
        const cells = new Map<string, number | string | boolean>()
        const terms = result.utilities.map(({ values, present, presentCount }, at) => {
          const { weight, missing } = criteria[at] as Criterion
          const u = values[row] as number
          const filled = missing.id === 'fixed' || missing.id === 'median' ? values : null
          cells.set(`missing${at}`, present[row] === 0)
          cells.set(`u${at}`, Number.isNaN(u) ? 0 : u)
          const put = filled?.find((v, i) => present[i] === 0 && !Number.isNaN(v))
          return {
            missing: reference(`missing${at}`),
            utility: reference(`u${at}`),
            filled: put === undefined ? null : number(put),
            weight: number(weight),
            required: missing.id === 'ungraded' && presentCount > 0,
          }
        })
        const score = evaluate(part.workbook(terms), {
          value: (name) => cells.get(name) ?? null,
          range: () => [],
        })
        const own = result.score[row] as number
        if (Number.isNaN(own)) expect(score).toBe('')
        else expect(Math.abs(Number(score) - own)).toBeLessThan(1.5e-9)
      }
    }
  })
})
