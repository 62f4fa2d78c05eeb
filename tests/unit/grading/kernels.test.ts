import { describe, expect, test } from 'vitest'
import { seeded } from '../../../src/core/random.ts'
import { grade } from '../../../src/grading/grade.ts'
import { createScratch } from '../../../src/grading/scratch.ts'
import { UtilityCache } from '../../../src/grading/utilityCache.ts'
import type { MissingPolicy, Scheme, Tiering } from '../../../src/scheme/scheme.ts'
import type { Table } from '../../../src/table/table.ts'
import { criterion, numbers, schemeWith, tableOf } from '../../fixtures/gradingTables.ts'

const rows = 603
const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k']

/** Whole tens and halves of them, so that many customers stand exactly on a cut-off; `gaps` of the values are missing. */
function listed(gaps: number, deleted = false): Table {
  const random = seeded(31)
  const columns = names.map((name, at) =>
    numbers(
      name,
      Array.from({ length: rows }, () =>
        at % 3 > 0 && random() < gaps ? NaN : Math.floor(random() * 21) * (at < 4 ? 5 : 4.7),
      ),
    ),
  )
  const order = Array.from({ length: rows }, (_, row) => row).filter(
    (row) => !deleted || row % 7 > 0,
  )
  return tableOf(columns, rows, order)
}

const tierings: readonly Tiering[] = [
  { id: 'cutoffs', cutoffs: [60, 50, 40] },
  { id: 'quota', cumulative: [1000, 3000, 6000, 10000] },
  { id: 'topN', cumulative: [100, 700, 1500] },
]

function scheme(tiering: Tiering, missing: MissingPolicy, set: Partial<Scheme> = {}): Scheme {
  const scoring = { id: 'linear', worst: 0, best: 100 } as const
  const criteria = names.map((name, at) =>
    criterion(name, { weight: [1, 2, 3, 5, 0][at % 5] as number, scoring, missing }),
  )
  return schemeWith(criteria, { tiering, valueColumn: 'b', ...set })
}

const bonus = {
  rules: [
    {
      id: 'r',
      enabled: true,
      conditions: [{ id: 'compare', column: 'a', operator: '>=', value: 90 }],
      effect: { id: 'bonus', points: 7 },
    },
  ],
} satisfies Partial<Scheme>

const options = { overrides: new Map() }
const gradeWith = (table: Table, given: Scheme, kind: 'simd' | 'plain') =>
  grade(table, given, options, new UtilityCache(), createScratch(rows, 20, kind))

const policies: readonly MissingPolicy[] = [
  { id: 'reweight' },
  { id: 'median' },
  { id: 'ungraded' },
]

describe.each(tierings)('$id', (tiering) => {
  test.each([0, 0.2])('the same grade by SIMD and by plain kernels, %d missing', (gaps) => {
    for (const missing of policies)
      for (const deleted of [false, true])
        for (const aggregation of [{ id: 'weightedSum' }, { id: 'weightedProduct' }] as const) {
          const table = listed(gaps, deleted)
          const given = scheme(tiering, missing, { aggregation })
          expect(gradeWith(table, given, 'simd')).toEqual(gradeWith(table, given, 'plain'))
        }
  })

  test.each([0, 0.2])('a dragged weight shows the tiers that it settles to, %d missing', (gaps) => {
    for (const kind of ['simd', 'plain'] as const)
      for (const missing of policies) {
        const table = listed(gaps, kind === 'simd')
        const cache = new UtilityCache()
        const scratch = createScratch(rows, 20, kind)
        for (const weight of [1, 7.5, 0, 0.3, 100]) {
          const { criteria, ...rest } = scheme(tiering, missing)
          const dragged = {
            ...rest,
            criteria: criteria.map((each, at) => (at === 3 ? { ...each, weight } : each)),
          }
          const moving = dragged.criteria[3]?.id ?? null
          const exact = grade(table, dragged, options, cache)
          const preview = grade(table, dragged, { ...options, moving }, cache, scratch)
          expect(preview.final).toEqual(exact.final)
          expect(preview.completeness).toEqual(exact.completeness)
          expect(preview.totals.tiers).toEqual(exact.totals.tiers)
          const off = preview.score.map((s, row) => Math.abs(s - (exact.score[row] as number)))
          expect(Math.max(...off.filter((x) => x === x))).toBeLessThan(6e-10)
          expect(preview.score.map((s) => +(s === s))).toEqual(exact.score.map((s) => +(s === s)))
        }
      }
  })
})

test('points of rules are added to a preview before it is clamped', () => {
  const table = listed(0)
  const given = scheme(tierings[0] as Tiering, { id: 'reweight' }, bonus)
  const exact = grade(table, given, options, new UtilityCache())
  expect(exact.totals.ruleHits[0]).toBeGreaterThan(0)
  const moving = given.criteria[1]?.id ?? null
  const preview = grade(table, given, { ...options, moving }, new UtilityCache(), createScratch())
  expect(preview.final).toEqual(exact.final)
  expect(preview.totals.tiers).toEqual(exact.totals.tiers)
})
