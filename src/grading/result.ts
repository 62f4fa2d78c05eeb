import type { Issue } from '../core/issue.ts'
import type {
  Axis,
  CriterionId,
  GroupId,
  IsoDate,
  RuleId,
  Stability,
  StabilityId,
  TierId,
} from '../scheme/scheme.ts'
import type { RowId } from '../table/column.ts'
import type { CustomerKey } from '../table/table.ts'

/** Tier index in the result arrays for a customer without a grade. */
export const ungraded = 255

/** Set by hand. Beats the computed tier; both are kept. */
export interface Override {
  readonly tier: TierId
  readonly reason: string
  readonly by: string
  readonly at: string // ISO instant
  readonly expires: IsoDate | null // no longer valid when asOf > expires
}
export type Overrides = ReadonlyMap<CustomerKey, Override>

/** What one criterion made of its column. Cached per (column revision, scoring, missing policy, rows). */
export interface Utilities {
  readonly criterion: CriterionId
  readonly values: Float64Array // 0..1, NaN = left out; one per row id
  /** 1 where the raw value is present; a filled-in utility (`fixed`, `median`) does not count as present. */
  readonly present: Uint8Array
  readonly presentCount: number
  readonly missingCount: number
  /** What auto parameters came to: linear → [worst, best]; others their own, in the order their part says. */
  readonly parameters: Float64Array
  /** Of winsorising, in raw units; null where it is not asked for. */
  readonly bounds: readonly [number, number] | null
}

/** All of it columnar, indexed by row id. Dead rows: NaN and `ungraded`. */
export interface GradeResult {
  readonly score: Float64Array // 0..100 snapped to 1e-9; NaN = ungraded
  readonly computed: Uint8Array // tier index, 0 = best; `ungraded`
  readonly settled: Uint8Array // after stability (the same array while there is none)
  readonly final: Uint8Array // after rules and override (the same array while none acts)
  readonly held: HeldBack
  readonly overridden: ReadonlyMap<RowId, number> // rows set by hand → tier index
  /** A bit per rule of the scheme that the customer fulfils (bit 0 = the first); empty where there are no rules. */
  readonly ruleHits: Uint32Array
  readonly completeness: Float64Array // present weight ÷ total weight, 0..1
  readonly utilities: readonly Utilities[] // enabled criteria, scheme order
  /**
   * Effective cut-offs, best first, one per tier but the last (for quota: the lowest score in the tier). Empty where tiers
   * follow something else than the score.
   */
  readonly cutoffs: Float64Array
  /** Where tiers are drawn within the categories of a column; `cutoffs` is empty then. Read by `cutoffsFor`. */
  readonly within: Within | null
  readonly totals: GradeTotals
  readonly issues: readonly Issue[]
}

/** The categories that tiers were drawn in, each by itself. Code 0 = without a category, one of its own. */
export interface Within {
  readonly codes: Uint32Array // by row id
  readonly names: readonly string[] // names[0] = ''
  /** By code, as `GradeResult.cutoffs`; empty lists where tiers follow something else than the score. */
  readonly cutoffs: readonly Float64Array[]
}

/** How many customers are not in their computed tier, and how many of them each setting holds by itself. */
export interface HeldBack {
  readonly total: number
  readonly by: readonly { readonly id: StabilityId; readonly count: number }[]
}

export interface GradeTotals {
  readonly graded: number
  readonly ungraded: number
  readonly tiers: readonly TierTotals[] // by final tier
  readonly histogram: Uint32Array // 100 bins of 1 point; the last holds 100 too
  /** The same bins split by final tier: tier index × 100 + bin. */
  readonly histogramByTier: Uint32Array
  readonly near: number // within ±1 of a cut-off
  readonly overridden: number
  readonly ruleHits: readonly number[] // customers that fulfil each rule of the scheme; 0 where it is off
  readonly valueTotal: number
  readonly scoreMean: number
}

