import { cellAt, withCells } from '../../table/cell.ts'
import { withColumn } from '../../table/table.ts'
import type { Document } from '../document.ts'
import { shapeOf, withShape } from '../held.ts'
import { type Applied, type ChangeOf, columnOf, tableOf, withTable } from './applied.ts'

export function setCells(document: Document, change: ChangeOf<'setCells'>): Applied {
  const table = tableOf(document, change.table)
  const column = columnOf(table, change.column)
  const { rows, cells } = change
  if (rows.length !== cells.length) throw new Error('setCells: as many rows as cells')
  if (rows.some((row) => row >= table.rowCount)) throw new Error('setCells: no such row')
  if (new Set(rows).size < rows.length) throw new Error('setCells: a row twice')
  const set = withCells(column, rows, cells)
  return {
    next: withTable(
      document,
      withColumn(table, change.held === undefined ? set : withShape(set, change.held)),
    ),
    inverse: {
      kind: 'setCells',
      table: table.id,
      column: column.id,
      rows,
      cells: rows.map((row) => cellAt(column, row)),
      held: shapeOf(column, rows),
    },
  }
}

export function setEdited(document: Document, change: ChangeOf<'setEdited'>): Applied {
  const { edited: before, ...table } = tableOf(document, change.table)
  const cells = new Set(before?.get(change.column))
  const rows = change.rows.filter((row) => cells.has(row) !== change.edited)
  for (const row of rows)
    if (change.edited) cells.add(row)
    else cells.delete(row)
  const edited = new Map(before).set(change.column, cells)
  if (cells.size === 0) edited.delete(change.column)
  return {
    next: withTable(document, edited.size === 0 ? table : { ...table, edited }),
    inverse: { ...change, rows, edited: !change.edited },
  }
}
