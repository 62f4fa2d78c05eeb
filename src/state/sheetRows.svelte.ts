import { customersTable } from './selection.svelte.ts'
import { isFiltered } from './sheetQuery.ts'
import type { Sheet } from './sheet.svelte.ts'

/** One empty row above (0) or below (1) a row of the view; null = at the end. */
export async function insertRow(sheet: Sheet, row: number | null, below: 0 | 1): Promise<void> {
  const before = row === null ? null : await sheet.rowAt(row + below)
  const done = await sheet.project.run({
    kind: 'insertRows',
    table: customersTable,
    before,
    count: 1,
  })
  if (!done) return
  sayUndo(sheet, sheet.locale.words.sheet.inserted)
  await sheet.pages.outdate()
  if (sheet.query.sort === null && !isFiltered(sheet.query))
    await sheet.go(row === null ? sheet.rowCount - 1 : row + below)
}

/** The rows [from, to) of the view. */
export async function deleteRows(sheet: Sheet, from: number, to: number): Promise<void> {
  const rows = await sheet.rowsAt(from, to)
  if (rows.length === 0) return
  const done = await sheet.project.run({ kind: 'deleteRows', table: customersTable, rows })
  if (!done) return
  sayUndo(sheet, sheet.locale.words.sheet.deleted(rows.length))
  await sheet.pages.outdate()
  await sheet.go(Math.min(from, sheet.rowCount - 1))
}

function sayUndo(sheet: Sheet, text: string): void {
  const label = sheet.locale.words.sheet.undo
  sheet.notices.say(text, { label, run: () => void sheet.project.undo() })
}
