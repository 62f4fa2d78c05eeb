import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { explain } from '../../src/grading/explain.ts'
import { rankOf } from '../../src/grading/rank.ts'
import { ungraded } from '../../src/grading/result.ts'
import { aggregations } from '../../src/scheme/aggregation/index.ts'
import type { Criterion, Scheme, Tiering } from '../../src/scheme/scheme.ts'
import type { Column } from '../../src/table/column.ts'
import type { Table } from '../../src/table/table.ts'
import { criterion, numbers, schemeWith, tableOf } from '../fixtures/gradingTables.ts'
import { kinds, run, samples } from './lists.ts'

/** What a grade says of all customers, worked out anew from what it says of each (spec/grading.md §6). */

const scores = fc.array(
  fc.oneof(
    fc.constantFrom(0, 39, 40, 41, 60, 61, 99.99, 100, NaN),
    fc.nat(1000).map((x) => x / 10),
  ),
  { minLength: 1, maxLength: 30 },
)
const byScore = criterion('x', { scoring: { id: 'linear', worst: 0, best: 100 } })

test('totals are the counts, shares, sums and bins of the customers', () => {
  fc.assert(
    fc.property(scores, fc.array(fc.nat(29), { maxLength: 5 }), (list, deleted) => {
      const values = list.map((_, row) => (row % 5 === 4 ? NaN : row - 3))
      const order = [...list.keys()].filter((row) => !deleted.includes(row))
      const table = tableOf([numbers('x', list), numbers('money', values)], list.length, order)
      const { score, final, totals } = run(table, schemeWith([byScore], { valueColumn: 'money' }))
      const graded = order.filter((row) => !Number.isNaN(list[row]))
      expect([totals.graded, totals.ungraded]).toEqual([
        graded.length,
        order.length - graded.length,
      ])
      const sumOf = (rows: readonly number[]) =>
        rows.reduce((sum, row) => sum + (Number.isNaN(values[row]) ? 0 : (values[row] ?? 0)), 0)
      const all = sumOf(graded)
      const binOf = (row: number) => Math.min(99, Math.floor(score[row] as number))
      totals.tiers.forEach(({ count, share, value, valueShare }, tier) => {
        const rows = graded.filter((row) => final[row] === tier)
        expect(count).toBe(rows.length)
        expect(share).toBe(graded.length === 0 ? 0 : rows.length / graded.length)
        expect(value).toBe(sumOf(rows))
        expect(valueShare).toBe(all === 0 ? 0 : sumOf(rows) / all)
        const bins = Array.from({ length: 100 }, () => 0)
        for (const row of rows) bins[binOf(row)] = (bins[binOf(row)] ?? 0) + 1
        expect([...totals.histogramByTier.subarray(tier * 100, tier * 100 + 100)]).toEqual(bins)
      })
      expect(totals.valueTotal).toBe(all)
      expect(totals.histogram.reduce((sum, count) => sum + count, 0)).toBe(graded.length)
      const near = graded.filter((row) =>
        [60, 40].some((cutoff) => Math.abs((score[row] as number) - cutoff) <= 1),
      )
      expect(totals.near).toBe(near.length)
      const sum = graded.reduce((total, row) => total + (score[row] as number), 0)
      if (graded.length === 0) expect(totals.scoreMean).toBeNaN()
      else expect(totals.scoreMean).toBeCloseTo(sum / graded.length, 9)
      for (let row = 0; row < list.length; row++)
        if (!graded.includes(row)) expect(final[row]).toBe(ungraded)
    }),
    { numRuns: 60 },
  )
})

test('a rank is one more than the customers who score higher; ties share it', () => {
  fc.assert(
    fc.property(scores, (list) => {
      const score = Float64Array.from(list)
      list.forEach((own, row) => {
        const higher = list.filter((other) => other > own).length
        expect(rankOf(score, row)).toBe(Number.isNaN(own) ? NaN : higher + 1)
      })
    }),
    { numRuns: 60 },
  )
})

test('completeness is the present weight of all weight; who has nothing present is ungraded (spec §2)', () => {
  for (const { table, criteria } of samples) {
    const { completeness, score, utilities } = run(table, schemeWith(criteria))
    const total = criteria.reduce((sum, { weight }) => sum + weight, 0)
    for (const row of table.order) {
      const present = criteria.filter((_, at) => utilities[at]?.present[row] === 1)
      const weight = present.reduce((sum, each) => sum + each.weight, 0)
      expect(completeness[row]).toBeCloseTo(weight / total, 12)
      if (weight === 0) expect(score[row]).toBeNaN()
    }
  }
})

/** The column with one customer's cell as the step says. */
function stepped(column: Column, row: number, to: number | string): Column {
  if (column.type === 'category') {
    const dictionary = [...new Set([...column.dictionary, String(to)])]
    return { ...column, dictionary, codes: column.codes.with(row, dictionary.indexOf(String(to))) }
  }
  if (column.type === 'number') return { ...column, values: column.values.with(row, Number(to)) }
  throw new Error(`no such column here: ${column.type}`)
}

/** Nothing follows the list any more: parameters and fillings as they came out, cut-offs as they were drawn. */
function held(table: Table, scheme: Scheme): Scheme {
  const { utilities, cutoffs } = run(table, scheme)
  const criteria = scheme.criteria.map((each, at): Criterion => {
    const { parameters, bounds, values, present } = utilities[at] ?? expect.fail()
    const isKnown = each.scoring.id !== 'lookup' && ![...parameters].some(Number.isNaN)
    const filled = values.find((u, row) => present[row] === 0 && !Number.isNaN(u))
    const isFilled = each.missing.id === 'median' && filled !== undefined
    return {
      ...each,
      frozen: isKnown ? { parameters: [...parameters], bounds } : null,
      missing: isFilled ? { id: 'fixed', utility: filled } : each.missing,
    }
  })
  return { ...scheme, criteria, tiering: { id: 'cutoffs', cutoffs: [...cutoffs] } }
}

const methods = kinds.filter(({ id }) => id === 'cutoffs' || id === 'quota')
const cases = aggregations.all.flatMap(({ id }) =>
  methods.map((tiering): [typeof id, Tiering['id'], Tiering] => [id, tiering.id, tiering]),
)

describe('the smallest change that reaches the next tier', () => {
  test.each(cases)('really does so: %s, tiers by %s', (aggregation, _method, tiering) => {
    let [steps, none] = [0, 0]
    for (const { table, criteria } of samples) {
      // ranks of others would move with the customer: `reach.test.ts` asks of percentiles
      const own = criteria.map((each, at): Criterion => {
        if (each.scoring.id !== 'percentile') return each
        return {
          ...each,
          scoring: at % 2 === 0 ? { id: 'zscore' } : { id: 'quantileBins', classes: 5 },
        }
      })
      const scheme = held(table, schemeWith(own, { aggregation: { id: aggregation }, tiering }))
      const result = run(table, scheme)
      for (const row of table.order) {
        if (Number.isNaN(result.score[row])) continue
        const { nearest, toNext } = explain(table, scheme, result, new Map(), row)
        if (!nearest) {
          none++
          continue
        }
        expect(toNext).not.toBeNull()
        const { column } =
          scheme.criteria.find(({ id }) => id === nearest.criterion) ?? expect.fail()
        const columns = table.columns.map((each) =>
          each.id === column ? stepped(each, row, nearest.to) : each,
        )
        const after = run({ ...table, columns }, scheme)
        expect(after.computed[row]).toBeLessThan(result.computed[row] as number)
        steps++
      }
    }
    expect(steps).toBeGreaterThan(10)
    expect(none).toBeGreaterThan(0)
  })
})
