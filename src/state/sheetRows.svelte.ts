import { customersTable } from './selection.svelte.ts'
import { isFiltered } from './sheetQuery.ts'
import type { Sheet } from './sheet.svelte.ts'
import { queryShown, rowsSeen } from './sheetSeen.ts'
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
  sayUndo(sheet, sheet.locale.words.sheetTools.rows.inserted(sheet.locale.count(total), total))
  await sheet.pages.outdate()
  if (sheet.query.sort === null && !isFiltered(sheet.query))
    await sheet.go(places[0]?.row ?? sheet.rowCount - 1)
}

/** The rows of every block, however many. */
export async function deleteSelectedRows(sheet: Sheet): Promise<void> {
  const { top } = sheet.range
  const count = await writeSelected(sheet, 'delete')
  if (!count) return
  sayUndo(sheet, sheet.locale.words.sheet.deleted(sheet.locale.count(count), count))
  await sheet.pages.outdate()
  await sheet.go(Math.min(top, sheet.rowCount - 1))
}

/** Copies below the last of them. */
export async function duplicateSelectedRows(sheet: Sheet): Promise<void> {
  const count = await writeSelected(sheet, 'duplicate')
  if (!count) return
  const key = sheet.pages.view?.columns.find(({ role }) => role === 'key')
  const { duplicated } = sheet.locale.words.sheetTools.rows
  const name = key ? sheet.columns.title(key.id) : null
  sayUndo(sheet, duplicated(sheet.locale.count(count), count, name))
  await sheet.pages.outdate()
}

function writeSelected(sheet: Sheet, what: 'delete' | 'duplicate'): Promise<number | null> {
  const blocks = spansSelected(sheet).map((span) => ({
    from: span.top,
    to: span.bottom + 1,
    ...rowsSeen(sheet, span),
  }))
  return sheet.project.writeRows({ query: queryShown(sheet), what, blocks })
}

export function sayUndo(sheet: Sheet, text: string): void {
  const label = sheet.locale.words.sheet.undo
  sheet.notices.say(text, { label, run: () => void sheet.project.undo() })
}
