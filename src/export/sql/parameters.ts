import { type Expression, reference } from '../../expression/expression.ts'
import type { SqlNames } from '../../expression/sql.ts'
import {
  type SqlDialect,
  sqlDeviation,
  sqlMissing,
  sqlNumber,
  sqlSeries,
  sqlSorted,
  sqlText,
} from '../../expression/sqlDialect.ts'
import { scorings } from '../../scheme/scoring/index.ts'
import { preparation } from '../../scheme/scoring/preparation.ts'
import type { WorkbookParameter } from '../../scheme/scoring/scoring.ts'
import { scoredQuantile } from '../../scheme/scoring/workbookX.ts'
import type { ExportInput } from '../exporter.ts'
import { type SqlCriterion, sqlCriteria } from './criteria.ts'
import { inRow, type Plan, planOf, sourceSteps } from './plan.ts'
import { statement, type Step } from './statement.ts'

/** A number that follows the column: what it is called, and how it is worked out. */
interface Live {
  readonly parameter: string
  readonly place: number | null // in a list
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
  const steps = [...sourceSteps(plan, false), ...used.flatMap((part) => part.steps)]
  return statement(steps, () => used.map(({ select }) => select).join('\nUNION ALL\n'), dialect)
}

function parametersOf(
  plan: Plan,
  { criterion, raw, bounds, parameters }: SqlCriterion,
  no: number,
) {
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

  const bound = (name: string) => `b.v${held.findIndex(({ parameter }) => parameter === name) + 1}`
  const isBound = held.length > 0
  const x = plan.print(raw)
  const names: SqlNames = {
    value: (name) => {
      if (name === 'x') return x
      if (held.some(({ parameter }) => parameter === name)) return bound(name)
      const given = before?.parameters.find((parameter) => parameter.name === name)
      return given?.kind === 'cell' ? given.value : inRow.value(name)
    },
    range: (name) => inRow.range(name),
  }
  const prepared = before
    ? `CASE WHEN ${x} IS NOT NULL THEN ${plan.print(before.value, names)} END`
    : x
  const bounded = isBound ? ` CROSS JOIN bounds_${no} AS b` : ''
  const steps: readonly Step[] = [
    ...(isBound
      ? [
          sorted(plan, `raw_${no}`, x, 'source AS t'),
          {
            name: `bounds_${no}`,
            says: null,
            from: `raw_${no} AS t`,
            columns: held.map(({ formula }, at) => ({
              name: `v${at + 1}`,
              sql: plan.print(formula, together),
            })),
          },
        ]
      : []),
    sorted(plan, `values_${no}`, prepared, `source AS t${bounded}`),
  ]
  const rows = [
    { parameter: 'count', place: null, sql: 't.present' },
    ...held.map(({ parameter, place }) => ({ parameter, place, sql: bound(parameter) })),
    ...own.map(({ parameter, place, formula }) => ({
      parameter,
      place,
      sql: plan.print(formula, together),
    })),
  ]
  const from = `values_${no} AS t${bounded}`
  return { steps, select: selected(plan, criterion.name, rows, ranked, from) }
}

function liveOf(parameters: readonly WorkbookParameter[]): readonly Live[] {
  return parameters.flatMap((parameter): readonly Live[] => {
    const { name } = parameter
    if (parameter.kind === 'range')
      return (parameter.formulas ?? []).map((formula, at) => ({
        parameter: name,
        place: at + 1,
        formula,
      }))
    const { formula } = parameter
    return formula === null ? [] : [{ parameter: name, place: null, formula }]
  })
}

/** All numbers of a column in one row; none where it has none. */
function sorted({ dialect }: Plan, name: string, value: string, from: string): Step {
  return {
    name,
    says: null,
    from: `(SELECT ${value} AS x FROM ${from}) AS v HAVING count(v.x) > 0`,
    columns: [
      { name: 'sorted', sql: sqlSorted('v.x', dialect) },
      { name: 'present', sql: `count(v.x) * ${sqlNumber(1, dialect)}` }, // places are doubles
      { name: 'mean', sql: 'avg(v.x)' },
      { name: 'sd', sql: sqlDeviation('v.x', dialect) },
    ],
  }
}

/** Names in a row of `sorted`; `i` is the place of a percentile's point from 0. */
const together: SqlNames = {
  value: (name) => (name === 'i' ? '(s.i - 1)' : `t.${name}`),
  range: () => ({
    kind: 'sorted',
    values: 't.sorted',
    count: 't.present',
    mean: 't.mean',
    sd: 't.sd',
  }),
}

/** The points that a percentile takes when it is frozen, at i %. */
const hundredth = scoredQuantile(reference('i'), 100, false)
export const hundredths = 101

/** A row per parameter out of the one row that holds the column; the points of a percentile come first. */
function selected(
  plan: Plan,
  criterion: string,
  rows: readonly {
    readonly parameter: string
    readonly place: number | null
    readonly sql: string
  }[],
  ranked: boolean,
  from: string,
): string {
  const { dialect, input } = plan
  const words: Readonly<Record<string, string>> = {
    ...input.words.workbook.parameters,
    ...input.words.sql.parameters,
  }
  const name = (parameter: string) => sqlText(words[parameter] ?? parameter, dialect)
  const first = ranked ? hundredths : 0
  const cases = (of: (row: (typeof rows)[number]) => string, point: string) => {
    const whens = rows.map((row, at) => `WHEN s.i = ${first + at + 1} THEN ${of(row)}`)
    return `CASE ${whens.join(' ')}${ranked ? ` ELSE ${point}` : ''} END`
  }
  const place = (at: number | null) => (at === null ? sqlMissing(dialect) : sqlNumber(at, dialect))
  return [
    'SELECT',
    `  ${sqlText(criterion, dialect)} AS criterion,`,
    `  ${cases(({ parameter }) => name(parameter), name('quantiles'))} AS parameter,`,
    `  ${cases((row) => place(row.place), `(s.i - 1) * ${sqlNumber(1, dialect)}`)} AS place,`,
    `  ${cases(({ sql }) => sql, plan.print(hundredth, together))} AS value`,
    `FROM ${from} CROSS JOIN ${sqlSeries(first + rows.length, dialect)} AS s`,
  ].join('\n')
}
