import type { Issue } from '../core/issue.ts'
import type { HelperFacts, WeightHelperId } from '../grading/weights/helper.ts'
import type { WeightScope } from '../grading/weights/scope.ts'
import type { SetWeights } from '../scheme/setWeights.ts'
import type { Judgement } from '../scheme/scheme.ts'

/** Views of what helps with a scheme. */
export interface AdviceViews {
  /** What a weight helper proposes, beside what is; null = no such scope any more. */
  weighing: {
    args: {
      helper: WeightHelperId
      scope: WeightScope
      judgements: readonly Judgement[]
    }
    out: WeighingView | null
  }
  /** What is doubtful about the scheme. Dear: to be asked for when an edit has ended. */
  lint: { args: null; out: LintView }
}

export interface LintView {
  /** Of an earlier state, where an edit came between: ask again. */
  readonly isStale: boolean
  readonly issues: readonly Issue[]
}

export interface WeighingView {
  readonly scope: WeightScope
  readonly scopes: readonly {
    readonly scope: WeightScope
    readonly name: string // of the group; '' for the others
    readonly count: number // items
  }[]
  readonly ofGroups: boolean // the helper can weigh groups
  readonly most: number | null // items that the helper takes; null = any number
  readonly items: readonly WeighingItem[]
  readonly facts: HelperFacts
  readonly customers: number
  /** Null where nothing can be proposed. */
  readonly proposal: {
    readonly set: SetWeights // for the command
    readonly isSame: boolean // as they are
    readonly up: number
    readonly down: number
    readonly same: number
    readonly tiers: readonly string[] // names; the last, '', are the ungraded
    readonly matrix: readonly (readonly number[])[] // [now][proposed]
  } | null
}

export interface WeighingItem {
  readonly id: string
  readonly name: string
  readonly weight: number
  readonly share: number // among the items, 0..1
  readonly proposed: number | null // weight
  readonly proposedShare: number | null
  readonly missing: number // customers; 0 for groups
  readonly note: 'constant' | 'noValues' | null
}
