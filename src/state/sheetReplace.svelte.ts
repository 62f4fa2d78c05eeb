import type { Replacement, Views } from '../engine/views.ts'
import type { GridRange } from '../grid/source.ts'
import { customersTable } from './selection.svelte.ts'
import type { Sheet } from './sheet.svelte.ts'

export type ReplaceScope = 'selection' | 'column' | 'sheet'

export interface ReplaceTexts {
  readonly find: string
  readonly replace: string
  readonly whole: boolean // the whole cell only
}

/** The blocks that are meant, among the rows and columns on show. */
export function replaceArgs(
  sheet: Sheet,
  scope: ReplaceScope,
  texts: ReplaceTexts,
): Views['replacements']['args'] {
  const [first = sheet.range, ...others] = rangesMeant(sheet, scope)
  const block = ({ top, left, bottom, right }: GridRange) => ({
    from: top,
    to: bottom + 1,
    columns: sheet.columns.placed.slice(left, right + 1).map(({ column }) => column.id),
  })
  return { query: sheet.query, ...block(first), also: others.map(block), ...texts }
}

function rangesMeant(sheet: Sheet, scope: ReplaceScope): readonly GridRange[] {
  if (scope === 'selection') return sheet.ranges
  const { column } = sheet.active
  const whole = { top: 0, bottom: sheet.rowCount - 1 }
  const right = sheet.columns.placed.length - 1
  return scope === 'sheet'
    ? [{ ...whole, left: 0, right }]
    : [{ ...whole, left: column, right: column }]
}

/** One undo step. */
export async function replaceIn(
  sheet: Sheet,
  scope: ReplaceScope,
  texts: ReplaceTexts,
): Promise<void> {
  const replaced = await sheet.project.replace(replaceArgs(sheet, scope, texts))
  if (!replaced) return
  const { words, count } = sheet.locale
  sheet.notices.say(words.sheet.replacing.done(count(replaced), replaced), {
    label: words.sheet.undo,
    run: () => void sheet.project.undo(),
  })
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
