import type { Replacement, Views } from '../engine/views.ts'
import { customersTable } from './selection.svelte.ts'
import type { Sheet } from './sheet.svelte.ts'

export type ReplaceScope = 'selection' | 'column' | 'sheet'

export interface ReplaceTexts {
  readonly find: string
  readonly replace: string
  readonly whole: boolean // the whole cell only
}

/** The block that is meant, among the rows and columns on show. */
export function replaceArgs(
  sheet: Sheet,
  scope: ReplaceScope,
  texts: ReplaceTexts,
): Views['replacements']['args'] {
  const { range, active } = sheet
  const { placed } = sheet.columns
  const columns =
    scope === 'sheet'
      ? placed
      : scope === 'column'
        ? placed.slice(active.column, active.column + 1)
        : placed.slice(range.left, range.right + 1)
  return {
    query: sheet.query,
    from: scope === 'selection' ? range.top : 0,
    to: scope === 'selection' ? range.bottom + 1 : sheet.rowCount,
    columns: columns.map(({ column }) => column.id),
    ...texts,
    list: false,
  }
}

/** One command, hence one undo step. */
export async function replaceIn(
  sheet: Sheet,
  scope: ReplaceScope,
  texts: ReplaceTexts,
): Promise<void> {
  try {
    const args = { ...replaceArgs(sheet, scope, texts), list: true }
    const { cells } = await sheet.client.view('replacements', args)
    if (cells.length === 0) return
    const done = await sheet.project.run({
      kind: 'editCells',
      table: customersTable,
      origin: 'edit',
      cells,
    })
    if (!done) return
    const { words, count } = sheet.locale
    sheet.notices.say(words.sheet.replacing.done(count(cells.length), cells.length), {
      label: words.sheet.undo,
      run: () => void sheet.project.undo(),
    })
  } catch (error) {
    sheet.notices.fail(error)
  }
}

/** One cell alone; the dialog stays open, so nothing is said of it. */
export function replaceOne(sheet: Sheet, { row, column, text }: Replacement): Promise<boolean> {
  return sheet.project.run({
    kind: 'editCells',
    table: customersTable,
    origin: 'edit',
    cells: [{ row, column, text }],
  })
}
