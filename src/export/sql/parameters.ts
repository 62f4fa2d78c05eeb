import { type Expression, over } from '../../expression/expression.ts'
import type { SqlNames } from '../../expression/sql.ts'
import { type SqlDialect, sqlMissing, sqlNumber, sqlSeries, sqlText } from '../../expression/sqlDialect.ts'
import { scorings } from '../../scheme/scoring/index.ts'
import { preparation } from '../../scheme/scoring/preparation.ts'
import type { WorkbookParameter } from '../../scheme/scoring/scoring.ts'
import type { ExportInput } from '../exporter.ts'
import { type SqlCriterion, sqlCriteria } from './criteria.ts'
import { inRow, type Plan, planOf, sourceStep } from './plan.ts'
import { statement, type Step } from './statement.ts'

/** A number that follows the column: what it is called, and how it is worked out. */
interface Live {
  readonly parameter: string
  readonly place: number // in a list, from 1; 0 = not of a list
  readonly formula: Expression
}

/**
 * The first statement: what the auto parameters come to with the customers in the table, a row each; null where nothing
 * follows a column. Quantiles are taken at whole places (decision 9), not by the engines' own.
 */
export function parametersStatement(input: ExportInput, dialect: SqlDialect): string | null {
  const plan = planOf(input, dialect)
  const parts = sqlCriteria(plan).map((criterion, at) => parametersOf(plan, criterion, at + 1))
  const used = parts.flatMap((part) => part ?? [])
  if (used.length === 0) return null
  const steps = [sourceStep(plan, false), ...used.flatMap((part) => part.steps)]
  return statement(steps, () => used.map(({ select }) => select).join('\nUNION ALL\n'), dialect)
}

function parametersOf(plan: Plan, { criterion, raw, bounds, parameters }: SqlCriterion, no: number) {
  const part = scorings.get(criterion.scoring.id)
  if (raw === null || part.reads !== 'numbers' || (criterion.frozen ?? null) !== null) return null
  const before = preparation(criterion, bounds, false)
  const face = part.workbook(criterion.scoring, {
    parameters,
    direction: criterion.direction,
    rows: 0,
    dated: false,
    frozen: false,
  })
  const held = liveOf(before?.parameters ?? [])
  const own = liveOf(face.parameters)
  const ranked = criterion.scoring.id === 'percentile'
  if (held.length + own.length === 0 && !ranked) return null

  const boundNames = new Map(held.map(({ parameter }, at) => [parameter, `b.v${at + 1}`]))
  const prepared = before
    ? plan.print(before.value, {
        value: (name) => boundNames.get(name) ?? 't.x',
        range: inRow.range,
      })
    : 't.x'
  const steps: Step[] = [
    numbered(plan, `source_${no}`, plan.print(raw), 'source AS t'),
    ...(held.length === 0 ? [] : [taken(plan, `bounds_${no}`, held, `source_${no} AS t`)]),
    ...(before
      ? [
          numbered(
            plan,
            `prepared_${no}`,
            prepared,
            `source_${no} AS t${held.length === 0 ? '' : ` CROSS JOIN bounds_${no} AS b`}`,
          ),
        ]
      : []),
    taken(
      plan,
      `parameters_${no}`,
      [...own, { parameter: 'count', place: 0, formula: over('count', 'column') }],
      `${before ? 'prepared' : 'source'}_${no} AS t`,
    ),
  ]
  const rows = [
    ...held.map((live, at) => ({ ...live, from: `b.v${at + 1}` })),
    ...[...own, { parameter: 'count', place: 0 }].map((live, at) => ({
      ...live,
      from: `p.v${at + 1}`,
    })),
  ]
  const from = `${before ? 'prepared' : 'source'}_${no}`
  const select = selected(plan, criterion.name, rows, no, held.length > 0)
  return {
    steps,
    select: ranked ? `${select}\nUNION ALL\n${hundredths(plan, criterion.name, from)}` : select,
  }
}

