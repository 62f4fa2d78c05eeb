import { isFigure } from '../../models/figureIds.ts'
import { customersId } from '../../project/document.ts'
import type { RecordKind } from '../../table/kind.ts'
import { linkedBy, unlinkedReasons, type RecordLink } from '../../table/link.ts'
import type { Table } from '../../table/table.ts'
import { shownCell } from '../covering.ts'
import { customerName } from '../customerName.ts'
import { knownLink, recordTables } from '../linking.ts'
import type { Session } from '../session.ts'
import type { RecordsView, RecordTableView } from '../recordViews.ts'
import type { Views } from '../views.ts'

const recordsLimit = 100 // rows of one answer

/** The tables beside the customers. Links must have been worked out (`linkAll`). */
export function tables(session: Session): readonly RecordTableView[] {
  return recordTables(session.document).map(({ kind, table }) => {
    const { counts } = linkIn(session, table)
    return {
      kind,
      rowCount: table.order.length,
      columns: table.columns.length,
      figures: session.table.columns.flatMap(({ id, name }) =>
        isFigure(id) && id.startsWith(`${kind}.`) ? [name] : [],
      ),
      matched: linkedBy.map((by) => ({ by, count: counts[by] })).filter(({ count }) => count > 0),
      unmatched: unlinkedReasons
        .map((reason) => ({ reason, count: counts[reason] }))
        .filter(({ count }) => count > 0),
    }
  })
}

/** A page of one table of records, all or those without a customer, in their order. */
export function records(
  session: Session,
  { kind, rows, from, to }: Views['records']['args'],
): RecordsView | null {
  const table = tableOf(session, kind)
  if (!table) return null
  const link = linkIn(session, table)
  const order = rows === 'all' ? table.order : withoutCustomer(table, link)
  const start = Math.max(0, Math.min(from, order.length))
  const page = [...order.subarray(start, Math.min(to, start + recordsLimit))]
  return {
    columns: table.columns.map(({ id, name, role, reading }) => ({ id, name, role, reading })),
    total: order.length,
    from: start,
    rows: page.map((row) => {
      const customer = link.customers[row] ?? -1
      return {
        row,
        texts: table.columns.map((column) => shownCell(session, column, row)),
        customer: customer < 0 ? null : customerName(session.table, customer),
        reason: unlinkedReasons[(link.reasons[row] ?? 0) - 1] ?? null,
      }
    }),
  }
}

const unmatchedRows = new WeakMap<RecordLink, Uint32Array>()

function withoutCustomer({ order }: Table, link: RecordLink): Uint32Array {
  const known = unmatchedRows.get(link) ?? order.filter((row) => link.reasons[row] !== 0)
  unmatchedRows.set(link, known)
  return known
}

function tableOf({ document }: Session, kind: RecordKind): Table | null {
  return document.tables[kind] ?? null
}

function linkIn(session: Session, table: Table): RecordLink {
  const customers = session.document.tables[customersId]
  const link = customers && knownLink(customers, table)
  if (!link) throw new Error('records are joined before they are asked for')
  return link
}
