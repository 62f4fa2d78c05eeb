import type { RowId } from '../../table/column.ts'
import type { Table } from '../../table/table.ts'
import type { Change } from '../change.ts'

/** Rows of the customers that changes may call otherwise. */
export function renamedRows(table: Table, changes: readonly Change[]): readonly RowId[] {
  const isOther = (change: Change) =>
    change.kind === 'setKey' || (change.kind === 'setColumn' && change.id === table.key)
  if (changes.some(isOther)) return [...table.order]
  return changes.flatMap((change) =>
    change.kind === 'setCells' && change.column === table.key
      ? change.rows.filter((row) => row < table.rowCount)
      : [],
  )
}
