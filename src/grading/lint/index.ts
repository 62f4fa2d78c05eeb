import type { Issue } from '../../core/issue.ts'
import { type Registry, registry } from '../../core/registry.ts'
import type { Steps } from '../../core/steps.ts'
import { alike } from './alike.ts'
import { bands } from './bands.ts'
import type { LintCheck, LintId, LintSubject } from './lint.ts'
import { oneColumn } from './oneColumn.ts'
import { oneCriterion } from './oneCriterion.ts'
import { sameForMost } from './sameForMost.ts'
import { smallShare } from './smallShare.ts'
import { tierBeyond } from './tierBeyond.ts'
import { tiesAtCutoff } from './tiesAtCutoff.ts'

/** The checks, in the order in which they are told. A new one: its file, its line here, its id, codes and words. */
export const lintChecks: Registry<LintCheck> = registry<readonly LintCheck[]>(
  Object.values({
    oneCriterion,
    oneColumn,
    alike,
    sameForMost,
    tierBeyond,
    bands,
    tiesAtCutoff,
    smallShare,
  } satisfies Record<LintId, LintCheck>),
)

/** Everything doubtful about a scheme on its customers, in plain sentences. Dear: for when an edit has ended. */
export function* lint(subject: LintSubject): Steps<readonly Issue[]> {
  const found: Issue[] = []
  for (const check of lintChecks.all) found.push(...(yield* check.run(subject)))
  return found
}
