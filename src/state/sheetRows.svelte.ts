import type { RowId } from '../table/column.ts'
import { customersTable } from './selection.svelte.ts'
import { isFiltered } from './sheetQuery.ts'
import type { Sheet } from './sheet.svelte.ts'
import { areColumns, spansSelected } from './sheetSelected.ts'

/** An empty row above (0) or below (1) a row of the view; null = at the end. */
export function insertRow(sheet: Sheet, row: number | null, below: 0 | 1): Promise<void> {
  return insertAt(sheet, [{ row: row === null ? null : row + below, count: 1 }])
}

/** As many rows as each block has, above its first or below its last one, as Excel does. */
export function insertRows(sheet: Sheet, below: 0 | 1): Promise<void> {
  if (areColumns(sheet)) return insertRow(sheet, sheet.active.row, below)
  const places = spansSelected(sheet).map(({ top, bottom }) => ({
    row: below === 0 ? top : bottom + 1,
    count: bottom - top + 1,
  }))
  return insertAt(sheet, places)
}

/** Above these rows of the view; null = at the end. */
async function insertAt(
  sheet: Sheet,
  places: readonly { readonly row: number | null; readonly count: number }[],
): Promise<void> {
  const [first, ...also] = await Promise.all(
    places.map(async ({ row, count }) => ({
      before: row === null ? null : await sheet.rowAt(row),
      count,
    })),
  )
  if (!first) return
  const at = { kind: 'insertRows', table: customersTable, ...first } as const
  if (!(await sheet.project.run(also.length > 0 ? { ...at, also } : at))) return
  const total = places.reduce((sum, { count }) => sum + count, 0)
  sayUndo(sheet, sheet.locale.words.sheetTools.rows.inserted(total))
  await sheet.pages.outdate()
  if (sheet.query.sort === null && !isFiltered(sheet.query))
    await sheet.go(places[0]?.row ?? sheet.rowCount - 1)
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
