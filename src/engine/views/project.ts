import { referenceId } from '../../grading/reference.ts'
import { asOfIssue } from '../recordDays.ts'
import type { Session } from '../session.ts'
import type { ProjectView } from '../views.ts'

export function project(session: Session): ProjectView {
  const { document, table, result, revision } = session
  const { sanity } = session.grade
  const lastDay = asOfIssue(document)
  return {
    id: document.id,
    name: document.name,
    revision,
    rowCount: table.order.length,
    source: document.source,
    tables: Object.values(document.tables)
      .filter(({ id }) => id !== referenceId) // what is known of the customers, no table of its own
      .map(({ id, order }) => ({ id, rowCount: order.length })),
    undo: session.undoKind,
    redo: session.redoKind,
    issues: [...result.issues, ...sanity, ...(lastDay ? [lastDay] : [])],
  }
}
