import { type SqlDialect, sqlComment, sqlName } from '../../expression/sqlDialect.ts'
import { customersOf } from '../../project/customersOf.ts'
import type { Column, ColumnType } from '../../table/column.ts'
import type { ExportInput } from '../exporter.ts'
import { showsStability } from '../stability.ts'
import { sqlCriteria } from './criteria.ts'
import { planOf, tableOf, whoColumns } from './plan.ts'
import { ruledTier } from './rules.ts'
import { overrideKey, overridesTable } from './scoring.ts'
import { number } from '../../expression/expression.ts'
import { reviewsTable, settles } from './stability.ts'
import { tierSteps } from './tiers.ts'
import { bonuses } from './rules.ts'

/** What the file is, what it needs and how it is run, as comments. */
export function header(input: ExportInput, dialect: SqlDialect): readonly string[] {
  const { words, document } = input
  const { scheme } = document
  const say = words.sql
  const policies = new Set(scheme.criteria.map(({ missing }) => missing.id))
  const lines = [
    say.title(scheme.name || document.name, say.dialects[dialect]),
    say.asOf(scheme.asOf),
    say.holds,
    '',
    say.how(tableOf(input)),
    say.first,
    say.second,
    say.held,
    '',
    say.columns(tableOf(input)),
    ...columnsRead(input, dialect).map(
      (column) =>
        `  ${sqlName(column.name, dialect)}  ${typeOf(column.type, dialect)}${unitOf(column, input)}`,
    ),
    ...(overrideKey(input) === null
      ? document.overrides.size > 0
        ? ['', say.overridesLost]
        : []
      : ['', say.overrides(overridesTable), ...layout(dialect, ['customer', 'tier', 'expires'])]),
    ...(settles(input)
      ? ['', say.reference(reviewsTable), ...layout(dialect, reviewColumns)]
      : showsStability(input)
        ? ['', say.noReference]
        : []),
    '',
    ...(scheme.tiering.id === 'naturalBreaks' ? [say.breaks] : []),
    ...(policies.has('median') ? [say.median] : []),
    say.result,
  ]
  return lines.map(sqlComment)
}

/** Those that anything of the scheme reads, and who the customer is. */
function columnsRead(input: ExportInput, dialect: SqlDialect): readonly Column[] {
  const plan = planOf(input, dialect)
  const criteria = sqlCriteria(plan)
  bonuses(plan)
  tierSteps(plan, criteria)
  ruledTier(plan, number(1))
  const who = new Set(whoColumns(input))
  return customersOf(input.document).columns.filter(
    (column) => who.has(column) || plan.asked.has(column.id),
  )
}

const types: Readonly<Record<ColumnType, Readonly<Record<SqlDialect, string>>>> = {
  number: { postgres: 'double precision', duckdb: 'DOUBLE', clickhouse: 'Nullable(Float64)' },
  date: { postgres: 'date', duckdb: 'DATE', clickhouse: 'Nullable(Date32)' },
  boolean: { postgres: 'boolean', duckdb: 'BOOLEAN', clickhouse: 'Nullable(Bool)' },
  category: { postgres: 'text', duckdb: 'VARCHAR', clickhouse: 'Nullable(String)' },
  text: { postgres: 'text', duckdb: 'VARCHAR', clickhouse: 'Nullable(String)' },
}

export const typeOf = (type: ColumnType, dialect: SqlDialect): string => types[type][dialect]

const reviewColumns = ['customer', 'tier', 'since', 'pending', 'reviews', 'reviewed']
const dayColumns = ['expires', 'since', 'reviewed']

function layout(dialect: SqlDialect, names: readonly string[]): readonly string[] {
  return names.map(
    (name) =>
      `  ${name}  ${typeOf(dayColumns.includes(name) ? 'date' : name === 'reviews' ? 'number' : 'text', dialect)}`,
  )
}

/** How a number is written where it is not plain: 5 % as 0.05. */
function unitOf({ reading, unit }: Column, { words }: ExportInput): string {
  if (reading === 'percent' || reading === 'discount') return `  ${words.sql.share}`
  const units: Readonly<Record<string, string>> = words.scheme.units
  return unit === null ? '' : `  ${units[unit] ?? unit}`
}
