import type { RowId } from '../table/column.ts'
import { customersTable } from './selection.svelte.ts'
import { isFiltered } from './sheetQuery.ts'
import type { Sheet } from './sheet.svelte.ts'
import { areColumns } from './sheetSelected.ts'

/** Empty rows above (0) or below (1) a row of the view; null = at the end. */
export async function insertRow(
  sheet: Sheet,
  row: number | null,
  below: 0 | 1,
  count = 1,
): Promise<void> {
  const before = row === null ? null : await sheet.rowAt(row + below)
  const done = await sheet.project.run({
    kind: 'insertRows',
    table: customersTable,
    before,
    count,
  })
  if (!done) return
  sayUndo(sheet, sheet.locale.words.sheetTools.rows.inserted(count))
  await sheet.pages.outdate()
  if (sheet.query.sort === null && !isFiltered(sheet.query))
    await sheet.go(row === null ? sheet.rowCount - 1 : row + below)
}

/** As many rows as are selected in the last block, above its first or below its last one. */
export function insertRows(sheet: Sheet, below: 0 | 1): Promise<void> {
  const { top, bottom } = sheet.range
  if (areColumns(sheet)) return insertRow(sheet, sheet.active.row, below)
  return insertRow(sheet, below === 0 ? top : bottom, below, bottom - top + 1)
}

/** The rows of every block. */
export async function deleteSelectedRows(sheet: Sheet): Promise<void> {
  const rows = await selectedRows(sheet)
  if (rows.length === 0) return
  const done = await sheet.project.run({ kind: 'deleteRows', table: customersTable, rows })
  if (!done) return
  const { top } = sheet.range
  sayUndo(sheet, sheet.locale.words.sheet.deleted(rows.length))
  await sheet.pages.outdate()
  await sheet.go(Math.min(top, sheet.rowCount - 1))
}

/** Copies below the last of them. */
export async function duplicateSelectedRows(sheet: Sheet): Promise<void> {
  const rows = await selectedRows(sheet)
  const done = await sheet.project.run({ kind: 'duplicateRows', table: customersTable, rows })
  if (!done) return
  const key = sheet.pages.view?.columns.find(({ role }) => role === 'key')
  const { duplicated } = sheet.locale.words.sheetTools.rows
  sayUndo(sheet, duplicated(rows.length, key ? sheet.columns.title(key.id) : null))
  await sheet.pages.outdate()
}

async function selectedRows(sheet: Sheet): Promise<readonly RowId[]> {
  const blocks = await Promise.all(
    sheet.ranges.map(({ top, bottom }) => sheet.rowsAt(top, bottom + 1)),
  )
  return [...new Set(blocks.flat())]
}

export function sayUndo(sheet: Sheet, text: string): void {
  const label = sheet.locale.words.sheet.undo
  sheet.notices.say(text, { label, run: () => void sheet.project.undo() })
}
