import { describe, expect, test } from 'vitest'
import { criteriaSteps, sqlCriteria } from '../../src/export/sql/criteria.ts'
import { parametersStatement } from '../../src/export/sql/parameters.ts'
import { planOf, sourceSteps } from '../../src/export/sql/plan.ts'
import { statement } from '../../src/export/sql/statement.ts'
import type { Scheme } from '../../src/scheme/scheme.ts'
import type { Table } from '../../src/table/table.ts'
import { sampleColumns } from '../contracts/samples.ts'
import { schemeWith, tableOf, texts } from '../fixtures/gradingTables.ts'
import { asOf, everyCriterion, isExact } from '../contracts/everyCriterion.ts'
import { type Engine, engines } from './engines.ts'
import { inputOf } from '../contracts/exportInput.ts'
import { load } from './load.ts'

const atOnce = 12 // criteria of a query: ClickHouse takes 50,000 nodes of a tree, with what is named twice counted twice

const samples = sampleColumns.map(({ title, column, rows }) => ({
  title,
  column,
  table: tableOf(
    [
      texts(
        'id',
        Array.from({ length: rows }, (_, row) => `n${row}`),
        { role: 'key' },
      ),
      column,
    ],
    rows,
  ),
}))

describe.each(engines)('$dialect', (engine) => {
  test.each(samples)('$title: utilities and parameters are the app’s', async (one) => {
    await load(engine, 'customers', one.table)
    const all = everyCriterion(one.column, one.table)
    for (let from = 0; from < all.length; from += atOnce)
      await hold(engine, one.table, schemeWith(all.slice(from, from + atOnce), { asOf }))
  })
})

async function hold(engine: Engine, table: Table, scheme: Scheme): Promise<void> {
  const input = inputOf(table, scheme)
  const plan = planOf(input, engine.dialect)
  const criteria = sqlCriteria(plan)
  const query = statement(
    [...sourceSteps(plan, true), ...criteriaSteps(plan, criteria)],
    (last) => `SELECT * FROM ${last}`,
    engine.dialect,
  )
  const rows = new Map((await engine.rows(query)).map((row) => [row.who1, row]))
  expect(rows.size).toBe(table.rowCount)
  scheme.criteria.forEach((criterion, at) => {
    const { values } = input.result.utilities[at] ?? expect.fail()
    values.forEach((u, row) => {
      const found = rows.get(`n${row}`)?.[`u${at + 1}`]
      const isRight = Number.isNaN(u)
        ? found === null
        : isExact(criterion)
          ? found === u || (found === 0 && u === 0)
          : Math.abs(Number(found) - u) < 1e-11
      if (!isRight) expect(found, JSON.stringify([criterion, row])).toBe(u)
    })
  })
  await holdParameters(engine, input, scheme)
}

/** Rows as the statement has them: bounds, parameters, count, then quantiles of a percentile. */
async function holdParameters(
  engine: Engine,
  input: ReturnType<typeof inputOf>,
  scheme: Scheme,
): Promise<void> {
  const query = parametersStatement(input, engine.dialect)
  if (query === null) return
  const rows = await engine.rows(query)
  const { parameters: words } = { ...input.words.workbook }
  scheme.criteria.forEach((criterion, at) => {
    const { parameters, bounds, presentCount } = input.result.utilities[at] ?? expect.fail()
    const mine = rows.filter((row) => row.criterion === criterion.name)
    if (mine.length === 0 || presentCount === 0) return
    const value = (parameter: string, place = 0) =>
      mine.find((row) => row.parameter === parameter && Number(row.place ?? 0) === place)?.value
    const near = (found: unknown, wanted: number, size = 0) => {
      const most = isExact(criterion) ? size : Math.max(size, 1e-12 * Math.abs(wanted))
      const off = typeof found === 'number' ? Math.abs(found - wanted) : NaN
      if (!(off <= most)) expect(found, JSON.stringify(criterion)).toBe(wanted)
    }
    near(value(input.words.sql.parameters.count), presentCount)
    if (bounds !== null) {
      near(value(words.lowBound), bounds[0])
      near(value(words.highBound), bounds[1])
    }
    const [first = NaN, second = NaN] = parameters
    const largest = Math.max(Math.abs(first), second)
    switch (criterion.scoring.id) {
      case 'linear':
        if (criterion.scoring.worst === null) near(value(input.words.sql.parameters.worst), first)
        if (criterion.scoring.best === null) near(value(input.words.sql.parameters.best), second)
        break
      case 'zscore':
        // an engine sums in its own order
        near(value(words.mean), first, 1e-12 * largest)
        near(value(words.sd), second, 1e-12 * largest)
        break
      case 'quantileBins':
        parameters.forEach((edge, i) => near(value(words.edges, i + 1), edge))
        break
      case 'percentile':
        parameters.forEach((quantile, i) => near(value(words.quantiles, i), quantile))
        break
      case 'bands':
      case 'logistic':
      case 'lookup':
      case 'piecewise':
      case 'target':
        break // nothing of them follows a column
    }
  })
}
