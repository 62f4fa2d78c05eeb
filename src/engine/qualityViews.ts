import type { Detail } from '../core/error.ts'
import type { CheckId, Dimension, Finding, FindingId, FixId } from '../quality/check.ts'
import type { FixChoice } from '../quality/fix.ts'
import type { Together } from '../quality/merging.ts'
import type { Sameness } from '../quality/pairing.ts'
import type { ColumnId, ColumnRole, ReadingId, RowId } from '../table/column.ts'
import type { MergeId } from '../table/merge.ts'

/** How good the list is: sums and pages, never a number per customer. */
export interface QualityViews {
  quality: { args: null; out: QualityView }
  /** One finding, with what a fix would write; with a choice only customers it changes. null = it is no longer so. */
  finding: {
    args: { finding: FindingId; choice: FixChoice | null; from: number; to: number }
    out: FindingPage | null
  }
  /** Customers who stand in the list more than once, certain ones first. */
  duplicates: { args: { from: number; to: number }; out: DuplicatesPage }
  /** What was merged, the latest first. */
  merges: { args: { from: number; to: number }; out: MergesPage }
}

export interface QualityView {
  readonly revision: number
  readonly customers: number
  readonly score: number | null // 0..100; null = nothing to score
  readonly valueName: string | null
  readonly valueUnit: string | null
  readonly findings: readonly FindingView[] // worst first
  readonly columns: readonly QualityColumn[]
  readonly merges: number
  readonly distinct: number // suggested groups that were found not to be one customer
  /** Of the grade: share of the weight that has a value; `complete` counts customers with all of it. */
  readonly completeness: { readonly mean: number | null; readonly complete: number }
}

export interface FindingView {
  readonly id: FindingId
  readonly check: CheckId
  readonly dimension: Dimension
  readonly level: Finding['level']
  readonly detail: Detail
  readonly customers: number
  readonly value: number | null // sum of the value column over them; null = there is none
  readonly valueShare: number | null // of the whole list
  readonly columns: readonly ColumnId[]
  readonly fixes: readonly FixId[]
}

export interface QualityColumn {
  readonly id: ColumnId
  readonly name: string
  readonly role: ColumnRole
  readonly reading: ReadingId
  readonly unit: string | null
  readonly score: number
  readonly weight: number // in the list's score
  readonly filled: number
  readonly parsed: number
  readonly distinct: number // capped at 1,000
  readonly outliers: number
  readonly against: Readonly<Record<Dimension, number>>
  readonly min: string | null
  readonly max: string | null
  readonly examples: readonly string[]
}

export interface FindingPage {
  readonly customers: number // of the finding
  readonly changes: number // cells that the choice would change; 0 without one
  readonly rows: readonly {
    readonly row: RowId
    readonly name: string
    readonly cells: readonly { readonly text: string; readonly after: string | null }[] // null = stays
  }[]
  readonly columns: readonly { readonly id: ColumnId; readonly name: string }[] // as the cells
  /** What the first column's cells say, most often first, ≤ 20, and how many different texts there are. */
  readonly texts: readonly ValueCount[]
  readonly kinds: number
}

export interface DuplicatesPage {
  readonly count: number // groups
  readonly certain: number // groups
  readonly surplus: number // rows that merging the certain groups takes out of the list
  readonly groups: readonly DuplicateGroup[]
}

export interface DuplicateGroup {
  readonly certain: boolean
  readonly reasons: readonly Sameness[]
  readonly keep: RowId // suggested
  readonly members: readonly {
    readonly row: RowId
    readonly name: string
    readonly tier: string | null // set by hand
  }[] // ≤ 12
  readonly more: number // members not shown
  /** Columns in which the members are not all the same. */
  readonly columns: readonly {
    readonly id: ColumnId
    readonly name: string
    readonly texts: readonly string[] // per member, '' = empty
    readonly dated: boolean // holds dates
    readonly differs: boolean // false: what is filled is the same everywhere
    readonly together: { readonly how: Together; readonly text: string } | null
  }[]
  readonly same: number // columns with the same cell in all
}

export interface MergesPage {
  readonly count: number
  readonly merges: readonly {
    readonly id: MergeId
    readonly at: string
    readonly keep: string // name
    readonly rows: readonly string[] // names, ≤ 12
    readonly cells: readonly {
      readonly column: string
      readonly before: string
      readonly after: string
    }[]
  }[]
}

/** A text of a column as filters and fixes name it, how it is shown where that differs, and how many rows have it. */
export interface ValueCount {
  readonly text: string
  readonly shown?: string
  readonly count: number
}
