import { compareTiers } from '../../grading/compare.ts'
import { toCheck } from '../flags.ts'
import type { Session } from '../session.ts'
import type { SummaryView } from '../views.ts'

export function summary(session: Session): SummaryView {
  const { document, table, result } = session
  const { kept } = session.grade
  const moved =
    kept &&
    compareTiers(
      { tiers: document.keptScheme.tiers, tier: kept.final },
      { tiers: document.scheme.tiers, tier: result.final },
      table.order,
    )
  return {
    revision: session.revision,
    totals: result.totals,
    cutoffs: [...result.cutoffs],
    kept: kept && kept.totals.tiers.map(({ tier, count }) => ({ tier, count })),
    moved: moved && { up: moved.up, down: moved.down },
    held: result.held.total,
    toCheck: toCheck(session).count,
    gradeMs: session.grade.ms,
    kernels: session.grade.kernels,
    issues: [...result.issues, ...session.grade.sanity],
  }
}
