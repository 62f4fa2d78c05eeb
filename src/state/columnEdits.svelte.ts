import type { ColumnUses } from '../engine/views.ts'
import type { SheetOrder } from '../project/command.ts'
import type { ReadingId } from '../table/column.ts'
import { customersTable } from './selection.svelte.ts'
import type { Sheet } from './sheet.svelte.ts'
import { sayUndo } from './sheetRows.svelte.ts'

const own = (id: string) => !id.startsWith('$')

/** The name, with a number behind it where a column has it already. */
export function freeName(sheet: Sheet, name: string): string {
  const known = new Set(sheet.columns.all.map(({ column }) => sheet.columns.title(column.id)))
  if (!known.has(name)) return name
  for (let at = 2; ; at++) if (!known.has(`${name} ${at}`)) return `${name} ${at}`
}

/** A new column beside one in a place of the grid: before it (0) or behind it (1). */
export async function insertColumn(
  sheet: Sheet,
  at: number,
  behind: 0 | 1,
  name: string,
  reading: ReadingId,
): Promise<void> {
  const beside = sheet.columns.at(at + behind)?.column.id ?? null
  const before = sheet.columns.placed.slice(at + behind).find(({ column }) => own(column.id))
  const done = await addedAt(sheet, beside, (order) =>
    sheet.project.run({
      kind: 'addColumn',
      table: customersTable,
      name,
      reading,
      role: roleOf(reading),
      order,
      ...(before ? { before: before.column.id } : {}),
    }),
  )
  if (done) sayUndo(sheet, sheet.locale.words.sheetTools.columns.inserted(name))
}

/** What can be measured can be a criterion. */
function roleOf(reading: ReadingId) {
  const words: readonly ReadingId[] = [
    'text',
    'category',
    'phone',
    'code',
    'identity',
    'tags',
    'tier',
  ]
  return words.includes(reading) ? 'other' : 'measure'
}

/** Runs a command that adds a column before another one of the sheet (null = at the end) and selects it. */
export async function addedAt(
  sheet: Sheet,
  before: string | null,
  run: (order: SheetOrder) => Promise<boolean>,
): Promise<boolean> {
  const ids = sheet.columns.all.map(({ column }) => column.id)
  const known = new Set(ids)
  const at = before === null ? ids.length : ids.indexOf(before)
  if (!(await run([...ids.slice(0, at), null, ...ids.slice(at)]))) return false
  await sheet.pages.outdate()
  const added = sheet.columns.all.find(({ column }) => !known.has(column.id))?.column.id
  if (added === undefined) return true
  await sheet.go(sheet.active.row, Math.max(0, sheet.columns.indexOf(added)))
  return true
}

export async function duplicateColumn(sheet: Sheet, id: string): Promise<void> {
  const at = sheet.columns.indexOf(id)
  const name = freeName(
    sheet,
    sheet.locale.words.sheetTools.columns.copyName(sheet.columns.title(id)),
  )
  const done = await addedAt(sheet, sheet.columns.at(at + 1)?.column.id ?? null, (order) =>
    sheet.project.run({ kind: 'duplicateColumn', table: customersTable, column: id, name, order }),
  )
  if (done) sayUndo(sheet, sheet.locale.words.sheetTools.columns.inserted(name))
}

/** No question before it: what went with the columns is said, and undo gives all of it back. */
export async function deleteColumns(sheet: Sheet, ids: readonly string[]): Promise<void> {
  const { sheetTools: words } = sheet.locale.words
  try {
    const uses = await Promise.all(ids.map((column) => sheet.client.view('uses', { column })))
    const names = quotedNames(
      sheet,
      ids.map((id) => sheet.columns.title(id)),
    )
    const gone = usesText(sheet, uses)
    const done = await sheet.project.run({
      kind: 'deleteColumns',
      table: customersTable,
      columns: ids,
    })
    if (!done) return
    sayUndo(sheet, [words.columns.deleted(names), ...gone].join(words.uses.join))
  } catch (error) {
    sheet.notices.fail(error)
  }
}

function quotedNames(sheet: Sheet, names: readonly string[]): string {
  const { sheetTools: words, sheet: plain } = sheet.locale.words
  return names.map(words.columns.quoted).join(plain.columnFilter.join)
}

function usesText(sheet: Sheet, all: readonly ColumnUses[]): readonly string[] {
  const words = sheet.locale.words.sheetTools.uses
  const criteria = all.flatMap((one) => one.criteria)
  const formulas = all.flatMap((one) => one.formulas)
  const rules = all.reduce((sum, one) => sum + one.rules, 0)
  const others = new Set(all.flatMap((one) => one.others))
  return [
    ...(criteria.length > 0 ? [words.criteria(quotedNames(sheet, criteria))] : []),
    ...(rules > 0 ? [words.rules(sheet.locale.count(rules))] : []),
    ...(formulas.length > 0 ? [words.formulas(quotedNames(sheet, formulas))] : []),
    ...[...others].map((other) => words[other]),
  ]
}
