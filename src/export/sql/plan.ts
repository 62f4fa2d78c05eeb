import type { Expression } from '../../expression/expression.ts'
import { reference } from '../../expression/expression.ts'
import { type SqlNames, sqlExpression } from '../../expression/sql.ts'
import {
  type SqlDialect,
  sqlDaysBefore,
  sqlDouble,
  sqlName,
  sqlTableName,
  sqlWords,
} from '../../expression/sqlDialect.ts'
import { customersOf } from '../../project/customersOf.ts'
import type { Column, ColumnId } from '../../table/column.ts'
import { columnById } from '../../table/table.ts'
import type { ExportInput } from '../exporter.ts'
import { SqlCalculated } from './calculated.ts'
import type { Step } from './statement.ts'

/** A statement under way: the dialect, the list's table, and its columns that anything has asked for. */
export interface Plan {
  readonly input: ExportInput
  readonly dialect: SqlDialect
  /** The column's value in each row: numbers, days before the as-of date, words; NULL = missing. Null = no such column. */
  value(id: ColumnId): Expression | null
  /** The columns as the database has them, read by the step `source`. */
  readonly asked: ReadonlyMap<ColumnId, { readonly column: Column; readonly name: string }>
  readonly calculated: SqlCalculated
  print(expression: Expression, names?: SqlNames): string
}

export function planOf(input: ExportInput, dialect: SqlDialect): Plan {
  const asked = new Map<ColumnId, { column: Column; name: string }>()
  const plan: Plan = {
    input,
    dialect,
    asked,
    get calculated() {
      return calculated
    },
    value(id) {
      const column = columnById(customersOf(input.document), id)
      if (!column) return null
      if (column.formula !== undefined)
        return reference(calculated.name(column).sql.slice('t.'.length))
      const known = asked.get(id)
      const name = known?.name ?? `c${asked.size + 1}`
      if (!known) asked.set(id, { column, name })
      return reference(name)
    },
    print: (expression, names = inRow) => sqlExpression(expression, dialect, names),
  }
  const calculated = new SqlCalculated(plan)
  return plan
}

/** Names as columns of the step before. */
export const inRow: SqlNames = {
  value: (name) => `t.${name}`,
  range: (name) => ({ kind: 'window', column: `t.${name}` }),
}

export const tableOf = ({ options }: ExportInput): string => options.sqlTable?.trim() || 'customers'

/**
 * Who the customers are, and the columns asked for, cleaned, then those that are calculated: the last to be made, the first
 * to be written. What follows reads the last of them, `source`.
 */
export function sourceSteps(plan: Plan, who: boolean): readonly Step[] {
  const { calculated, input } = plan
  const steps = calculated.steps.map((columns, at): Step => ({
    name: at === calculated.steps.length - 1 ? 'source' : `calculated_${at + 1}`,
    says: at === 0 ? input.words.formulas.sqlStep : null,
    columns,
  }))
  return [sourceStep(plan, who, steps.length === 0 ? 'source' : 'listed'), ...steps]
}

function sourceStep(plan: Plan, who: boolean, name: string): Step {
  const { input, dialect, asked } = plan
  const raw = (column: Column) => `t.${sqlName(column.name, dialect)}`
  return {
    name,
    says: input.words.sql.steps.source,
    from: `${sqlTableName(tableOf(input), dialect)} AS t`,
    columns: [
      ...(who ? whoColumns(input) : []).map((column, at) => ({
        name: `who${at + 1}`,
        sql: raw(column),
      })),
      ...[...asked.values()].map(({ column, name }) => ({
        name,
        sql: cleaned(column, raw(column), plan),
      })),
    ],
  }
}

/** The columns that say who a customer is: number and name, else the first. */
export function whoColumns(input: ExportInput): readonly Column[] {
  const { columns, key } = customersOf(input.document)
  const who = columns.filter(({ id, role }) => id === key || role === 'name')
  return who.length > 0 ? who : columns.filter(({ formula }) => formula === undefined).slice(0, 1)
}

/** Where the step before has the column that names customers in other tables; null = the list has none. */
export function keyName(input: ExportInput): string | null {
  const at = whoColumns(input).findIndex(({ id }) => id === customersOf(input.document).key)
  return at < 0 ? null : `who${at + 1}`
}

function cleaned(column: Column, raw: string, { input, dialect }: Plan): string {
  switch (column.type) {
    case 'number':
      return sqlDouble(raw, dialect)
    case 'date':
      return sqlDaysBefore(raw, input.document.scheme.asOf, dialect)
    case 'boolean':
      return `CASE WHEN ${raw} THEN 'true' WHEN NOT ${raw} THEN 'false' END`
    case 'category':
    case 'text':
      return sqlWords(raw, dialect)
  }
}
