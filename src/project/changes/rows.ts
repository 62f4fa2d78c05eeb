import { appendMissing, dropLast } from '../../table/builder.ts'
import { cellAt } from '../../table/cell.ts'
import type { Document } from '../document.ts'
import { type Applied, type ChangeOf, tableOf, withTable } from './applied.ts'

export function appendRows(
  document: Document,
  { table: id, count }: ChangeOf<'appendRows'>,
): Applied {
  const table = tableOf(document, id)
  return {
    next: withTable(document, {
      ...table,
      rowCount: table.rowCount + count,
      columns: table.columns.map((column) => appendMissing(column, count)),
    }),
    inverse: { kind: 'dropLastRows', table: id, count },
  }
}

/** Refuses rows that hold anything: only rows just appended, and set back to missing, may go. */
export function dropLastRows(
  document: Document,
  { table: id, count }: ChangeOf<'dropLastRows'>,
): Applied {
  const table = tableOf(document, id)
  const rowCount = table.rowCount - count
  if (rowCount < 0) throw new Error('dropLastRows: more rows than there are')
  if (table.order.some((row) => row >= rowCount)) throw new Error('dropLastRows: a living row')
  for (const column of table.columns)
    for (let row = rowCount; row < table.rowCount; row++) {
      const { value, original, mark } = cellAt(column, row)
      if (value !== null || original !== null || mark !== 'plain')
        throw new Error('dropLastRows: a filled row')
    }
  return {
    next: withTable(document, {
      ...table,
      rowCount,
      columns: table.columns.map((column) => dropLast(column, count)),
    }),
    inverse: { kind: 'appendRows', table: id, count },
  }
}

export function setOrder(document: Document, change: ChangeOf<'setOrder'>): Applied {
  const table = tableOf(document, change.table)
  return {
    next: withTable(document, { ...table, order: change.order }),
    inverse: { ...change, order: table.order },
  }
}
