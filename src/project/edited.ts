import type { Change } from './change.ts'
import { customersId, type Document } from './document.ts'

const most = 20_000 // rows of a column: who fills more at once is not told cell by cell

/** Notes the cells of customers that these changes write; those noted already are left out. */
export function writtenByHand({ tables }: Document, changes: readonly Change[]): readonly Change[] {
  return changes.flatMap((change): Change[] => {
    if (change.kind !== 'setCells' || change.table !== customersId) return []
    const { column, table } = change
    const known = tables[table]?.edited?.get(column)
    const rows = change.rows.filter((row) => !known?.has(row))
    if (rows.length === 0 || (known?.size ?? 0) + rows.length > most) return []
    return [{ kind: 'setEdited', table, column, rows, edited: true }]
  })
}

/** From now on no cell counts as written by hand: a newer list was taken over. */
export function notedNoLonger({ tables }: Document): readonly Change[] {
  return [...(tables[customersId]?.edited ?? [])].map(([column, rows]) => ({
    kind: 'setEdited',
    table: customersId,
    column,
    rows: [...rows],
    edited: false,
  }))
}
