import { isFigure } from '../../models/figureIds.ts'
import { cellAt } from '../../table/cell.ts'
import type { Cell, Column, ColumnId, RowId } from '../../table/column.ts'
import { readTyped } from '../../table/parse/cell.ts'
import type { Table } from '../../table/table.ts'
import type { Change } from '../change.ts'
import type { Document } from '../document.ts'
import { columnOf, refuse, tableOf, type CommandOf, type Plan } from './contract.ts'
import { withMovedOverrides } from './overrideKeys.ts'

export interface TypedCell {
  readonly row: RowId
  readonly column: ColumnId
  readonly text: string
}

export const editCells: Plan<CommandOf<'editCells'>> = (document, command) => {
  const table = tableOf(document, command.table)
  if (command.cells.some(({ row }) => !(row >= 0 && row < table.rowCount))) refuse('no such row')
  return withMovedOverrides(document, table, cellChanges(document, table, command.cells))
}

/** A block from the clipboard. Rows are appended as needed; columns are not: see `cutCells`. */
export const pasteBlock: Plan<CommandOf<'pasteBlock'>> = (document, command) => {
  const table = tableOf(document, command.table)
  const under = command.rows.slice(0, command.texts.length)
  if (under.some((row) => !(row >= 0 && row < table.rowCount))) refuse('no such row')
  const count = command.texts.length - under.length
  const added = Array.from({ length: count }, (_, i) => table.rowCount + i)
  const rows = [...under, ...added]
  const cells = command.texts.flatMap((texts, y) =>
    command.columns.flatMap((column, x) => {
      const text = texts[x]
      return text === undefined ? [] : [{ row: rows[y] ?? 0, column, text }]
    }),
  )
  return withMovedOverrides(document, table, [
    ...(count > 0 ? appended(table, added) : []),
    ...cellChanges(document, table, cells),
  ])
}

/** How many texts of the block lie beyond the last column and were left out; to be told to the user. */
export function cutCells({ texts, columns }: CommandOf<'pasteBlock'>): number {
  return texts.reduce((sum, row) => sum + Math.max(0, row.length - columns.length), 0)
}

export function appended(table: Table, rows: readonly RowId[]): readonly Change[] {
  const order = new Uint32Array(table.order.length + rows.length)
  order.set(table.order)
  order.set(rows, table.order.length)
  return [
    { kind: 'appendRows', table: table.id, count: rows.length },
    { kind: 'setOrder', table: table.id, order },
  ]
}

/** One change per column, with the cells that become others. A cell named twice takes the later text. */
function cellChanges(
  document: Document,
  table: Table,
  cells: readonly TypedCell[],
): readonly Change[] {
  const byColumn = new Map<ColumnId, Map<RowId, string>>()
  for (const { row, column, text } of cells) {
    const texts = byColumn.get(column) ?? new Map<RowId, string>()
    byColumn.set(column, texts.set(row, text))
  }
  return [...byColumn].flatMap(([id, texts]) => {
    const column = columnOf(table, id)
    if (!isTypedInto(column)) return []
    const read = [...texts].map(([row, text]) => ({
      row,
      cell: readTyped(text, column, document.scheme.asOf),
    }))
    const other = read.filter(({ row, cell }) => !isSame(cell, before(table, column, row)))
    if (other.length === 0) return []
    return [
      {
        kind: 'setCells' as const,
        table: table.id,
        column: id,
        rows: other.map(({ row }) => row),
        cells: other.map(({ cell }) => cell),
      },
    ]
  })
}

/** Not a column that is worked out: what is typed there would not last. */
export const isTypedInto = ({ id, formula }: Column): boolean =>
  !isFigure(id) && formula === undefined

const empty: Cell = { value: null, original: null, mark: 'plain' }

function before(table: Table, column: Column, row: RowId): Cell {
  return row < table.rowCount ? cellAt(column, row) : empty
}

export function isSame(a: Cell, b: Cell): boolean {
  return a.value === b.value && a.original === b.original && a.mark === b.mark
}
