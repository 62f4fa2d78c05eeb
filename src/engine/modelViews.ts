import type { Issue } from '../core/issue.ts'
import type { ModelFacts } from '../models/facts.ts'
import type { FigureId, ModelId } from '../models/figureIds.ts'
import type { ModelField } from '../models/model.ts'
import type { Need } from '../models/needs.ts'
import type { CutPointFault, CutPoints } from '../models/rfm/cutPoints.ts'
import type { Lint } from '../models/rfm/lint.ts'
import type { MeasureId } from '../models/rfm/measures.ts'
import type { Levels } from '../models/rfm/levels.ts'
import type { SegmentRule } from '../models/rfm/segment.ts'

/** Views of what models say. */
export interface ModelViews {
  /** Models that turn records into columns, in the order of their pages. */
  models: { args: null; out: ModelsView }
  model: { args: { id: ModelId }; out: ModelView | null }
  /** What a column or a figure of a model says of each tier, in the order of the tiers, then of those without one. */
  byTier: {
    args: {
      column: string
      scale: { readonly least: number; readonly most: number; readonly from: number } | null // of numbers
    }
    out: readonly TierColumn[] | null // null = there is no such column
  }
  /** What a list of RFM segments covers; `rules` null = the eleven that come along. */
  segmentRules: {
    args: { levels: Levels; rules: readonly SegmentRule[] | null }
    out: SegmentRulesView
  }
  /** What cut points of RFM do; `points` null = such as come near the quantiles. */
  cutPoints: { args: { levels: Levels; points: CutPoints | null }; out: CutPointsView }
}

/** A model as the project has it. */
export interface ModelSummary<Id extends ModelId = ModelId> {
  readonly id: Id
  readonly on: boolean
  readonly decided: boolean // somebody changed something; else all is as usual
  readonly needs: readonly Need[] // what it lacks; empty = it runs if it is on
  readonly settings: Readonly<Record<string, unknown>> // effective
  readonly fields: readonly ModelField[]
  readonly found: Readonly<Record<string, number>> // what fields left empty came to in its last run
  /** All that it can add; `name` is that of the column in the table, null = it is not there. */
  readonly columns: readonly {
    readonly id: FigureId
    readonly wanted: boolean
    readonly usual: boolean
    readonly name: string | null
  }[]
  readonly notes: readonly Issue[] // limits and diagnosis of its last run
}

export interface ModelsView {
  readonly asOf: string
  readonly models: readonly ModelSummary[]
}

/** One model with what its page shows; facts are null where it did not run. */
export type ModelView = {
  readonly [Id in ModelId]: ModelSummary<Id> & {
    readonly asOf: string
    readonly facts: ModelFacts[Id] | null
  }
}[ModelId]

/** One that has run. */
export type ModelRanView<Id extends ModelId> = Extract<ModelView, { readonly id: Id }> & {
  readonly facts: ModelFacts[Id]
}

export interface SegmentRulesView {
  readonly rules: readonly SegmentRule[]
  readonly lint: Lint
  readonly customers: readonly number[] // of each rule, by the scores of the last run
  readonly others: number
}

export interface CutPointsView {
  readonly points: CutPoints
  readonly faults: Readonly<Record<MeasureId, CutPointFault | null>>
  /** From score 1 up, by the measures of the last run; empty where the cut points cannot be used. */
  readonly customers: Readonly<Record<MeasureId, readonly number[]>>
}

/** Customers of one tier by what a column says of them. */
export interface TierColumn {
  readonly filled: number // have a value, of numbers one on the scale
  readonly counts: readonly number[] // of a category, word by word
  readonly reached: number // of numbers: at least `from`
  readonly sum: number // of numbers
}
