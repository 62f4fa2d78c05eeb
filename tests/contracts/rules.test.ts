import { describe, expect, test } from 'vitest'
import { number, type Expression } from '../../src/expression/expression.ts'
import { grade } from '../../src/grading/grade.ts'
import { isHit } from '../../src/grading/rules.ts'
import { ungraded } from '../../src/grading/result.ts'
import { UtilityCache } from '../../src/grading/utilityCache.ts'
import { conditionExpression, conditionsFor } from '../../src/scheme/rules/condition.ts'
import { effects } from '../../src/scheme/rules/index.ts'
import type { Condition, Effect, Rule } from '../../src/scheme/scheme.ts'
import { cellAt } from '../../src/table/cell.ts'
import { customerKey } from '../../src/table/key.ts'
import { columnById } from '../../src/table/table.ts'
import {
  booleans,
  categories,
  criterion,
  dates,
  numbers,
  schemeWith,
  tableOf,
  texts,
} from '../fixtures/gradingTables.ts'
import { evaluate } from './evaluate.ts'
import { run } from './lists.ts'
import { only } from './only.ts'

const table = tableOf(
  [
    numbers('score', [95, 70, 65, 50, 30, 10, NaN, 0]),
    numbers('complaints', [3, 0, NaN, 5, 2.5, -0, 3, 1e15]),
    dates('bought', [20_778, 20_000, NaN, 20_777, 20_700, 20_688, 20_500, 20_778]),
    categories('kind', ['A', 'B', '', 'a', 'C', 'A', 'B', 'é']),
    booleans('vip', [1, 0, 2, 1, 0, 1, 1, 0]),
    texts('note', ['x', '', 'y', '', '', 'z', '', '']),
  ],
  8,
)
const asOf = '2026-11-21'
const day = 20_778 // 2026-11-21 in days since 1970-01-01

const conditions: readonly Condition[] = [
  ...(['<', '<=', '=', '>=', '>', '<>'] as const).flatMap((operator): Condition[] => [
    { id: 'compare', column: 'complaints', operator, value: 3 },
    { id: 'compare', column: 'complaints', operator, value: 0 },
    { id: 'compare', column: 'bought', operator, value: 90 },
  ]),
  ...[true, false].flatMap((not): Condition[] => [
    { id: 'among', column: 'kind', categories: ['A', 'é'], not },
    { id: 'among', column: 'vip', categories: ['true'], not },
    { id: 'missing', column: 'complaints', not },
    { id: 'missing', column: 'bought', not },
    { id: 'missing', column: 'kind', not },
    { id: 'missing', column: 'vip', not },
    { id: 'missing', column: 'note', not },
  ]),
]

const graded = [criterion('score', { scoring: { id: 'linear', worst: 0, best: 100 } })]
const ruled = (rules: readonly Rule[]) => run(table, schemeWith(graded, { rules }))
const rule = (effect: Effect, ...all: Condition[]): Rule => ({
  id: `${effect.id} ${all.length}`,
  enabled: true,
  conditions: all,
  effect,
})

/** What a workbook cell of the column holds. */
function cell(column: string, row: number): number | string | null {
  const { value } = cellAt(columnById(table, column) ?? expect.fail(), row)
  return typeof value === 'boolean' ? String(value) : value
}

describe('conditions', () => {
  test('each kind is asked of every type of column that it can be asked of', () => {
    const asked = new Set(
      conditions.map(({ id, column }) => `${columnById(table, column)?.type} ${id}`),
    )
    const possible = Object.entries(conditionsFor).flatMap(([type, ids]) =>
      ids.map((id) => `${type} ${id}`),
    )
    expect([...asked].sort()).toEqual(possible.sort())
  })

  test.each(conditions)(
    '$column $id $operator: the formula hits the same customers',
    (condition) => {
      const { ruleHits, totals } = ruled([rule({ id: 'veto' }, condition)])
      const column = columnById(table, condition.column) ?? expect.fail()
      const expression = conditionExpression(condition, column.type, (category) => category)
      let count = 0
      for (const row of table.order) {
        const hit = evaluate(expression, only({ asOf: day, x: cell(condition.column, row) }))
        expect(isHit(ruleHits[row] ?? 0, 0)).toBe(hit)
        count += Number(hit === true)
      }
      expect(totals.ruleHits).toEqual([count])
    },
  )

  test('a missing value fulfils nothing but missing', () => {
    for (const condition of conditions) {
      if (condition.id === 'missing') continue
      const { ruleHits } = ruled([rule({ id: 'veto' }, condition)])
      const missing = [...table.order].filter((row) => cell(condition.column, row) === null)
      expect(missing.length).toBeGreaterThan(0)
      for (const row of missing) expect(ruleHits[row]).toBe(0)
    }
  })

  test('dates count as days before the as-of date', () => {
    const last90: Condition = { id: 'compare', column: 'bought', operator: '<=', value: 90 }
    const { ruleHits } = run(
      table,
      schemeWith(graded, { rules: [rule({ id: 'veto' }, last90)], asOf }),
    )
    expect([...ruleHits]).toEqual([1, 0, 0, 1, 1, 1, 0, 1]) // 0, 778, –, 1, 78, 90, 278, 0 days
  })
})

