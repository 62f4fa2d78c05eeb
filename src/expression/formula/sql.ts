import { type SqlDialect, sqlNumber, sqlText } from '../sqlDialect.ts'
import type { Formula } from './formula.ts'
import { formulaParts } from './functions/index.ts'

/** SQL that can be said once the steps up to a level have been. */
export interface Leveled {
  readonly sql: string
  readonly level: number
}

export interface SqlPlaces {
  /** A column's value: doubles, day numbers, booleans, texts that are never NULL. */
  readonly column: (formula: Formula & { readonly kind: 'column' }) => Leveled
  readonly asOf: number // day number
  /** Makes an expression a column of the step after its level, so that it is said once. */
  readonly lift: (expression: Leveled) => Leveled
}

const short = 60 // letters that may well be said twice

/** A formula as SQL, NULL = no value. */
export function sqlFormula(formula: Formula, dialect: SqlDialect, places: SqlPlaces): Leveled {
  const print = (one: Formula): Leveled => {
    switch (one.kind) {
      case 'number':
        return { sql: sqlNumber(one.value, dialect), level: 0 }
      case 'text':
        return { sql: sqlText(one.value, dialect), level: 0 }
      case 'boolean':
        return { sql: one.value ? '(1 = 1)' : '(1 = 0)', level: 0 }
      case 'column':
        return places.column(one)
      case 'call': {
        const part = formulaParts.get(one.name)
        const of = one.of.map((each) => {
          const printed = print(each)
          return part.repeats && printed.sql.length > short ? places.lift(printed) : printed
        })
        const sql = part.sql(
          {
            of: of.map((each) => each.sql),
            formulas: one.of,
            lacks: one.of.map((each) => lacks(each)),
            type: one.type,
            asOf: sqlNumber(places.asOf, dialect),
          },
          dialect,
        )
        return { sql, level: Math.max(0, ...of.map(({ level }) => level)) }
      }
    }
  }
  return print(formula)
}

function lacks(formula: Formula): boolean {
  if (formula.kind === 'column') return formula.type !== 'text'
  if (formula.kind !== 'call') return false
  const part = formulaParts.get(formula.name)
  const of = formula.of.map(lacks)
  return part.lacks?.(of) ?? (part.fails !== undefined || of.some(Boolean))
}
