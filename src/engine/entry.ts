import type { ProjectEntry } from '../project/document.ts'
import { ofTable } from '../project/weigh.ts'
import type { Session } from './session.ts'

/** The project's row in the list. */
export function entryOf(session: Session, changedAt: string): ProjectEntry {
  const { document, table, result } = session
  const tables = Object.values(document.tables)
  return {
    id: document.id,
    name: document.name,
    rowCount: table.order.length,
    bytes: tables.reduce((sum, one) => sum + ofTable(one), 0),
    tiers: result.totals.tiers.map(({ tier, count }) => ({
      name: document.scheme.tiers.find(({ id }) => id === tier)?.name ?? '',
      count,
    })),
    createdAt: document.createdAt,
    changedAt,
  }
}