export interface TierTotals {
  readonly tier: TierId
  readonly count: number
  readonly share: number // of graded customers, 0..1
  readonly value: number // sum of the value column
  readonly valueShare: number // 0..1; 0 when the total is 0
}

/** Why one customer has its grade. Lines add up to the score within 1e-9, shown lines to the shown score. */
export interface Explanation {
  readonly score: number // NaN = ungraded
  readonly rank: number // 1 = best, ties share the best rank
  readonly graded: number
  readonly computed: TierId | null
  readonly settled: TierId | null
  readonly final: TierId | null
  /** Against the last review; null = nothing acts, or the customer is new. */
  readonly stability: StabilityExplanation | null
  readonly override: Override | null
  /** A tier by hand that no longer holds on the as-of date. */
  readonly expired: Override | null
  readonly completeness: number
  /** Where the points of the lines begin to count: 0, or 100 where they are what is lost. */
  readonly start: number
  readonly lines: readonly ExplanationLine[]
  /** After the criteria: what caps of groups took, points of rules, then what clamping to 0..100 took or gave. start + lines + extras = score. */
  readonly extras: readonly ExplanationExtra[]
  readonly hits: readonly RuleId[] // rules that this customer fulfils
  /** Decimals at which the score is shown: more than 1 only where rounding would seem to reach a missed cut-off. */
  readonly decimals: number
  readonly strongest: CriterionId | null // largest share of its possible points
  readonly weakest: CriterionId | null // most points lost
  readonly toNext: { readonly tier: TierId; readonly points: number } | null
  readonly aboveNext: { readonly tier: TierId; readonly points: number } | null // above the cut-off of its own tier; `tier` = the one below
  /** Smallest change of one criterion that reaches the next tier, all parameters held. */
  readonly nearest: NearestStep | null
  readonly cell: CellPlace | null // of a matrix
  readonly category: OwnCategory | null // where tiers are drawn within a column
}

/** A customer's cell of a matrix. */
export interface CellPlace {
  readonly sides: readonly {
    readonly axis: Axis
    readonly value: number // NaN = none, the lowest class
    readonly at: number // class, 0 = best
    readonly classes: number
  }[]
  /** What one side alone would need for a better tier, the other held. */
  readonly steps: readonly SideStep[]
}
export interface SideStep {
  readonly side: number
  readonly needed: number
  readonly tier: TierId
}

export interface OwnCategory {
  readonly column: string // its name
  readonly name: string // '' = without one
  readonly graded: number
  readonly rank: number // by score among these; ties share the best rank
}

export interface StabilityExplanation {
  readonly reference: TierId
  readonly since: number // day; NaN = unknown
  /** Settings that hold the customer by themselves; empty = it is where its score puts it. */
  readonly by: readonly Stability[]
  /** Where it is on its way to, and for how many reviews in a row. */
  readonly pending: { readonly tier: TierId; readonly reviews: number } | null
}

export interface ExplanationLine {
  readonly criterion: CriterionId
  readonly raw: number | string | boolean | null // null = missing
  readonly original: string | null
  readonly utility: number // NaN = left out
  readonly share: number // normalised weight for this customer, 0..1
  readonly points: number // by the aggregation; 100 · share · utility for the weighted sum
  readonly shownPoints: number // rounded by largest remainder
  readonly possible: number // points with utility 1 everywhere
  readonly filled: 'fixed' | 'median' | null // by the missing policy
}

export type ExplanationExtra =
  | {
      readonly kind: 'bonus'
      readonly rule: RuleId
      readonly points: number
      readonly shownPoints: number
    }
  | {
      readonly kind: 'groupCap'
      readonly group: GroupId
      readonly points: number // < 0: what the group has beyond its cap
      readonly shownPoints: number
    }
  | { readonly kind: 'clamp'; readonly points: number; readonly shownPoints: number }

export interface NearestStep {
  readonly criterion: CriterionId
  readonly from: number | string | null
  readonly to: number | string
}
