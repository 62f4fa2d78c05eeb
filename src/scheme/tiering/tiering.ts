import type { Expression } from '../../expression/expression.ts'
import type { Tiering } from '../scheme.ts'

/** One way to draw the lines between tiers (spec/grading.md §4). All end in cut-offs, so that assigning is one pass for all. */
export interface TieringPart<T extends Tiering = Tiering> {
  readonly id: T['id']
  /** The one list in the form: a value per tier but the last (`cutoffs`), or per tier (`cumulative`). */
  readonly field: { readonly name: string; readonly of: 'score' | 'share'; readonly live: boolean }
  defaults(tiers: number): T
  /**
   * Effective cut-offs, best first, one per tier but the last: a customer is in the first tier whose cut-off ≤ score.
   * Infinity = a tier that nobody can be in. NaN in `score` = ungraded.
   */
  cutoffs(tiering: T, score: Float64Array, tiers: number): Float64Array
  /** The rule with its list of another length; `at` is the tier that goes or comes. */
  withoutTier(tiering: T, at: number): T
  withTier(tiering: T): T // one more, below all others
  /**
   * The cut-off of one tier as a cell formula; names: `scores` (all scores) and `given` (the number of the list for this
   * tier: a cut-off, or hundredths of a percent).
   */
  workbook(): Expression
  /** What the `given` cells hold, one per tier but the last. */
  given(tiering: T): readonly number[]
}