/** The 101 points of a percentile, which it takes when it is frozen: `partSorted` of each. */
function hundredths(plan: Plan, criterion: string, from: string): string {
  const { dialect, input } = plan
  const number = (value: number) => sqlNumber(value, dialect)
  return [
    'SELECT',
    `  ${sqlText(criterion, dialect)} AS criterion,`,
    `  ${sqlText(input.words.workbook.parameters.quantiles, dialect)} AS parameter,`,
    `  (q.i - 1) * ${number(1)} AS place,`,
    '  a.x + (q.h - floor(q.h)) * (b.x - a.x) AS value',
    `FROM (SELECT s.i AS i, c.m AS m, (s.i - 1) * (c.m - ${number(1)}) / ${number(100)} AS h`,
    `  FROM ${sqlSeries(101, dialect)} AS s CROSS JOIN (SELECT max(n.present) AS m FROM ${from} AS n) AS c) AS q`,
    `JOIN ${from} AS a ON a.place = floor(q.h) + ${number(1)}`,
    `JOIN ${from} AS b ON b.place = LEAST(q.m, floor(q.h) + ${number(2)})`,
  ].join('\n')
}

function liveOf(parameters: readonly WorkbookParameter[]): readonly Live[] {
  return parameters.flatMap((parameter): readonly Live[] => {
    if (parameter.kind === 'range')
      return (parameter.formulas ?? []).map((formula, at) => ({
        parameter: parameter.name,
        place: at + 1,
        formula,
      }))
    const { name, formula } = parameter
    return formula === null ? [] : [{ parameter: name, place: 0, formula }]
  })
}

/** The numbers of a column in ascending places, and how many there are. */
function numbered({ dialect }: Plan, name: string, value: string, from: string): Step {
  const one = sqlNumber(1, dialect) // places are compared with doubles
  return {
    name,
    says: null,
    from: `(SELECT ${value} AS x FROM ${from}) AS v WHERE v.x IS NOT NULL`,
    columns: [
      { name: 'x', sql: 'v.x' },
      { name: 'place', sql: `row_number() OVER (ORDER BY v.x) * ${one}` },
      { name: 'present', sql: `count(*) OVER () * ${one}` },
    ],
  }
}

/** One row of what they come to. */
function taken(plan: Plan, name: string, all: readonly Live[], from: string): Step {
  const names: SqlNames = {
    value: inRow.value,
    range: () => ({ kind: 'aggregate', column: 't.x', place: 't.place', count: 't.present' }),
  }
  const columns = all.map(({ formula }, at) => ({
    name: `v${at + 1}`,
    sql: plan.print(formula, names),
  }))
  return { name, says: null, from, columns }
}

/** A row per parameter out of the one row that holds them all, so that the column is gone through once. */
function selected(
  { dialect, input }: Plan,
  criterion: string,
  rows: readonly { readonly parameter: string; readonly place: number; readonly from: string }[],
  no: number,
  hasBounds: boolean,
): string {
  const { parameters, columns } = { ...input.words.workbook, columns: input.words.sql.parameters }
  const words: Readonly<Record<string, string>> = { ...parameters, ...columns }
  const cases = (of: (row: (typeof rows)[number]) => string) =>
    `CASE s.i ${rows.map((row, at) => `WHEN ${at + 1} THEN ${of(row)}`).join(' ')} END`
  return [
    'SELECT',
    `  ${sqlText(criterion, dialect)} AS criterion,`,
    `  ${cases(({ parameter }) => sqlText(words[parameter] ?? parameter, dialect))} AS parameter,`,
    `  ${cases(({ place }) => (place > 0 ? sqlNumber(place, dialect) : sqlMissing(dialect)))} AS place,`,
    `  ${cases(({ from }) => from)} AS value`,
    `FROM parameters_${no} AS p${hasBounds ? ` CROSS JOIN bounds_${no} AS b` : ''} CROSS JOIN ${sqlSeries(rows.length, dialect)} AS s`,
  ].join('\n')
}
