import type { Issue } from '../../core/issue.ts'
import type { Steps } from '../../core/steps.ts'
import type { Criterion, Scheme } from '../../scheme/scheme.ts'
import type { Table } from '../../table/table.ts'
import type { GradeResult, Utilities } from '../result.ts'

/** A graded scheme to be looked at. `result` must not be written into meanwhile. */
export interface LintSubject {
  readonly table: Table
  readonly scheme: Scheme
  readonly result: GradeResult
  /** Customers whose final tier would be another under a changed scheme; null where that is too dear to know. */
  readonly moved: (scheme: Scheme) => number | null
}

/**
 * One thing that may be doubtful about a scheme on these customers, beyond what is plainly wrong (`scheme/check.ts`). A part
 * is a file and a line in `index.ts`, its codes in `core/issue.ts`, its words in `i18n` (`lint.ts`).
 */
export interface LintCheck {
  readonly id: LintId
  run(subject: LintSubject): Steps<readonly Issue[]>
}

export type LintId =
  | 'sameForMost'
  | 'alike'
  | 'smallShare'
  | 'tierBeyond'
  | 'bands'
  | 'tiesAtCutoff'
  | 'oneCriterion'
  | 'oneColumn'

/** An enabled criterion with what it came to. */
export interface Counting {
  readonly criterion: Criterion
  readonly utilities: Utilities
}

export function countingOf({ scheme, result }: LintSubject): readonly Counting[] {
  return scheme.criteria
    .filter(({ enabled }) => enabled)
    .flatMap((criterion, at) => {
      const utilities = result.utilities[at]
      return utilities && utilities.presentCount > 0 ? [{ criterion, utilities }] : []
    })
}
