import type { Expression } from '../../expression/expression.ts'
import type { Formula } from '../../expression/formula/formula.ts'
import { type Leveled, sqlFormula } from '../../expression/formula/sql.ts'
import { type SqlDialect, sqlMissing, sqlNumber } from '../../expression/sqlDialect.ts'
import { customersOf } from '../../project/customersOf.ts'
import { calculatedColumns } from '../../project/formulas/recipes.ts'
import { dayOf } from '../../scheme/day.ts'
import type { Column, ColumnId } from '../../table/column.ts'
import type { ExportInput } from '../exporter.ts'
import type { StepColumn } from './statement.ts'

/** The statement that they are part of; `value`: how it names the other columns. */
interface Reading {
  readonly input: ExportInput
  readonly dialect: SqlDialect
  readonly value: (id: ColumnId) => Expression | null
}

/**
 * Calculated columns of a statement, in the steps after the list is read: each behind what it reads, what is said more than
 * once in a column of its own.
 */
export class SqlCalculated {
  /** Columns by step, the first one reads the list alone. */
  readonly steps: StepColumn[][] = []
  readonly #plan: Reading
  readonly #known = new Map<ColumnId, Leveled>()
  #parts = 0

  constructor(plan: Reading) {
    this.#plan = plan
  }

  /** The column that holds a calculated column's values, as `Plan.value` has them. */
  name(column: Column): Leveled {
    const before = this.#known.get(column.id)
    if (before) return before
    const { input, dialect } = this.#plan
    const one = calculatedColumns(customersOf(input.document)).find(
      ({ column: { id } }) => id === column.id,
    )
    const recipe = one?.recipe
    const made: Leveled =
      recipe && 'formula' in recipe
        ? this.#finished(recipe.formula)
        : {
            sql:
              column.type === 'number' || column.type === 'date'
                ? sqlMissing(dialect)
                : noText(dialect),
            level: 0,
          }
    const placed = this.#put(made, `k${this.#known.size + 1}`)
    this.#known.set(column.id, placed)
    return placed
  }

  #put({ sql, level }: Leveled, name: string): Leveled {
    ;(this.steps[level] ??= []).push({ name, sql })
    for (let at = 0; at < level; at++) this.steps[at] ??= []
    return { sql: `t.${name}`, level: level + 1 }
  }

  /** Values as columns of the list are cleaned: numbers within ±1e15, days before the as-of date, words. */
  #finished(formula: Formula): Leveled {
    const { dialect } = this.#plan
    const number = (value: number) => sqlNumber(value, dialect)
    const made = this.#printed(formula)
    const lifted = made.sql.length > 60 ? this.#lift(made) : made
    const { sql, level } = lifted
    switch (formula.type) {
      case 'number':
        return {
          sql: `CASE WHEN abs(${sql}) <= ${number(1e15)} THEN ${sql} + ${number(0)} END`,
          level,
        }
      case 'date':
        return { sql: `(${number(this.#asOf)} - ${sql})`, level }
      case 'boolean':
        return { sql: `CASE WHEN ${sql} THEN 'true' WHEN NOT ${sql} THEN 'false' END`, level }
      case 'text':
        return { sql: `NULLIF(${sql}, '')`, level }
    }
  }

  #lift(made: Leveled): Leveled {
    return this.#put(made, `p${++this.#parts}`)
  }

  get #asOf(): number {
    return dayOf(this.#plan.input.document.scheme.asOf)
  }

  #printed(formula: Formula): Leveled {
    const { dialect } = this.#plan
    return sqlFormula(formula, dialect, {
      asOf: this.#asOf,
      lift: (made) => this.#lift(made),
      column: ({ column: id, type }) => {
        const { sql, level } = this.#read(id)
        switch (type) {
          case 'number':
            return { sql, level }
          case 'date':
            return { sql: `(${sqlNumber(this.#asOf, dialect)} - ${sql})`, level }
          case 'boolean':
            return { sql: `(${sql} = 'true')`, level }
          case 'text':
            return { sql: `COALESCE(${sql}, '')`, level }
        }
      },
    })
  }

  #read(id: ColumnId): Leveled {
    const column = customersOf(this.#plan.input.document).columns.find((one) => one.id === id)
    if (column?.formula !== undefined) return this.name(column)
    const value = this.#plan.value(id)
    if (value?.kind !== 'reference') throw new Error(`a formula reads ${id}, which is not there`)
    return { sql: `t.${value.name}`, level: 0 }
  }
}

const noText = (dialect: SqlDialect) =>
  `CAST(NULL AS ${dialect === 'clickhouse' ? 'Nullable(String)' : 'text'})`
