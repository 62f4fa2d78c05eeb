import type { Expression } from '../../expression/expression.ts'
import type { Column, ColumnType } from '../../table/column.ts'
import type { Table } from '../../table/table.ts'
import type { Criterion, IsoDate, Prepare, Scoring } from '../scheme.ts'
import type { Codes, Numbers } from './input.ts'

export type Direction = Criterion['direction']

/**
 * One way to turn a raw value into a utility 0..1 (spec/grading.md §2). A part is one file with all its faces:
 * value (whole column and one value), workbook, form fields. `index.ts` lists the parts.
 */
export type ScoringPart = NumberScoring | CodeScoring

interface Part<S extends Scoring> {
  readonly id: S['id']
  readonly types: readonly ColumnType[] // that it can read
  /** Whether `direction` of the criterion says anything here; elsewhere the parameters do. */
  readonly directed: boolean
  readonly fields: readonly Field[]
  /** A sensible start for this column. */
  defaults(start: StartInput): S
}

export interface StartInput {
  readonly column: Column
  readonly table: Table
  readonly asOf: IsoDate
  readonly direction: Direction // of the prepared values
  readonly prepare?: Prepare | null
}

/** Reads numbers; dates as days before the as-of date. */
export interface NumberScoring<S extends Scoring = Scoring> extends Part<S> {
  readonly reads: 'numbers'
  /** Level between its corners. */
  readonly stepped: boolean
  /** Whether anything is computed from the column, and so may be frozen. */
  automatic(scoring: S): boolean
  /** Values at which the curve bends or jumps, ascending where it matters to nobody. */
  corners(scoring: S, parameters: Float64Array): readonly number[]
  evaluate(scoring: S, values: Numbers, direction: Direction): Scored
  /** Utility of any value, with the effective parameters of `evaluate` held. For curves and the nearest step. */
  utilityOf(scoring: S, parameters: Float64Array, direction: Direction, x: number): number
  /** The value nearest to `from` (NaN = missing) whose utility is at least `needed`; NaN where none can be had. */
  reach(scoring: S, scored: ReachInput, needed: number): number
  workbook(scoring: S, input: WorkbookInput): WorkbookFace
  /** Where the workbook's form would be a poor one in SQL: the utility of `x` with all parameters as numbers (`sqlFace.ts`). */
  sql?(scoring: S, input: WorkbookInput): Expression
}

/** Reads categories; booleans as the categories `false` and `true`. */
export interface CodeScoring<S extends Scoring = Scoring> extends Part<S> {
  readonly reads: 'codes'
  evaluate(scoring: S, values: Codes): Scored
  utilityOf(scoring: S, category: string): number
  /** The category with the lowest utility that is at least `needed`; null where none is known. */
  reach(scoring: S, needed: number): string | null
  workbook(scoring: S, input: WorkbookInput): WorkbookFace
}

export interface Scored {
  readonly values: Float64Array // 0..1 per row id; NaN where the raw value is missing
  /**
   * What auto parameters came to: linear → [worst, best]; percentile → 101 type-7 quantiles; quantileBins → its k − 1 edges;
   * zscore → [mean, population sd]; else empty. NaN = nothing present.
   */
  readonly parameters: Float64Array
}

export interface ReachInput {
  readonly values: Numbers // the whole column
  readonly utilities: Float64Array
  readonly parameters: Float64Array
  readonly direction: Direction
  readonly from: number
  /** Values beyond them count as them: nothing beyond is gained. Null = none. */
  readonly within: readonly [number, number] | null
}

/** One field of the form; its words are in `i18n` under `<part>.<name>`. */
export type Field =
  | {
      readonly kind: 'number'
      readonly name: string
      /** In the column's unit, 0..1, a distance in the unit, 1 ÷ such a distance, a whole number. */
      readonly of: 'raw' | 'utility' | 'width' | 'rate' | 'count'
      readonly auto: boolean // may be left empty: computed from the column and shown
      readonly least?: number
      readonly most?: number
    }
  | { readonly kind: 'points'; readonly name: string; readonly x: string; readonly y: string } // ascending (raw, utility) pairs
  | { readonly kind: 'list'; readonly name: string; readonly key: string; readonly y: string } // a utility per category

export interface WorkbookInput {
  readonly parameters: Float64Array // effective
  readonly direction: Direction
  readonly rows: number // customers in the sheet
  /** Date column: the sheet holds dates, scoring reads days before `asOf`. */
  readonly dated: boolean
  /** `parameters` are held: nothing in the formula may follow the column. */
  readonly frozen: boolean
}

/**
 * The same rule as cells. Names in the expression: `x` (the customer's raw cell), `column` (all raw cells), `asOf` (a date
 * cell; only for dates), and each parameter by its own name. It holds for a present x; the missing policy is around it.
 */
export interface WorkbookFace {
  readonly parameters: readonly WorkbookParameter[]
  /** Null: the utility stands as a value in its own column (a formula would cost the square of the rows). */
  readonly utility: Expression | null
}

export type WorkbookParameter =
  | {
      readonly kind: 'cell'
      readonly name: string
      readonly value: number
      readonly formula: Expression | null // auto: live over `column`; null = given by hand
    }
  | {
      readonly kind: 'range' // cells side by side or below each other
      readonly name: string
      readonly values: readonly (number | string)[]
      readonly formulas?: readonly Expression[] // auto: one per value, live over `column`
    }

/** Rows up to which a formula that reads the whole column in every row is written live (spec §8). */
export const liveRows = 2000
