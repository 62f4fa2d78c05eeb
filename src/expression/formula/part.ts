import type { SqlDialect } from '../sqlDialect.ts'
import type { Formula, FormulaType } from './formula.ts'
import type { FormulaCode } from './problem.ts'
import type { CellError, Scalar, Vector } from './vectors.ts'

/** What an argument is for: its words stand in `i18n/*\/formulas.ts`. */
export type ArgumentId =
  | 'value'
  | 'condition'
  | 'then'
  | 'otherwise'
  | 'number'
  | 'digits'
  | 'text'
  | 'part'
  | 'count'
  | 'start'
  | 'old'
  | 'new'
  | 'date'
  | 'to'
  | 'from'
  | 'year'
  | 'month'
  | 'day'

export type ArgumentType = FormulaType | 'any' | 'joined' // joined: a text, or a number written as one

export interface Argument {
  readonly id: ArgumentId
  readonly type: ArgumentType
  readonly usual?: number // of an optional one that is left out
}

export interface Signature {
  readonly first: readonly Argument[]
  readonly optional?: readonly Argument[]
  readonly repeated?: readonly Argument[] // once or more after the first; two together = pairs
}

/** What a part is told beside its arguments. */
export interface Facts {
  readonly count: number // rows
  readonly type: FormulaType // of the result
  readonly asOf: number // day number
}

/** A refused use: the place is that of the argument, or of the whole part. */
export interface Refusal {
  readonly code: FormulaCode
  readonly detail?: Readonly<Record<string, string | number>>
  readonly argument?: number
}

/** Printed arguments, and what they were printed from. */
export interface Printed {
  readonly of: readonly string[]
  readonly formulas: readonly Formula[]
  /** Whether an argument may have no value. */
  readonly lacks: readonly boolean[]
  readonly type: FormulaType
  readonly asOf: string // the as-of date: a cell, a literal; in SQL its day number
}

/**
 * An operator or function of formulas with all its faces. All faces give the same for the same values. No value is an error
 * in a workbook's formula, and NULL in SQL.
 */
export interface FormulaPart {
  readonly id: string // as people write it
  readonly kind: PartKind
  readonly signature: Signature
  /** The type of the result; arguments have passed the signature. */
  readonly type: FormulaType | ((of: readonly Formula[]) => FormulaType | Refusal)
  /** The value of values that are all there; null = none, for the reason `fails`. */
  readonly one?: (...of: never[]) => Scalar
  readonly fails?: CellError // absent = `one` always gives a value
  /** Instead of `one`: all rows of a chunk at once, which also sees what has no value; null = as `one` has it. */
  readonly all?: (of: readonly Vector[], facts: Facts) => Vector | null
  /** Which arguments it has no value without; absent = all. */
  readonly needs?: 'none' | 'first'
  /** Whether the result may have no value, from whether arguments may; absent = as any of them, or where it fails. */
  readonly lacks?: (of: readonly boolean[]) => boolean
  readonly excel: (printed: Printed) => string
  readonly sql: (printed: Printed, dialect: SqlDialect) => string
  /** Its SQL names an argument more than once: long ones are columns of a step before. */
  readonly repeats?: true
}
export type PartKind = 'operator' | 'logic' | 'number' | 'text' | 'date'