describe.each(effects.all)('rules that do $id', (part) => {
  const effect = (
    { bonus: { id: 'bonus', points: 12.5 }, veto: { id: 'veto' } } as Record<string, Effect>
  )[part.id] ?? { id: part.id as 'cap', tier: 'b' }
  const loud: Condition = { id: 'compare', column: 'complaints', operator: '>=', value: 2.5 }

  test('act on score or tier, and the formula gives the same tier', () => {
    const plain = ruled([])
    const result = ruled([rule(effect, loud)])
    for (const row of table.order) {
      const hit = isHit(result.ruleHits[row] ?? 0, 0)
      const [before, after] = [plain.score[row] as number, result.score[row] as number]
      const points = hit ? part.points(effect) : 0
      if (Number.isNaN(before)) {
        expect(result.final[row]).toBe(ungraded)
        continue
      }
      expect(after).toBeCloseTo(Math.min(100, before + points), 9)
      expect(part.acts).toBe(part.points(effect) === 0 ? 'tier' : 'score')
      expect(result.settled[row]).toBe(result.computed[row])
      const always: Expression = {
        kind: 'compare',
        operator: '=',
        of: [number(1), number(hit ? 1 : 0)],
      }
      const formula = part.workbook(
        number((result.computed[row] as number) + 1),
        [{ applies: always, target: 2 }],
        3,
      )
      const tier = evaluate(formula, only({}))
      expect(Number(tier) - 1).toBe(result.final[row])
    }
  })

  test('switched off they rest and count nothing', () => {
    const off = ruled([{ ...rule(effect, loud), enabled: false }])
    expect(off.final).toEqual(ruled([]).final)
    expect(off.totals.ruleHits).toEqual([0])
  })

  test('with their column or tier gone they rest and say so', () => {
    const gone = ruled([rule(effect, { ...loud, column: 'gone' })])
    expect(gone.final).toEqual(ruled([]).final)
    expect(gone.issues.map(({ code }) => code)).toContain('rule.columnMissing')
    if (!('tier' in effect)) return
    const tierless = ruled([rule({ ...effect, tier: 'z' }, loud)])
    expect(tierless.final).toEqual(ruled([]).final)
    expect(tierless.issues.map(({ code }) => code)).toContain('rule.tierGone')
  })
})

test('floor, cap and veto act in this order whatever their order in the list, the later wins (spec §5)', () => {
  const all: Condition = { id: 'compare', column: 'score', operator: '>=', value: 0 }
  const [floor, cap, veto] = [
    rule({ id: 'floor', tier: 'a' }, all),
    rule({ id: 'cap', tier: 'b' }, all),
    rule({ id: 'veto' }, all),
  ]
  const tiers = (rules: readonly Rule[]) =>
    new Set(ruled(rules).final.filter((t) => t !== ungraded))
  expect(tiers([floor])).toEqual(new Set([0]))
  expect(tiers([cap, floor])).toEqual(new Set([1]))
  expect(tiers([veto, cap, floor])).toEqual(new Set([2]))
})

test('an override beats a veto, with a warning', () => {
  const all: Condition = { id: 'compare', column: 'score', operator: '>=', value: 0 }
  const scheme = schemeWith(graded, { rules: [rule({ id: 'veto' }, all)] })
  const byHand = {
    tier: 'a',
    reason: '战略客户',
    by: '李',
    at: '2026-11-01T00:00:00Z',
    expires: null,
  }
  const overrides = new Map([[customerKey(table, 4), byHand]])
  const result = grade(table, scheme, { overrides }, new UtilityCache())
  expect([result.computed[4], result.final[4], result.final[0]]).toEqual([2, 0, 2])
  expect(result.issues).toContainEqual({
    code: 'override.beatsVeto',
    level: 'warning',
    detail: { count: 1 },
  })
})
