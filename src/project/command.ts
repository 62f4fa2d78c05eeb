import type {
  Aggregation,
  CriteriaGroup,
  Criterion,
  CriterionId,
  GroupId,
  Rule,
  RuleId,
  Scheme,
  Scoring,
  ScoringId,
  Stability,
  StabilityId,
  Tier,
  TierId,
  Tiering,
  TieringId,
} from '../scheme/scheme.ts'
import type { SetWeights } from '../scheme/setWeights.ts'
import type { ModelId } from '../models/figureIds.ts'
import type { ModelChoice } from '../models/model.ts'
import type { ColumnId, ColumnRole, ReadingId, RowId } from '../table/column.ts'
import type { FindingId } from '../quality/check.ts'
import type { FixChoice } from '../quality/fix.ts'
import type { MergeId } from '../table/merge.ts'
import type { TableId } from '../table/table.ts'
import type { SheetLayout } from './layout.ts'

/**
 * What a user does, in plain data. `merge` joins the steps of one drag or one burst of typing into one undo step.
 * Each kind is one part in `commands/`: `plan(document, command) → Change[]`, and its label for the undo menu.
 */
export type Command =
  // cells, as typed or pasted: texts are read by the column's reading
  | {
      readonly kind: 'editCells'
      readonly table: TableId
      readonly origin: 'edit' | 'paste' | 'fill' | 'clear' | 'cut'
      readonly cells: readonly {
        readonly row: RowId
        readonly column: ColumnId
        readonly text: string
      }[]
    }
  /** A block of texts laid on consecutive rows and columns; texts beyond the last row append rows. */
  | {
      readonly kind: 'pasteBlock'
      readonly table: TableId
      readonly rows: readonly RowId[] // the rows under the block in view order; fewer than texts = append
      readonly columns: readonly ColumnId[]
      readonly texts: readonly (readonly string[])[] // [row][column]
      readonly origin: 'paste' | 'fill' | 'clear' | 'cut'
    }
  | {
      readonly kind: 'insertRows'
      readonly table: TableId
      readonly before: RowId | null // null = at the end
      readonly count: number
      /** Further places of the same step. */
      readonly also?: readonly { readonly before: RowId | null; readonly count: number }[]
    }
  | { readonly kind: 'deleteRows'; readonly table: TableId; readonly rows: readonly RowId[] }
  /** Copies of these rows, each below the row that it copies, or all below the last one. */
  | {
      readonly kind: 'duplicateRows'
      readonly table: TableId
      readonly rows: readonly RowId[]
    }
  | {
      readonly kind: 'addColumn'
      readonly table: TableId
      readonly name: string
      readonly reading: ReadingId
      readonly role: ColumnRole
      /** As typed, columns by name: the column is calculated, and read as its values are. Throws `formula.wrong`. */
      readonly formula?: string
      readonly before?: ColumnId | null // the column that it is put in front of; absent or null = at the end
      readonly order?: SheetOrder
    }
  /** A second column with the same cells, behind the first; what reads the first goes on reading it. */
  | {
      readonly kind: 'duplicateColumn'
      readonly table: TableId
      readonly column: ColumnId
      readonly name: string
      readonly order?: SheetOrder
    }
  | {
      readonly kind: 'setFormula'
      readonly table: TableId
      readonly column: ColumnId
      readonly formula: string | null // as typed; null = the values stay, no longer calculated
    }
  | { readonly kind: 'deleteColumn'; readonly table: TableId; readonly column: ColumnId }
  | {
      readonly kind: 'deleteColumns'
      readonly table: TableId
      readonly columns: readonly ColumnId[]
    }
  | {
      readonly kind: 'changeColumn' // re-reads the texts when `reading` changes
      readonly table: TableId
      readonly column: ColumnId
      readonly name?: string
      readonly role?: ColumnRole
      readonly reading?: ReadingId
    }
  // scheme
  | { readonly kind: 'addCriterion'; readonly column: ColumnId }
  | { readonly kind: 'removeCriterion'; readonly criterion: CriterionId }
  | { readonly kind: 'moveCriterion'; readonly criterion: CriterionId; readonly to: number }
  | {
      readonly kind: 'setWeight'
      readonly criterion: CriterionId
      readonly weight: number
      readonly merge?: string
    }
  /** Of a weight helper: several weights in one step, with the answers that they came from. */
  | ({ readonly kind: 'setWeights' } & SetWeights)
  | {
      readonly kind: 'setCriterion'
      readonly criterion: CriterionId
      readonly set: Partial<Omit<Criterion, 'id' | 'scoring'>> & { readonly scoring?: Scoring }
      readonly merge?: string
    }
  /** Another way of giving points, with parameters that fit the column. */
  | {
      readonly kind: 'chooseScoring'
      readonly criterion: CriterionId
      readonly scoring: ScoringId
    }
  | { readonly kind: 'setTiering'; readonly tiering: Tiering; readonly merge?: string }
  | { readonly kind: 'chooseTiering'; readonly method: TieringId } // as the method begins
  | { readonly kind: 'setAggregation'; readonly aggregation: Aggregation }
  /** The four usual groups with these names, criteria in them by what they measure; of a scheme without groups. */
  | { readonly kind: 'useGroups'; readonly names: readonly string[] }
  | { readonly kind: 'addGroup'; readonly name: string }
  | {
      readonly kind: 'setGroup'
      readonly group: GroupId
      readonly set: Partial<Omit<CriteriaGroup, 'id'>>
      readonly merge?: string
    }
  | { readonly kind: 'moveGroup'; readonly group: GroupId; readonly to: number }
  | { readonly kind: 'removeGroup'; readonly group: GroupId } // the last one: a plain scheme again
  | {
      readonly kind: 'placeCriterion' // in a group, at a place among its criteria
      readonly criterion: CriterionId
      readonly group: GroupId
      readonly to: number
    }
  /** What one side of the matrix goes by, with lines that fit it. */
  | {
      readonly kind: 'chooseAxis'
      readonly side: 0 | 1
      readonly source:
        | { readonly of: 'group'; readonly group: GroupId }
        | { readonly of: 'column'; readonly column: ColumnId }
    }
  | { readonly kind: 'setWithin'; readonly column: ColumnId | null }
  | { readonly kind: 'addRule'; readonly rule: Omit<Rule, 'id'> }
  | {
      readonly kind: 'setRule'
      readonly rule: RuleId
      readonly set: Partial<Omit<Rule, 'id'>>
    }
  | { readonly kind: 'removeRule'; readonly rule: RuleId }
  | { readonly kind: 'moveRule'; readonly rule: RuleId; readonly to: number }
  /** null = off. */
  | {
      readonly kind: 'setStability'
      readonly id: StabilityId
      readonly set: Stability | null
      readonly merge?: string
    }
  | { readonly kind: 'addTier'; readonly label?: string }
  | { readonly kind: 'removeTier'; readonly tier: TierId }
  | {
      readonly kind: 'setTier'
      readonly tier: TierId
      readonly set: Partial<Omit<Tier, 'id'>>
    }
  | { readonly kind: 'setScheme'; readonly scheme: Scheme }
  | {
      readonly kind: 'useTemplate'
      readonly template: string
      readonly name?: string // of the scheme, in the language of the page; else it keeps its name
      readonly labels?: readonly string[] // for tiers beyond those that there are
    }
  | { readonly kind: 'setAsOf'; readonly asOf: string }
  | { readonly kind: 'setValueColumn'; readonly column: ColumnId | null }
  | { readonly kind: 'keepScheme' } // 保存方案
  | { readonly kind: 'revertScheme' } // 还原
  // customers
  | {
      readonly kind: 'override'
      readonly rows: readonly RowId[]
      readonly tier: TierId | null // null takes the override back
      readonly reason: string
      readonly by: string
      readonly at: string // ISO instant: the clock is read on the page, so that a command replays alike
      readonly expires: string | null
    }
  /** Rows that are one customer: one of each group stays, with what the others know; all is kept to be taken apart. */
  | {
      readonly kind: 'mergeCustomers'
      readonly groups: readonly MergeGroup[] | 'certain' // all groups that surely are one customer
      readonly at: string // ISO instant
    }
  | { readonly kind: 'takeApart'; readonly id: MergeId }
  /** The suggested group of these rows is not one customer: it is not suggested again. */
  | { readonly kind: 'keepDistinct'; readonly rows: readonly RowId[] }
  | { readonly kind: 'suggestAgain' } // all that was found not to be one customer
  /** What a finding of the quality page names, mended at once. */
  | {
      readonly kind: 'fixFinding'
      readonly finding: FindingId
      readonly choice: FixChoice
    }
  /** What is decided about a model; settings are put over those decided before. */
  | {
      readonly kind: 'setModel'
      readonly model: ModelId
      readonly set: ModelChoice | null // null = all as usual again
      readonly merge?: string
    }
  /** How the columns of the sheet stand: these parts of it, each as a whole. */
  | { readonly kind: 'setLayout'; readonly set: Partial<SheetLayout>; readonly merge?: string }
  | { readonly kind: 'renameProject'; readonly name: string }

/** How the columns of the sheet stand afterwards; null = the new one. Absent = it finds its place by itself. */
export type SheetOrder = readonly (string | null)[]

export interface MergeGroup {
  readonly keep: RowId
  readonly rows: readonly RowId[] // that go
  /** What else is taken than the kept cell, or the first that is filled where it is empty. */
  readonly take?: readonly MergeTake[]
}
export type MergeTake =
  | { readonly column: ColumnId; readonly from: RowId }
  | { readonly column: ColumnId; readonly from: 'sum' | 'largest' | 'smallest' } // of numbers and dates

export type CommandKind = Command['kind']
