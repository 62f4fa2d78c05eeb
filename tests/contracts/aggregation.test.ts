import { describe, expect, test } from 'vitest'
import { number, reference } from '../../src/expression/expression.ts'
import { explain } from '../../src/grading/explain.ts'
import { criterionPoints } from '../../src/grading/points.ts'
import { gradedScore } from '../../src/scheme/aggregation/graded.ts'
import { aggregations } from '../../src/scheme/aggregation/index.ts'
import type { Aggregation, Criterion, Rule, Tiering } from '../../src/scheme/scheme.ts'
import { schemeWith } from '../fixtures/gradingTables.ts'
import { evaluate } from './evaluate.ts'
import { kinds, run, samples } from './lists.ts'
import { only } from './only.ts'

/** A rule that gives points, so that sums, clamping and explanation are held with it too. */
const bonus: Rule = {
  id: 'r',
  enabled: true,
  conditions: [{ id: 'compare', column: 'count', operator: '>=', value: 3 }],
  effect: { id: 'bonus', points: 30 },
}

describe.each(aggregations.all)('aggregation $id', (part) => {
  const aggregation: Aggregation = { id: part.id }
  test('scores are 0..100 and snapped to a billionth', () => {
    for (const { table, criteria } of samples)
      for (const s of run(
        table,
        schemeWith(criteria, { aggregation, rules: [bonus] }),
      ).score.filter((x) => !Number.isNaN(x))) {
        expect(s).toBeGreaterThanOrEqual(0)
        expect(s).toBeLessThanOrEqual(100)
        expect(Math.floor(s * 1e9 + 0.5) / 1e9).toBe(s)
      }
  })

  test('a better utility never lowers the score, full and no utility everywhere give 100 and the least', () => {
    const at = (u: number) => {
      const score = new Float64Array(1)
      const terms = [u, 0.4, 0.9].map((value, i) => ({
        utilities: Float64Array.of(i === 0 || u === 0 || u === 1 ? u : value),
        present: Uint8Array.of(1),
        weight: i + 1,
        group: 0,
        groupWeight: 1,
        required: false,
      }))
      part.score(terms, score)
      return score[0] as number
    }
    expect(at(1)).toBeCloseTo(100, 9)
    expect(at(0)).toBeCloseTo(part.id === 'weightedProduct' ? 1 : 0, 9) // 100 · 0.01, spec §3
    let last = -Infinity
    for (let u = 0.02; u < 1; u += 0.02) {
      expect(at(u)).toBeGreaterThanOrEqual(last)
      last = at(u)
    }
  })

  test.each([[[]], [[bonus]]])(
    'explanation lines add up to the score, shown lines to the shown score (rules: %j)',
    (rules) => {
      for (const { table, criteria } of samples) {
        const scheme = schemeWith(criteria, { tiering: kinds[1] as Tiering, aggregation, rules })
        const result = run(table, scheme)
        for (const row of table.order) {
          const explanation = explain(table, scheme, result, new Map(), row)
          const { score, lines, extras, start, decimals } = explanation
          if (Number.isNaN(score)) continue
          const all = [...lines, ...extras]
          const points = all.reduce((sum, line) => sum + line.points, start)
          expect(Math.abs(points - score)).toBeLessThan(1e-9)
          const shown = all.reduce((sum, line) => sum + line.shownPoints, start)
          expect(shown.toFixed(decimals)).toBe(score.toFixed(decimals))
          expect(lines.reduce((sum, line) => sum + line.share, 0)).toBeCloseTo(1, 12)
        }
      }
    },
  )

  test('the nearest step, taken with parameters and cut-offs held, reaches the next tier', () => {
    let steps = 0
    for (const { table, criteria } of samples) {
      // Fixed parameters, so that grading the changed table anew holds them.
      const held = criteria.map((c) =>
        c.scoring.id === 'lookup'
          ? c
          : { ...c, scoring: { id: 'linear', worst: 0, best: 400 } as const },
      )
      const scheme = schemeWith(held, { aggregation })
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

  test('the workbook formulas give the same scores and points, missing policies included', () => {
    for (const { table, criteria } of samples) {
      const scheme = schemeWith(criteria, { aggregation })
      const result = run(table, scheme)
      const pointsOf = criterionPoints(scheme, result)
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
        const read = only(Object.fromEntries(cells))
        const score = evaluate(gradedScore(terms, part.workbook(terms), null), read)
        const own = result.score[row] as number
        if (Number.isNaN(own)) expect(score).toBe('')
        else {
          expect(Math.abs(Number(score) - own)).toBeLessThan(1.5e-9)
          for (const [at, points] of pointsOf(row).entries()) {
            const cell = evaluate(part.workbookPoints(terms, at, number(own)), read)
            expect(Math.abs(Number(cell) - (Number.isNaN(points) ? 0 : points))).toBeLessThan(1e-7)
          }
        }
      }
    }
  })
})
