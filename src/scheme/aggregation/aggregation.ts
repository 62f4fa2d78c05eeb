import type { Expression } from '../../expression/expression.ts'
import type { Aggregation } from '../scheme.ts'

/** One way to make a score of utilities (spec/grading.md §3). */
export interface AggregationPart<A extends Aggregation = Aggregation> {
  readonly id: A['id']
  /** Writes 0..100 before bonus, clamping and snapping; NaN = ungraded. Every term has a value for every row id. */
  score(terms: readonly Term[], score: Float64Array): void
  /** Share of each criterion in the score of one customer; 0 where it is left out. */
  shares(terms: readonly Term[], row: number): Float64Array
  /** The same as one formula, clamped and snapped; an empty text for the ungraded. */
  workbook(terms: readonly WorkbookTerm[]): Expression
}

/** A criterion as the aggregation sees it. */
export interface Term {
  readonly utilities: Float64Array // NaN = left out
  readonly present: Uint8Array
  readonly weight: number
  /** Whoever lacks this value gets no grade (missing policy `ungraded`). */
  readonly required: boolean
}

export interface WorkbookTerm {
  readonly missing: Expression // whether the raw cell is missing
  readonly utility: Expression // for a present value
  /** Utility of a missing value; null = left out. */
  readonly filled: Expression | null
  readonly weight: Expression
  readonly required: boolean
}
