import { describe, expect, test } from 'vitest'
import { number, reference } from '../../src/expression/expression.ts'
import { explain } from '../../src/grading/explain.ts'
import { criterionPoints } from '../../src/grading/points.ts'
import type { WorkbookTerm } from '../../src/scheme/aggregation/aggregation.ts'
import { gradedScore } from '../../src/scheme/aggregation/graded.ts'
import { groupScore } from '../../src/scheme/aggregation/grouped.ts'
import { aggregations } from '../../src/scheme/aggregation/index.ts'
import { groupOf } from '../../src/scheme/groups.ts'
import type { Criterion, Rule, Scheme, Tiering } from '../../src/scheme/scheme.ts'
import { tierOf } from '../../src/scheme/tiering/assign.ts'
import { tierings } from '../../src/scheme/tiering/index.ts'
import { schemeWith } from '../fixtures/gradingTables.ts'
import { evaluate } from './evaluate.ts'
import { kinds, run, samples } from './lists.ts'

/** Of criteria in turns, so that groups are not runs of the list; one capped low, one whose cap nobody reaches, one empty. */
const groups = [
  { id: 'g1', name: '贡献', weight: 50, cap: 20 },
  { id: 'g2', name: '行为', weight: 30, cap: 100 },
  { id: 'g3', name: '互动', weight: 20, cap: null },
]
const inTurns = (criteria: readonly Criterion[]) =>
  criteria.map((one, at) => ({ ...one, group: at % 2 === 0 ? 'g1' : 'g2' }))
const bonus: Rule = {
  id: 'r',
  enabled: true,
  conditions: [{ id: 'compare', column: 'count', operator: '>=', value: 3 }],
  effect: { id: 'bonus', points: 30 },
}

describe.each(aggregations.all)('groups under $id', (part) => {
  const of = (criteria: readonly Criterion[], set: Partial<Scheme> = {}) =>
    schemeWith(inTurns(criteria), { groups, aggregation: { id: part.id }, ...set })

  test.each([[[]], [[bonus]]])('explanation lines add up, caps among them (rules: %j)', (rules) => {
    let caps = 0
    for (const { table, criteria } of samples) {
      const scheme = of(criteria, { rules, tiering: kinds[1] as Tiering })
      const result = run(table, scheme)
      for (const row of table.order) {
        const told = explain(table, scheme, result, new Map(), row)
        if (Number.isNaN(told.score)) continue
        expect(Math.floor(told.score * 1e9 + 0.5) / 1e9).toBe(told.score)
        const all = [...told.lines, ...told.extras]
        const points = all.reduce((sum, line) => sum + line.points, told.start)
        expect(Math.abs(points - told.score)).toBeLessThan(1e-9)
        const shown = all.reduce((sum, line) => sum + line.shownPoints, told.start)
        expect(shown.toFixed(told.decimals)).toBe(told.score.toFixed(told.decimals))
        expect(told.lines.reduce((sum, line) => sum + line.share, 0)).toBeCloseTo(1, 12)
        caps += told.extras.filter(({ kind }) => kind === 'groupCap').length
      }
    }
    expect(caps > 0).toBe(part.caps)
  })

  test('row order and the unit of a column change no tier', () => {
    for (const { table, criteria } of samples) {
      const scheme = of(criteria, { tiering: kinds[1] as Tiering })
      const before = run(table, scheme)
      const turned = { ...table, order: table.order.slice().reverse() }
      expect(run(turned, scheme).score).toEqual(before.score)
      const columns = table.columns.map((column) =>
        column.type === 'number'
          ? { ...column, values: column.values.map((x) => x * 7000) }
          : column,
      )
      expect(run({ ...table, columns }, scheme).computed).toEqual(before.computed)
    }
  })

  test('the workbook formulas give the same scores and points', () => {
    for (const { table, criteria } of samples) {
      const scheme = of(criteria)
      const result = run(table, scheme)
      const pointsOf = criterionPoints(scheme, result)
      for (const row of table.order) {
        const cells = new Map<string, number | string | boolean>()
        const read = { value: (name: string) => cells.get(name) ?? null, range: () => [] }
        const terms = result.utilities.map(
          ({ values, present, presentCount }, at): WorkbookTerm => {
            const { weight, missing } = criteria[at] as Criterion
            cells.set(`missing${at}`, present[row] === 0)
            cells.set(`u${at}`, values[row] || 0)
            const fills = missing.id === 'fixed' || missing.id === 'median'
            const put = fills
              ? values.find((v, i) => present[i] === 0 && !Number.isNaN(v))
              : undefined
            return {
              missing: reference(`missing${at}`),
              utility: reference(`u${at}`),
              filled: put === undefined ? null : number(put),
              weight: number(weight),
              required: missing.id === 'ungraded' && presentCount > 0,
            }
          },
        )
        const places = [0, 1].map((group) =>
          terms.flatMap((_, at) =>
            groupOf(scheme, scheme.criteria[at]).group === group ? [at] : [],
          ),
        )
        const book = places.map((own, group) => ({
          terms: own.flatMap((at) => terms[at] ?? []),
          score: reference(`group${group}`),
          weight: number(groups[group]?.weight ?? 0),
          cap: part.caps ? number(groups[group]?.cap ?? 100) : null,
        }))
        for (const [group, { terms: own }] of book.entries()) {
          const cell = evaluate(groupScore(own, part.workbook(own)), read)
          cells.set(`group${group}`, cell as number | string)
        }
        const own = result.score[row] as number
        const score = evaluate(gradedScore(terms, part.workbookGroups(book), null), read)
        if (Number.isNaN(own)) {
          expect(score).toBe('')
          continue
        }
        expect(Math.abs(Number(score) - own)).toBeLessThan(1.5e-9)
        const before = evaluate(part.workbookGroups(book), read)
        for (const [at, points] of pointsOf(row).entries()) {
          const group = places.findIndex((all) => all.includes(at))
          const place = places[group]?.indexOf(at) ?? -1
          const cell = part.workbookGroupPoints(book, group, place, number(Number(before)))
          const expected = Number.isNaN(points) ? 0 : points
          expect(Math.abs(Number(evaluate(cell, read)) - expected)).toBeLessThan(1e-7)
        }
      }
    }
  })
})

