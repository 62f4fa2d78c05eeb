import { orderOf } from '../order.ts'
import type { Session } from '../session.ts'
import { sheetColumns } from '../sheetColumns.ts'
import type { SheetQuery, SheetView } from '../views.ts'

export function sheet(session: Session, query: SheetQuery): SheetView {
  const { table, revision, document } = session
  return {
    revision,
    columns: sheetColumns(session),
    ...(document.layout && { layout: document.layout }),
    rowCount: orderOf(session, query).rows.length,
    total: table.order.length,
    held: session.held.isBehind(query),
    covered: table.columns.some(({ reading }) => reading === 'identity')
      ? !session.uncovered
      : null,
  }
}
