import type { ColumnId } from '../table/column.ts'

export type CriterionId = string
export type GroupId = string
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
  /**
   * Half-life in days (> 0) of a date's nearness to the as-of date: 2^(−days ÷ half-life), 1 from the as-of date on. Of
   * columns of dates; not together with `log`. None = null.
   */
  readonly decay?: number | null
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
  /** One of the scheme's groups; any other, or none, counts to the first. Says nothing in a scheme without groups. */
  readonly group?: GroupId | null
}

/** A scoring dimension (评分维度): criteria that share one weight among all (行为 / 贡献 / 忠诚度 / 互动). */
export interface CriteriaGroup {
  readonly id: GroupId
  readonly name: string
  readonly weight: number // ≥ 0; need not total 100
  /** Most points its criteria may give together, before bonus; of the weighted sum only. None = null. */
  readonly cap: number | null // 0..100
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
  | {
      readonly id: 'matrix'
      readonly axes: readonly [Axis, Axis] // down, across
      readonly cells: readonly (readonly number[])[] // [class down][class across] → tier, from 0; best class first
    }
/** What one side of a matrix goes by, and where its classes part: 1..4 numbers, the best class first. */
export type Axis = { readonly cutoffs: readonly number[] } & (
  | { readonly of: 'group'; readonly group: GroupId } // its sub-score 0..100
  | {
      readonly of: 'column' // numbers; dates as days before the as-of date
      readonly column: ColumnId
      readonly better: 'higher' | 'lower' // `lower`: cut-offs ascend, a class holds whoever is not above its own
    }
)
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

/**
 * What keeps a customer in the tier of the reference (spec/grading.md §5); each at most once in a scheme. The parts:
 * `scheme/stability/`.
 */
export type Stability =
  | { readonly id: 'buffer'; readonly points: number } // 0..100; a cut-off counts only from so many points beyond it
  | { readonly id: 'reviews'; readonly count: number } // whole, ≥ 2: so many reviews in a row on the same side
  | { readonly id: 'minimumStay'; readonly days: number; readonly onlyDown: boolean } // whole days since the tier began
  | { readonly id: 'oneStep' }
export type StabilityId = Stability['id']

export interface Rule {
  readonly id: RuleId
  readonly enabled: boolean
  readonly conditions: readonly Condition[] // all of them, at least one
  readonly effect: Effect
}

/** How important one criterion or group is beside another: an answer of pairwise comparison. */
export interface Judgement {
  readonly first: string // ids
  readonly second: string
  readonly ratio: number // 1/9..9; 3: the first is 3 times as important
}

/** Plain JSON; holds no customer data. */
export interface Scheme {
  readonly format: 1
  readonly name: string
  readonly template: string | null // id of the template it began as
  readonly asOf: IsoDate
  readonly criteria: readonly Criterion[]
  readonly groups?: readonly CriteriaGroup[] // absent = none; at most 9
  readonly judgements?: readonly Judgement[] // that weights were found by; no part of the grade
  readonly aggregation: Aggregation
  readonly tiers: readonly Tier[] // 2..9
  readonly tiering: Tiering
  /** Tiers are drawn within each category of this column; a missing category is one of its own. None = null. */
  readonly within?: ColumnId | null
  readonly stability?: readonly Stability[] // absent = none
  readonly rules?: readonly Rule[] // absent = none; at most 32
  /** The column whose sums stand beside the counts (金额). */
  readonly valueColumn: ColumnId | null
}
