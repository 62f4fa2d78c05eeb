import type { Expression } from '../../expression/expression.ts'
import { type Shared, sharesOf as sharesIn } from '../../math/shares.ts'
import type { Aggregation } from '../scheme.ts'

/** One way to make a score of utilities (spec/grading.md §3). */
export interface AggregationPart<A extends Aggregation = Aggregation> {
  readonly id: A['id']
  /**
   * How the points of the criteria add up to the score: `earned` from 0; `lost` from 100, points ≤ 0; `shared`: the score
   * is one whole and is split by how much each criterion counted.
   */
  readonly explains: 'earned' | 'lost' | 'shared'
  /** Whether caps of groups act (spec §3). */
  readonly caps: boolean
  /**
   * Writes 0..100 before bonus, clamping and snapping; NaN = ungraded. Every term has a value for every row id. With `toFinish`
   * it may clamp and snap in the same walk; whether it has.
   */
  score(terms: readonly Term[], score: Float64Array, toFinish?: boolean): boolean
  /** Share of each criterion in the score of one customer; 0 where it is left out. */
  shares(terms: readonly Term[], row: number): Float64Array
  /** What each criterion gave one customer whose score before bonus is `score`; 0 where it is left out. */
  points(terms: readonly Term[], row: number, score: number): Float64Array
  /** The points of each that a customer with utility 1 everywhere would have. */
  possible(shares: Float64Array): Float64Array
  /** The score as one formula, not clamped or snapped yet. Only asked where somebody is graded (`graded.ts`). */
  workbook(terms: readonly WorkbookTerm[]): Expression
  /** The same for the points of one criterion; `score` is the score before bonus. */
  workbookPoints(terms: readonly WorkbookTerm[], at: number, score: Expression): Expression
  /** The score of a scheme with groups; `workbook` gives that of each group by itself. */
  workbookGroups(groups: readonly WorkbookGroup[]): Expression
  /** Points of the criterion `at` of a group. */
  workbookGroupPoints(
    groups: readonly WorkbookGroup[],
    group: number,
    at: number,
    score: Expression,
  ): Expression
  /** The score in SQL, in the order of operations of `score`; not clamped or snapped yet. */
  sql(terms: readonly SqlTerm[]): Expression
}

/** Where the points of a criterion begin to count. */
export const startOf = ({ explains }: AggregationPart): number => (explains === 'lost' ? 100 : 0)

/** A criterion as the aggregation sees it. */
export interface Term extends Shared {
  readonly utilities: Float64Array // NaN = left out
  readonly present: Uint8Array
  /** Whoever lacks this value gets no grade (missing policy `ungraded`). */
  readonly required: boolean
  /** Most points of its group together, the same for all of a group; null or absent = no cap. Of `caps` parts only. */
  readonly groupCap?: number | null
}

/** A group of criteria as the workbook has it. */
export interface WorkbookGroup {
  readonly terms: readonly WorkbookTerm[]
  /** Cell of its score by its criteria alone, 0..100; a text where nothing of it counts for the customer. */
  readonly score: Expression
  readonly weight: Expression
  readonly cap: Expression | null
}

export interface WorkbookTerm {
  readonly missing: Expression // whether the raw cell is missing
  readonly utility: Expression // for a present value
  /** Utility of a missing value; null = left out. */
  readonly filled: Expression | null
  readonly weight: Expression
  readonly required: boolean
}

/** What a row of a query knows of each criterion. */
export interface SqlTerm extends Shared {
  readonly left: Expression // whether it is left out
  readonly utility: Expression // missing where it is left out
  readonly share: Expression // among what is there; 0 where it is left out
  readonly groupCap: number | null
}

/** Whether the criteria are of several groups, each with its own part of the whole. */
export const isGrouped = (terms: readonly Shared[]): boolean =>
  terms.some(({ group }) => group !== terms[0]?.group)

/** Shares among the criteria that have a utility for this customer. */
export function sharesOf(terms: readonly Term[], row: number): Float64Array {
  return sharesIn(terms, (at) => !Number.isNaN(terms[at]?.utilities[row]))
}
