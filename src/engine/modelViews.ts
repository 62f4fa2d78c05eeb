import type { Issue } from '../core/issue.ts'
import type { ModelFacts } from '../models/facts.ts'
import type { FigureId, ModelId } from '../models/figureIds.ts'
import type { ModelField } from '../models/model.ts'
import type { Need } from '../models/needs.ts'
import type { CutPointFault, CutPoints } from '../models/rfm/cutPoints.ts'
import type { Lint } from '../models/rfm/lint.ts'
import type { MeasureId } from '../models/rfm/measures.ts'
import type { SegmentRule } from '../models/rfm/segment.ts'

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
