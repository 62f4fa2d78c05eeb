import type { Steps } from '../../core/steps.ts'
import type { Judgement } from '../../scheme/scheme.ts'

/** What gets a weight: a criterion, or a group of them. */
export interface Weighed {
  readonly id: string
  /** Utilities of the customers that have the value, NaN = missing; null for groups. */
  readonly values: Float64Array | null
}

export interface HelperInput {
  readonly items: readonly Weighed[]
  readonly judgements: readonly Judgement[] // of any items; the last one of a pair counts
}

export interface Proposal {
  /** Shares of the items, total 1; null = nothing can be said. */
  readonly shares: Float64Array | null
  readonly facts: HelperFacts
}

/** What led to the weights. Lists are in the order of the items. */
export type HelperFacts =
  | { readonly id: 'equal' }
  | {
      readonly id: 'pairwise'
      readonly pairs: number
      readonly answered: number // the others count as equally important
      readonly ratio: number // consistency ratio
      readonly reconsider: Reconsidered | null // where the judgements contradict each other too much
    }
  | { readonly id: 'entropy'; readonly spread: readonly number[] } // 1 − entropy, 0..1; NaN = no values
  | {
      readonly id: 'critic'
      readonly deviations: readonly number[] // of utilities; NaN = no values
      readonly conflicts: readonly number[] // Σ (1 − r) with the others
    }
export type WeightHelperId = HelperFacts['id']

/** The judgement that goes worst with the others. */
export interface Reconsidered {
  readonly first: string // ids of the items
  readonly second: string
  readonly given: number
  readonly fits: number
  readonly ratio: number // consistency ratio with the fitting value
}

/**
 * One way to find weights. A part is a file and a line in `index.ts`, its words in `i18n` (`weighing.ts`), its picture in
 * `ui/weights`.
 */
export interface WeightHelper {
  readonly id: WeightHelperId
  /** Whether it works for groups, which have no values of their own. */
  readonly ofGroups: boolean
  readonly most: number // items
  /** Items of one criterion or more. */
  weights(input: HelperInput): Steps<Proposal>
}
