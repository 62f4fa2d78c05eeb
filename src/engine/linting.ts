import type { Issue } from '../core/issue.ts'
import type { Steps } from '../core/steps.ts'
import { compareTiers } from '../grading/compare.ts'
import { createScratch } from '../grading/scratch.ts'
import { lint } from '../grading/lint/index.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { tierings } from '../scheme/tiering/index.ts'
import type { Session } from './session.ts'

interface Linted {
  readonly grades: number // how many there had been: after another grade another look
  readonly issues: readonly Issue[]
}
const linted = new WeakMap<Session, Linted>()

/** The last look at the scheme; null = none yet. */
export const lastLint = (session: Session): Linted | null => linted.get(session) ?? null

/** Looks at the scheme of now, pausing; an edit ends it, so that nothing stands in the way of a drag. */
export function* linting(session: Session): Steps<void> {
  if (linted.get(session)?.grades === session.grade.count) return
  const { table, document, heldResult: result } = session
  const grades = session.grade.count // behind `heldResult`, for which it may have been graded
  const { scheme } = document
  const scratch = createScratch(table.rowCount, 0, 'plain')
  const now = { tiers: scheme.tiers, tier: result.final }
  const isLive = tierings.get(scheme.tiering.id).live
  const moved = (other: Scheme) => {
    if (!isLive) return null
    const { final } = session.grade.under(other, scratch)
    const { up, down } = compareTiers(now, { tiers: other.tiers, tier: final }, table.order)
    return up + down
  }
  const steps = lint({ table, scheme, result, moved })
  for (;;) {
    const step = steps.next()
    if (step.done) return void linted.set(session, { grades, issues: step.value })
    yield
    if (session.grade.count !== grades) return
  }
}
