import { describe, expect, test } from 'vitest'
import { seeded } from '../../src/core/random.ts'
import { planOf, sourceSteps } from '../../src/export/sql/plan.ts'
import { parametersStatement } from '../../src/export/sql/parameters.ts'
import { scoringStatement } from '../../src/export/sql/scoring.ts'
import { statement } from '../../src/export/sql/statement.ts'
import { dayOf } from '../../src/scheme/day.ts'
import { valueAt } from '../../src/table/cell.ts'
import type { Column } from '../../src/table/column.ts'
import type { Table } from '../../src/table/table.ts'
import {
  asOf,
  everyFormula,
  formulaTable,
  randomFormula,
  type Type,
  withFormulas,
} from '../contracts/formulas.ts'
import { inputOf } from '../contracts/exportInput.ts'
import { criterion, schemeWith } from '../fixtures/gradingTables.ts'
import { type Engine, engines } from './engines.ts'
import { load } from './load.ts'

/** Calculated columns as the databases reckon them from the list alone are the app's, where NULL is no value. */
describe.each(engines)('$dialect', (engine) => {
  test('every function and operator', () =>
    held(engine, withFormulas(formulaTable(3, 200), everyFormula)))

  test.each([21, 22, 23])('random formulas (seed %i)', async (seed) => {
    const random = seeded(seed)
    const types: readonly Type[] = ['number', 'date', 'text', 'boolean']
    const formulas = Array.from({ length: 80 }, (_, at) =>
      randomFormula(random, types[at % 4] ?? 'number'),
    )
    await held(engine, withFormulas(formulaTable(seed, 60), formulas))
  })
})

describe.each(engines)('$dialect', (engine) => {
  test('scores by calculated columns, and the parameters that follow them', async () => {
    const table = withFormulas(formulaTable(9, 300), [
      '[累计金额]/[购买次数]',
      'IF([算1]>1000,"高",IF([算1]>300,"中","低"))',
      '[最近购买日]+[购买次数]',
    ])
    const listed = table.columns.filter(({ formula }) => formula === undefined)
    await load(engine, 'customers', { ...table, columns: listed })
    const [one, two, three] = table.columns.filter(({ formula }) => formula !== undefined)
    const points = [
      { category: '高', utility: 1 },
      { category: '中', utility: 0.5 },
    ]
    const lookup = { id: 'lookup', points, other: 0 } as const
    const scheme = schemeWith(
      [
        criterion(one?.id ?? ''),
        criterion(two?.id ?? '', { scoring: lookup }),
        criterion(three?.id ?? '', { scoring: { id: 'percentile' } }),
      ],
      { asOf },
    )
    const input = inputOf(table, scheme)
    const rows = await engine.rows(scoringStatement(input, engine.dialect))
    const scores = new Map(rows.map((row) => [row['编号'], row['score']]))
    for (const row of table.order) {
      const own = input.result.score[row] ?? NaN
      expect(scores.get(`K${row}`) ?? NaN, `K${row}`).toBe(own)
    }
    const parameters = parametersStatement(input, engine.dialect) ?? expect.fail()
    expect((await engine.rows(parameters)).length).toBeGreaterThan(100)
  })
})

const atOnce = 5 // columns of a query

async function held(engine: Engine, table: Table): Promise<void> {
  const listed = table.columns.filter(({ formula }) => formula === undefined)
  await load(engine, 'customers', { ...table, columns: listed })
  const calculated = table.columns.filter(({ formula }) => formula !== undefined)
  const wrong: unknown[] = []
  for (let from = 0; from < calculated.length; from += atOnce)
    wrong.push(...(await differences(engine, table, calculated.slice(from, from + atOnce))))
  expect(wrong.slice(0, 6)).toEqual([])
}

async function differences(engine: Engine, table: Table, columns: readonly Column[]) {
  const plan = planOf(inputOf(table, schemeWith([], { asOf })), engine.dialect)
  const names = columns.map(({ id }) => {
    const value = plan.value(id)
    return value?.kind === 'reference' ? value.name : expect.fail()
  })
  const query = statement(
    [...sourceSteps(plan, true)],
    (last) => `SELECT t.who1, ${names.map((name) => `t.${name}`).join(', ')} FROM ${last} AS t`,
    engine.dialect,
  )
  let rows
  try {
    rows = new Map((await engine.rows(query)).map((row) => [String(row.who1), row]))
  } catch (error) {
    throw new Error(`${columns.map(({ formula }) => formula).join('\n')}\n${query}`, {
      cause: error,
    })
  }
  return columns.flatMap((column, at) =>
    [...table.order].flatMap((row) => {
      const own = valueAt(column, row)
      const given = rows.get(`K${row}`)?.[names[at] ?? '']
      return isSame(own, given, column) ? [] : [[column.formula, row, own, given]]
    }),
  )
}

/** Powers are as good as an engine's own; all else is the same operations in the same order. */
function isSame(
  own: ReturnType<typeof valueAt>,
  given: unknown,
  { type, formula = '' }: Column,
): boolean {
  if (own === null) return given === null || given === undefined
  if (typeof own === 'boolean') return given === String(own)
  if (typeof own === 'string') return given === own
  if (given === null || given === undefined) return false
  const value = type === 'date' ? dayOf(asOf) - Number(given) : Number(given)
  return formula.includes('^')
    ? Math.abs(value - own) <= 1e-12 * Math.max(1, Math.abs(own))
    : value === own
}
