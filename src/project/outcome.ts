import type { Steps } from '../core/steps.ts'
import { applying, type AppliedAll } from './apply.ts'
import type { Change } from './change.ts'
import type { Document } from './document.ts'
import { recalculating } from './formulas/recalculate.ts'

/** What changes lead to: worked out while others have their turn, then taken at once. */
export interface Outcome extends AppliedAll {
  readonly before: Document
  readonly changes: readonly Change[] // with those of calculated columns
}

/** With pauses. */
export function* outcomeOf(before: Document, changes: readonly Change[]): Steps<Outcome> {
  const first = yield* applying(before, changes)
  const more = yield* recalculating(before, first.next, changes)
  const { next, inverses } = yield* applying(first.next, more)
  return {
    before,
    next,
    changes: [...changes, ...more],
    inverses: [...inverses, ...first.inverses],
  }
}
