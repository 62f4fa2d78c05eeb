import type { ColumnId } from '../table/column.ts'

export type CriterionId = string
export type TierId = string
/** `YYYY-MM-DD` */
export type IsoDate = string

/** Raw value → utility 0..1, as stored. The parts that compute them: `scheme/scoring/`. */
export type Scoring =
  | { readonly id: 'linear'; readonly worst: number | null; readonly best: number | null } // null = auto (min, max; swapped when lower is better)
  | { readonly id: 'percentile' }
  | {
      readonly id: 'bands'
      readonly below: number // utility under the first band
      readonly bands: readonly { readonly from: number; readonly utility: number }[] // ascending `from`
    }
  | {
      readonly id: 'lookup'
      readonly points: readonly { readonly category: string; readonly utility: number }[]
      readonly other: number
    }
  | { readonly id: 'quantileBins'; readonly classes: number } // whole, ≥ 2
  | { readonly id: 'zscore' }
  | {
      readonly id: 'target'
      readonly low: number // one value: low = high
      readonly high: number
      readonly tolerance: number // ≥ 0: at this distance the utility is 0
    }
  | {
      readonly id: 'piecewise'
      readonly points: readonly { readonly x: number; readonly utility: number }[] // ascending x
    }
  | { readonly id: 'logistic'; readonly midpoint: number; readonly steepness: number } // > 0
export type ScoringId = Scoring['id']

export type MissingPolicy =
  | { readonly id: 'reweight' }
  | { readonly id: 'fixed'; readonly utility: number }
  | { readonly id: 'median' }
  | { readonly id: 'ungraded' }

/** What is done to a column's numbers before they are scored; first the bounds, then the logarithm. */
export interface Prepare {
  /** Values beyond these quantiles count as the quantiles (缩尾): 0 ≤ low < high ≤ 1, to 0.0001. */
  readonly winsorise: readonly [number, number] | null
  readonly log: boolean // sign(x)·ln(1 + |x|)
}

/** Effective parameters that no longer follow the column. */
export interface Frozen {
  readonly parameters: readonly number[] // as the scoring part gives them
  readonly bounds: readonly [number, number] | null // of winsorise
}

export interface Criterion {
  readonly id: CriterionId
  readonly column: ColumnId
  readonly name: string // shown; starts as the column's name
  readonly enabled: boolean
  readonly weight: number // ≥ 0; need not total 100
  readonly direction: 'higher' | 'lower' // where the scoring part is directed; the others say it themselves
  readonly scoring: Scoring
  /** Of columns of numbers and dates. Parameters of the scoring are in prepared units. None = null. */
  readonly prepare?: Prepare | null
  readonly frozen?: Frozen | null
  readonly missing: MissingPolicy
}

/** Best first. The last tier takes the rest. */
export interface Tier {
  readonly id: TierId
  readonly name: string // A
  readonly label: string // 重点客户
}

export type Tiering =
  | { readonly id: 'cutoffs'; readonly cutoffs: readonly number[] } // one per tier but the last, descending, 0..100
  | { readonly id: 'quota'; readonly cumulative: readonly number[] } // hundredths of a percent, one per tier, ascending, last = 10000
  | { readonly id: 'topN'; readonly cumulative: readonly number[] } // customers, one per tier but the last, ascending
  | {
      readonly id: 'valueShare'
      readonly column: ColumnId | null // null = the scheme's value column
      readonly cumulative: readonly number[] // of the value, as in quota
    }
  | { readonly id: 'naturalBreaks' }
export type TieringId = Tiering['id']

export type Aggregation =
  { readonly id: 'weightedSum' } | { readonly id: 'weightedProduct' } | { readonly id: 'topsis' }
export type AggregationId = Aggregation['id']

export type RuleId = string
export type Comparison = '<' | '<=' | '=' | '>=' | '>' | '<>'

/** Of one column. A missing value fulfils none but `missing`. */
export type Condition =
  | {
      readonly id: 'compare' // numbers; dates as days before the as-of date
      readonly column: ColumnId
      readonly operator: Comparison
      readonly value: number
    }
  | {
      readonly id: 'among' // categories; of a boolean `true` and `false`
      readonly column: ColumnId
      readonly categories: readonly string[]
      readonly not: boolean
    }
  | { readonly id: 'missing'; readonly column: ColumnId; readonly not: boolean }
export type ConditionId = Condition['id']

/** What a rule does to the customers that fulfil its conditions. The parts: `scheme/rules/`. */
export type Effect =
  | { readonly id: 'bonus'; readonly points: number } // −100..100, to the score
  | { readonly id: 'floor'; readonly tier: TierId } // not below
  | { readonly id: 'cap'; readonly tier: TierId } // not above
  | { readonly id: 'veto' } // the last tier
export type EffectId = Effect['id']

export interface Rule {
  readonly id: RuleId
  readonly enabled: boolean
  readonly conditions: readonly Condition[] // all of them, at least one
  readonly effect: Effect
}

/** Plain JSON; holds no customer data. */
export interface Scheme {
  readonly format: 1
  readonly name: string
  readonly template: string | null // id of the template it began as
  readonly asOf: IsoDate
  readonly criteria: readonly Criterion[]
  readonly aggregation: Aggregation
  readonly tiers: readonly Tier[] // 2..9
  readonly tiering: Tiering
  readonly rules?: readonly Rule[] // absent = none; at most 32
  /** The column whose sums stand beside the counts (金额). */
  readonly valueColumn: ColumnId | null
}
