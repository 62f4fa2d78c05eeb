import type { Issue } from '../core/issue.ts'
import type { Explanation, GradeTotals } from '../grading/result.ts'
import type { SchemeDifference } from '../scheme/difference.ts'
import type { Criterion, CriterionId, Scheme, TierId } from '../scheme/scheme.ts'
import type { TemplateId } from '../scheme/templates/template.ts'
import type { ColumnId, ColumnRole, ColumnType, ReadingId, RowId } from '../table/column.ts'
import type { RecordKind } from '../table/kind.ts'
import type { TableId } from '../table/table.ts'
import type { ModelId } from '../models/figureIds.ts'
import type { AdviceViews } from './adviceViews.ts'
import type { BlockViews } from './blockViews.ts'
import type { ColumnViews } from './columnViews.ts'
import type { FormulaViews } from './formulaViews.ts'
import type { ModelViews } from './modelViews.ts'
import type { QualityViews } from './qualityViews.ts'
import type { StabilityViews } from './stabilityViews.ts'
import type { RecordsView, RecordTableView } from './recordViews.ts'
import type { SheetQuery, SheetView, SheetWindow } from './sheetViews.ts'
import type { TieringChoices, TieringViews } from './tieringViews.ts'

export type * from './blockViews.ts'
export type * from './catalogueEntries.ts'
export type * from './formulaViews.ts'
export type * from './sheetViews.ts'
export type * from './columnViews.ts'

/**
 * What the page may ask to see. A view never carries a number per customer: a window, sums, bins, one explanation.
 * Texts in views are the customer's own or plain digits; words come from `i18n` on the page.
 */
export interface Views
  extends
    QualityViews,
    ModelViews,
    StabilityViews,
    AdviceViews,
    TieringViews,
    FormulaViews,
    BlockViews,
    ColumnViews {
  project: { args: null; out: ProjectView }
  scheme: { args: null; out: SchemeView }
  summary: { args: null; out: SummaryView }
  sheet: { args: SheetQuery; out: SheetView }
  behind: { args: { query: SheetQuery }; out: boolean } // whether asked for anew its rows would be others, or stand otherwise
  window: { args: { query: SheetQuery; from: number; to: number }; out: SheetWindow } // view rows, `to` exclusive
  explain: { args: { row: RowId; query: SheetQuery }; out: ExplainView | null } // null = no such row
  criterion: {
    args: { criterion: CriterionId; bins: number; row: RowId | null }
    out: CriterionView | null
  }
  columns: { args: { table: TableId }; out: readonly ColumnView[] }
  /** Tables of records beside the customers, in the order of their kinds. */
  tables: { args: null; out: readonly RecordTableView[] }
  /** A page of records, at most 100; null = there is no such table. */
  records: {
    args: { kind: RecordKind; rows: 'all' | 'unmatched'; from: number; to: number }
    out: RecordsView | null
  }
  insights: { args: { by: ColumnId | null }; out: InsightsView }
  movement: { args: { against: MovementBase }; out: MovementView }
}
export type ViewName = keyof Views

export interface ProjectView {
  readonly id: string
  readonly name: string
  readonly revision: number
  readonly rowCount: number
  readonly source: string | null
  readonly tables: readonly { readonly id: TableId; readonly rowCount: number }[]
  readonly undo: string | null // command kind that undo would take back
  readonly redo: string | null
  readonly issues: readonly Issue[] // of data and scheme together
}

export interface CriterionSummary {
  readonly criterion: Criterion
  readonly columnName: string | null // null = the column is gone
  readonly columnType: ColumnType | null
  readonly reading: ReadingId | null
  readonly unit: string | null
  readonly share: number // normalised over enabled criteria, 0..1
  readonly missing: number
  readonly present: number
  readonly bars: readonly number[] // 16 bins of the usual values, 0..1 of the highest
  readonly curve: readonly number[] // utility at 17 even steps over the same range (lookup: per category)
}

export interface SchemeView extends TieringChoices {
  readonly scheme: Scheme
  readonly criteria: readonly CriterionSummary[] // scheme order, disabled ones too
  readonly free: readonly { readonly column: ColumnId; readonly name: string }[] // columns that could become criteria
  readonly totalWeight: number
  readonly cutoffs: readonly number[] // effective
  readonly differences: readonly SchemeDifference[] // against the kept scheme
  readonly templates: readonly { readonly id: TemplateId; readonly fits: boolean }[]
}

export type { SchemeDifference }

