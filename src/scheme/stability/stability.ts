import type { Expression } from '../../expression/expression.ts'
import type { Stability, TieringId } from '../scheme.ts'

/**
 * What is known of the customers from the last review, by row id of the list. A tier of 255 (`ungraded`) is none: a new
 * customer, or one whose tier no longer exists.
 */
export interface ReferenceRows {
  readonly tier: Uint8Array // settled then; index among the scheme's tiers
  readonly since: Float64Array // day since which it is in that tier; NaN = unknown
  readonly pending: Uint8Array // tier that it was on its way to; 255 = none
  readonly reviews: Float64Array // reviews in a row that it was; 0 where nothing is pending
  /** The as-of date is not after that review: it is counted in `reviews` already. */
  readonly counted: boolean
}

/** One review of all customers. */
export interface Review {
  readonly day: number // the as-of date
  readonly score: Float64Array
  readonly computed: Uint8Array
  readonly reference: ReferenceRows
  /** Effective cut-offs that a customer is held against, best first, one per tier but the last; Infinity = nobody reaches. */
  cutoffsOf(row: number): Float64Array
}

/** A number of the form, or a switch. */
export type StabilityField =
  | {
      readonly name: 'points' | 'count' | 'days'
      readonly min: number
      readonly max: number
      readonly digits: number
    }
  | { readonly name: 'onlyDown' }

/**
 * One setting that keeps customers in the tier of the reference (spec/grading.md §5). Each says from which tier to which a
 * customer may go, and its own tier of the reference always lies between: so the settled tier is the computed one held
 * within all of these ranges, and a part can hold a customer but never send it anywhere.
 *
 * The formula knows these names: `score`, `computed`, `reference`, `pending` (tier numbers from 1; 0 = no pending tier),
 * `since`, `asOf` (days), `reviews`, `counted` (a truth), `cutoff.1` … `cutoff.n−1` (best first), and its own parameters
 * as `buffer.points`. It is asked only of customers with a reference.
 */
export interface StabilityPart<S extends Stability = Stability> {
  readonly id: S['id']
  readonly start: S
  readonly fields: readonly StabilityField[]
  /** Rounded and within its limits, as it is stored; null where it holds no numbers. */
  tidied(stability: S): S | null
  /** Whether it says something where tiers are set so; elsewhere it rests. */
  fits(tiering: TieringId): boolean
  /** Index of the best tier that a customer may rise to; asked only where the computed tier is better than the reference. */
  best(stability: S, review: Review, row: number): number
  /** Index of the worst tier that it may fall to; asked only where the computed tier is worse. */
  worst(stability: S, review: Review, row: number): number
  /** Numbers of the formula that a workbook shows in cells, by the names above. */
  parameters(stability: S): readonly { readonly name: string; readonly value: number }[]
  /** The same range as tier numbers from 1, for any computed tier. */
  workbook(stability: S, tiers: number): { readonly best: Expression; readonly worst: Expression }
}

/** No tier: as `ungraded` in `grading/result.ts`. */
export const noTier = 255
/** The last tier takes the rest, however many there are. */
export const anyTier = 254
