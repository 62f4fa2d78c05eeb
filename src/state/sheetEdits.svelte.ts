import type { SheetColumn, SheetWindow } from '../engine/views.ts'
import type { GridEdits, GridRange } from '../grid/source.ts'
import type { RowId } from '../table/column.ts'
import { customersTable } from './selection.svelte.ts'
import type { SheetOwner } from './sheetOwner.ts'
import { cellsIn, mostCopied } from './sheetCopy.svelte.ts'
import { withSort } from './sheetQuery.ts'
import { pageRows } from './sheetPages.svelte.ts'

/** What was done in the grid, as commands on rows and columns of the table. */
export function sheetEdits(sheet: SheetOwner): GridEdits {
  const words = () => sheet.locale.words.sheet

  /** Lays texts on the block; computed columns are left out, since their values follow from others. */
  async function lay(
    range: GridRange,
    texts: readonly (readonly string[])[],
    origin: 'paste' | 'fill' | 'clear' | 'cut',
  ): Promise<boolean> {
    const width = texts[0]?.length ?? 0
    if (texts.length * width > mostCopied) {
      sheet.notices.say(words().tooLarge)
      return false
    }
    const places = Array.from({ length: width }, (_, i) => sheet.columns.at(range.left + i))
    const kept = places.flatMap((placed, i) => (placed?.column.editable ? [i] : []))
    if (kept.length < places.filter((placed) => placed !== undefined).length)
      sheet.notices.say(
        places.some((placed) => placed && isFigure(placed.column))
          ? sheet.locale.words.tables.calculatedHint
          : words().computed,
      )
    if (kept.length === 0) return false
    const to = Math.min(range.top + texts.length, sheet.rowCount)
    const rows = await sheet.rowsAt(range.top, to)
    return sheet.project.run({
      kind: 'pasteBlock',
      table: customersTable,
      rows,
      columns: kept.map((i) => places[i]?.column.id ?? ''),
      texts: texts.map((line) => kept.map((i) => line[i] ?? '')),
      origin,
    })
  }

  const blank = (range: GridRange) =>
    Array.from({ length: range.bottom - range.top + 1 }, () =>
      Array.from({ length: range.right - range.left + 1 }, () => ''),
    )

  /** Texts of a block as they stand in the sheet, [row][column]. */
  async function blockTexts(range: GridRange): Promise<string[][]> {
    const lines: string[][] = []
    const columns = sheet.columns.placed.slice(range.left, range.right + 1)
    while (lines.length <= range.bottom - range.top) {
      const from = range.top + lines.length
      const window = await sheet.client.view('window', {
        query: sheet.query,
        from,
        to: Math.min(range.bottom + 1, from + pageRows),
      })
      if (window.rows.length === 0) break
      window.rows.forEach((_, i) =>
        lines.push(columns.map(({ at }) => inputsOf(window.cells[at])[i] ?? '')),
      )
    }
    return lines
  }

  async function fill(from: GridRange, to: GridRange): Promise<void> {
    if (cellsIn(to) > mostCopied) return sheet.notices.say(words().tooLarge)
    try {
      const source = await blockTexts(from)
      const height = from.bottom - from.top + 1
      const width = from.right - from.left + 1
      const texts = blank(to).map((line, row) =>
        line.map((_, column) => {
          const i = mod(to.top + row - from.top, height)
          const j = mod(to.left + column - from.left, width)
          return source[i]?.[j] ?? ''
        }),
      )
      await lay(to, texts, 'fill')
    } catch (error) {
      sheet.notices.fail(error)
    }
  }

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
    paste: (range, texts) => void lay(range, texts, 'paste'),
    clear: (range, cut) => {
      if (cellsIn(range) > mostCopied) sheet.notices.say(words().tooLarge)
      else void lay(range, blank(range), cut ? 'cut' : 'clear')
    },
    fill: (from, to) => void fill(from, to),
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
    explain: (column) => (sheet.explaining = sheet.columns.at(column)?.column.id ?? null),
    open(row) {
      sheet.selection.isOpen = true
      void sheet.go(row)
    },
    editing(place) {
      const here = place && sheet.pages.at(place.row)
      const id = here?.window.rows[here.index]
      editing = place && id !== undefined ? { row: place.row, id } : null
    },
    refused(column) {
      const editor = sheet.source.columns[column]?.editor
      if (editor?.kind === 'none') sheet.notices.say(editor.why)
    },
  }
}

/** Columns of the result have the names of what they are. */
function rename(sheet: SheetOwner, column: number): void {
  const id = sheet.columns.at(column)?.column.id
  if (id !== undefined && !id.startsWith('$')) sheet.naming = id
}

/** Calculated from records, not from the scheme. */
const isFigure = ({ editable, id }: SheetColumn) => !editable && !id.startsWith('$')

const inputsOf = (cells: SheetWindow['cells'][number] | undefined) =>
  cells?.inputs ?? cells?.texts ?? []

const mod = (value: number, by: number) => ((value % by) + by) % by