describe.each(tierings.all.filter(({ within }) => within !== null))(
  'within a column: $id',
  (part) => {
    const tiering = kinds.find(({ id }) => id === part.id) as Tiering

    test('each category has the tiers that it has alone, whatever the order of rows', () => {
      for (const { table, criteria } of samples) {
        const scheme = schemeWith(criteria, { tiering, within: 'kind' })
        const { score, computed, within } = run(table, scheme)
        if (within === null) throw new Error('drawn within')
        const turned = { ...table, order: table.order.slice().reverse() }
        expect(run(turned, scheme).computed).toEqual(computed)
        for (const [code] of within.names.entries()) {
          const rows = [...table.order].filter((row) => within.codes[row] === code)
          const of = (values: Float64Array) => Float64Array.from(rows, (row) => values[row] ?? NaN)
          const value = table.columns.find(({ id }) => id === 'money')
          const lines = part.lines(tiering, {
            score: of(score),
            tiers: scheme.tiers.length,
            column: () =>
              value?.type === 'number' ? { ...value, values: of(value.values) } : null,
            axis: () => null,
          })
          rows.forEach((row, at) => {
            const x = lines.measure[at] as number
            expect(computed[row]).toBe(Number.isNaN(x) ? 255 : tierOf(x, lines.cutoffs))
          })
        }
      }
    })

    test('the workbook says the same of who is above and how many there are', () => {
      const { reached, above } = part.within ?? {}
      if (!reached) return
      for (const { table, criteria } of samples) {
        const scheme = schemeWith(criteria, { tiering, within: 'kind' })
        const { score, computed, within } = run(table, scheme)
        const money = table.columns.find(({ id }) => id === 'money')
        const measure = (row: number) =>
          above === 'customers' || money?.type !== 'number'
            ? (score[row] as number)
            : Math.max(0, money.values[row] || 0)
        for (const row of table.order) {
          if (Number.isNaN(score[row])) continue
          const own = [...table.order].filter(
            (each) => within?.codes[each] === within?.codes[row] && !Number.isNaN(score[each]),
          )
          const higher = own.filter((each) => measure(each) > measure(row))
          const sum = (rows: readonly number[]) =>
            rows.reduce((all, each) => all + measure(each), 0)
          const total = sum(own)
          const share = total === 0 ? 1e9 : Math.floor((sum(higher) / total) * 1e9 + 0.5)
          const cells = { count: own.length, above: above === 'customers' ? higher.length : share }
          const tier = part.given(tiering).findIndex(
            (given) =>
              evaluate(reached, {
                value: (name) => ({ ...cells, given })[name] ?? null,
                range: () => [],
              }) === true,
          )
          expect(tier < 0 ? scheme.tiers.length - 1 : tier).toBe(computed[row])
        }
      }
    })
  },
)
