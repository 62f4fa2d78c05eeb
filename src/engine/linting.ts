import type { Issue } from '../core/issue.ts'
import type { Steps } from '../core/steps.ts'
import { compareTiers } from '../grading/compare.ts'
import { createScratch } from '../grading/grade.ts'
import { lint } from '../grading/lint/index.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { tierings } from '../scheme/tiering/index.ts'
import type { Session } from './session.ts'

interface Linted {
  readonly revision: number
  readonly issues: readonly Issue[]
}
const linted = new WeakMap<Session, Linted>()

/** The last look at the scheme; null = none yet. */
export const lastLint = (session: Session): Linted | null => linted.get(session) ?? null

/** Looks at the scheme of now, pausing. What is edited meanwhile makes it a look at what was. */
export function* linting(session: Session): Steps<void> {
  const { revision, table, document } = session
  if (linted.get(session)?.revision === revision) return
  const { scheme } = document
  const result = session.heldResult
  const scratch = createScratch(table.rowCount)
  const now = { tiers: scheme.tiers, tier: result.final }
  const isLive = tierings.get(scheme.tiering.id).live
  const moved = (other: Scheme) => {
    if (!isLive || session.revision !== revision) return null
    const { final } = session.gradeOf(other, scratch)
    const { up, down } = compareTiers(now, { tiers: other.tiers, tier: final }, table.order)
    return up + down
  }
  const issues = yield* lint({ table, scheme, result, moved })
  linted.set(session, { revision, issues })
}
