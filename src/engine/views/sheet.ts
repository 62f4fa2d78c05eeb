import { orderOf } from '../order.ts'
import type { Session } from '../session.ts'
import { sheetColumns } from '../sheetColumns.ts'
import type { SheetQuery, SheetView } from '../views.ts'

export function sheet(session: Session, query: SheetQuery): SheetView {
  const { document, table, revision } = session
  return {
    revision,
    columns: sheetColumns(table, document.scheme),
    rowCount: orderOf(session, query).rows.length,
    total: table.order.length,
  }
}
