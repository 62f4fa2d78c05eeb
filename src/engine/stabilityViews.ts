import type { ReferenceOrigin } from '../grading/reference.ts'
import type { HeldBack } from '../grading/result.ts'
import type { StabilityId } from '../scheme/scheme.ts'
import type { ColumnId } from '../table/column.ts'

/** What the form shows of stability. */
export interface StabilityViews {
  stability: { args: null; out: StabilityView }
}

export interface StabilityView {
  readonly reference: ReferenceView | null // null = nothing to compare with yet
  readonly held: HeldBack
  readonly resting: readonly StabilityId[] // that say nothing where tiers are set as they are
  readonly columns: readonly { readonly id: ColumnId; readonly name: string }[] // of the list that may hold earlier tiers
}

export interface ReferenceView {
  readonly origin: ReferenceOrigin
  readonly name: string // of the column or file
  readonly reviewed: string | null // day of that review
  /** This day is settled already: it is judged anew against the review before. */
  readonly settledToday: boolean
  readonly matched: number // customers with an earlier tier
  readonly fresh: number // customers without
  readonly absent: number // in the reference, not on the list
}