export interface SummaryView {
  readonly revision: number
  readonly totals: GradeTotals
  readonly cutoffs: readonly number[]
  /** Counts under the kept scheme, same tiers order by id; null when nothing changed. */
  readonly kept: readonly { readonly tier: TierId; readonly count: number }[] | null
  readonly moved: { readonly up: number; readonly down: number } | null // customers, against the kept scheme
  readonly held: number // customers that stability settings keep out of their computed tier
  readonly toCheck: number // customers with a cell that could not be read, or an issue
  readonly gradeMs: number
  readonly kernels: 'plain' | 'simd' // that graded (math/kernels)
  readonly issues: readonly Issue[]
}

export interface ExplainView {
  readonly row: RowId
  readonly viewRow: number | null // null = filtered away
  readonly name: string
  readonly explanation: Explanation
  /** Per line of the explanation: the criterion's name and its raw value as text with unit code. */
  readonly lines: readonly {
    readonly name: string
    readonly text: string
    readonly reading: ReadingId | null
    readonly unit: string | null
  }[]
  readonly cutoffs: readonly number[]
  readonly previousTier: string | null // as given in the file (role `tier`)
  readonly facts: readonly {
    readonly name: string
    readonly text: string
    readonly isNumber: boolean // codes and phones are texts, whatever they look like
  }[] // the other filled columns
  readonly issues: readonly Issue[] // about this customer
}

export interface CriterionView {
  readonly summary: CriterionSummary
  readonly domain: readonly [number, number] | null // of the bins; null for categories
  readonly bins: readonly number[] // counts; who lies beyond the domain is in the first or last
  readonly beyond: { readonly below: number; readonly above: number } // customers
  readonly curve: readonly (readonly [number, number])[] // (x, utility), enough to draw it straight between
  readonly parameters: readonly number[] // effective, see Utilities.parameters
  readonly bounds: readonly [number, number] | null // of winsorise, effective
  readonly automatic: boolean // parameters or bounds follow the column unless frozen
  /** Classes of quantileBins, lowest values first: above < x ≤ upTo, in raw units. */
  readonly classes: readonly {
    readonly above: number | null
    readonly upTo: number | null
    readonly count: number
    readonly utility: number
  }[]
  readonly median: number | null
  readonly min: number | null
  readonly max: number | null
  readonly atFull: number // customers with utility 1
  readonly categories: readonly {
    readonly name: string
    readonly count: number
    readonly utility: number
  }[]
  readonly point: {
    readonly name: string
    readonly x: number | string | null
    readonly utility: number
  } | null // the customer asked for
}

export interface ColumnView {
  readonly id: ColumnId
  readonly name: string
  readonly group: string | null
  readonly model: ModelId | null // that works it out; null = none
  readonly role: ColumnRole
  readonly reading: ReadingId
  readonly type: ColumnType
  readonly unit: string | null
  readonly filled: number
  readonly missing: number
  readonly failed: number
  readonly distinct: number // capped at 1,000
  readonly examples: readonly string[]
  readonly failures: readonly string[]
  readonly min: string | null
  readonly max: string | null
}

export interface InsightsView {
  readonly totals: GradeTotals
  readonly valueName: string | null
  readonly valueUnit: string | null
  readonly gini: number | null
  readonly topFifth: number | null // share of the value held by the best 20 %
  readonly concentration: readonly number[] // 101 points: share held by the top 0 %, 1 % … 100 %
  readonly scoreMedian: number
  readonly cutoffs: readonly number[]
  readonly groups: readonly { readonly column: ColumnId; readonly name: string }[] // columns to break down by
  readonly composition: readonly { readonly name: string; readonly counts: readonly number[] }[] // per tier; at most 12, the rest as ''
}

/** The kept scheme, the tier column that the file came with, or the tiers of the last review. */
export type MovementBase = 'kept' | 'column' | 'reference'
export interface MovementView {
  readonly available: {
    readonly kept: boolean
    readonly column: string | null
    readonly reference: boolean
  }
  readonly from: readonly string[] // tier names of the base; last may be '' = none
  readonly to: readonly string[]
  readonly matrix: readonly (readonly number[])[] // [from][to]
  readonly up: number
  readonly down: number
  readonly same: number
  readonly kappa: number | null // agreement beyond chance, same tier names only
  readonly largest: readonly {
    readonly row: RowId
    readonly name: string
    readonly from: string
    readonly to: string
    readonly score: number
  }[] // ≤ 50
}
