import { lastLint } from '../linting.ts'
import type { Session } from '../session.ts'
import type { LintView } from '../adviceViews.ts'

/** What was found last; the engine looks anew before it answers (`analysing.ts`). */
export function lint(session: Session): LintView {
  const last = lastLint(session)
  return { isStale: last?.grades !== session.grade.count, issues: last?.issues ?? [] }
}
