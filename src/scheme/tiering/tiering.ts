import type { Issue } from '../../core/issue.ts'
import type { Spread } from '../../math/kernels/spread.ts'
import { compare, type Expression, number, reference } from '../../expression/expression.ts'
import type { Column, ColumnId } from '../../table/column.ts'
import type { Table } from '../../table/table.ts'
import type { Axis, Scheme, Tiering } from '../scheme.ts'

/**
 * One way to draw the lines between tiers (spec/grading.md §4). All end in cut-offs over a number that each customer has,
 * the score or a column's value, so that assigning is one pass for all and equal numbers always share a tier.
 */
export interface TieringPart<T extends Tiering = Tiering> {
  readonly id: T['id']
  /** The one list in the form, an entry per tier but the last; null = nothing to set. `column`: whether a value column is chosen too. */
  readonly field: {
    readonly name: string
    readonly of: 'score' | 'share' | 'count'
    readonly column: boolean
  } | null
  /** What is held against the cut-offs. */
  readonly measure: 'score' | 'value' | 'cell'
  /**
   * For lines that depend on who else is there, and so on being drawn within each category of a column (spec §4): the
   * formula of whether a customer is in a tier or a better one; null = the workbook has the tiers as values. Names: `given`
   * (as in the list), `above` and `count` (of `above`). Null for the part: drawn within or not is all the same.
   */
  readonly within: {
    readonly reached: Expression | null
    /** Customers of the category with a higher score, or the billionths of its value that higher values hold. */
    readonly above: 'customers' | 'value'
  } | null
  /** False: dear enough to be computed only when a drag has ended; the last lines are kept meanwhile. */
  readonly live: boolean
  defaults(tiers: number): T
  /** How it begins in this scheme on this table; absent = as `defaults`. */
  start?(scheme: Scheme, table: Table): T
  /** Rounded and within its limits, as it is stored; null where the list has another length or holds no numbers. */
  tidied(tiering: T, tiers: number): T | null
  lines(tiering: T, input: TieringInput): Lines
  /** The rule with its list of another length; `at` is the tier that goes or comes. */
  withoutTier(tiering: T, at: number, tiers: number): T // `tiers`: how many are left
  withTier(tiering: T, tiers: number): T // one more, below all others; `tiers`: how many there were
  /** The numbers of the list, one per tier but the last; empty where there is no list. */
  given(tiering: T): readonly number[]
  /** Places of tiers (from 0) whose line is on the wrong side of the one above, and of tiers that nobody can be in. */
  doubts(tiering: T, tiers: number): { readonly crossed: number[]; readonly unreachable: number[] }
  /** How the workbook finds the tier of a customer; `rows` = customers in the sheet. */
  workbook(tiering: T, rows: number): WorkbookTiering
  /**
   * In SQL, whether a customer is in a tier (its place from 0) or a better one. Names: `score`; `graded` customers and those
   * `above`, scoring strictly higher; `valueAbove`, held by customers with strictly higher values, of `valueTotal`; classes
   * `down` and `across` of a matrix, from 0. `cutoff` = the effective one.
   */
  sql(tiering: T, at: number, cutoff: number): Expression
}

export interface TieringInput {
  readonly score: Float64Array // by row id; NaN = ungraded
  /** How scores lie, where that is known already; of other scores than these it says nothing. */
  readonly spread?: Spread
  readonly tiers: number
  /** A column of the table; null asks for the scheme's value column. */
  readonly column: (id: ColumnId | null) => Column | null
  /** What customers are by one side of a matrix, by row id, NaN = nothing; null = the group or column is gone. */
  readonly axis: (axis: Axis) => AxisValues | null
}

export interface AxisValues {
  readonly name: string
  readonly values: Float64Array
}

export interface Lines {
  /** What each customer is placed by, by row id: `score` itself, or as long; NaN = ungraded. */
  readonly measure: Float64Array
  /** Best first, one per tier but the last: a customer is in the first tier whose cut-off ≤ its number. Infinity = nobody. */
  readonly cutoffs: Float64Array
  readonly issues: readonly Issue[]
}

/**
 * `cutoffs`: a cell per tier holds its cut-off; names in `cutoff`: `scores` (all scores), `given` (the list's number for
 * the tier). Null = the present cut-offs, as fixed values.
 * `rows`: `reached` says of a customer and a tier whether it is in this tier or a better one; names: `x` and `values` (the
 * value column here and whole), `scores`, `given`. `fixed`: the tiers themselves stand as values.
 */
export type WorkbookTiering =
  | { readonly kind: 'cutoffs'; readonly cutoff: Expression | null }
  | { readonly kind: 'rows'; readonly column: ColumnId | null; readonly reached: Expression }
  | { readonly kind: 'matrix' } // the classes of two columns and a table of tiers
  | { readonly kind: 'fixed' }

/** Above every score: the cut-off that a workbook has for a tier that nobody can be in. */
export const beyond = 1000

/** A line over the score in SQL; one that nobody reaches stands at `beyond`. */
export function reaches(cutoff: number): Expression {
  return compare('>=', reference('score'), number(Number.isFinite(cutoff) ? cutoff : beyond))
}
