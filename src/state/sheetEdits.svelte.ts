import type { GridEdits } from '../grid/source.ts'
import type { RowId } from '../table/column.ts'
import { customersTable } from './selection.svelte.ts'
import { openTier } from './sheetTier.ts'
import type { SheetOwner } from './sheetOwner.ts'
import { withSort } from './sheetQuery.ts'
import { SheetWrites } from './sheetWrites.svelte.ts'

/** What was done in the grid, as commands on rows and columns of the table. */
export function sheetEdits(sheet: SheetOwner): GridEdits {
  const writes = new SheetWrites(sheet)

  /** Whose cell is being edited: the rows may move under the editor. */
  let editing: { readonly row: number; readonly id: RowId } | null = null

  async function edit(row: number, column: number, text: string): Promise<void> {
    const placed = sheet.columns.at(column)
    const id = editing?.row === row ? editing.id : await sheet.rowAt(row)
    if (!placed || id === null) return
    await sheet.project.run({
      kind: 'editCells',
      table: customersTable,
      origin: 'edit',
      cells: [{ row: id, column: placed.column.id, text }],
    })
  }

  return {
    edit: (row, column, text) => void edit(row, column, text),
    paste: (range, texts) => void writes.lay(range, texts),
    spread: (ranges, text) => void writes.spread(ranges, text),
    clear: (ranges, cut) => void writes.clear(ranges, cut),
    fill: (from, to, how, instead = false) => void writes.fill(from, to, how, instead),
    fillTip: (from, to, how) => writes.fillTip(from, to, how),
    undo: () => void sheet.project.undo(),
    redo: () => void sheet.project.redo(),
    sort(column, direction, add = false) {
      const id = sheet.columns.at(column)?.column.id
      if (id !== undefined) void sheet.ask(withSort(sheet.query, id, direction, add), false)
    },
    resize: (column, width) => sheet.columns.resize(column, width),
    move: (column, before, count) => sheet.columns.move(column, before, count),
    total: (column, x, y) => (sheet.menu = { of: 'total', row: null, column, x, y }),
    rename: (column) => rename(sheet, column),
    menu: (place) => (sheet.menu = place),
    explain(column) {
      const about = sheet.columns.at(column)?.column
      if (about?.formula) openFormula(sheet, about.id, column)
      else sheet.explaining = about?.id ?? null
    },
    open(row) {
      sheet.selection.isOpen = true
      void sheet.go(row)
    },
    openOwn: (place, box, typed) => void openTier(sheet, place.row, box, typed),
    editing(place) {
      const here = place && sheet.pages.at(place.row)
      const id = here?.window.rows[here.index]
      editing = place && id !== undefined ? { row: place.row, id } : null
      sheet.isEditing = place !== null
    },
    refused(column) {
      const editor = sheet.source.columns[column]?.editor
      const about = sheet.columns.at(column)?.column
      if (editor?.kind !== 'none') return
      if (!about?.formula) return sheet.notices.hint(editor.why)
      const label = sheet.locale.words.formulaForm.changeShort
      sheet.notices.hint(editor.why, { label, run: () => openFormula(sheet, about.id, column) })
    },
  }
}

function openFormula(sheet: SheetOwner, column: string, at: number): void {
  sheet.dialog = { of: 'formula', column, at }
}

/** Columns of the result have the names of what they are. */
function rename(sheet: SheetOwner, column: number): void {
  const id = sheet.columns.at(column)?.column.id
  if (id !== undefined && !id.startsWith('$')) sheet.naming = id
}
