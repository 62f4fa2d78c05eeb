import { addedAt } from './columnEdits.svelte.ts'
import { customersTable } from './selection.svelte.ts'
import type { Sheet } from './sheet.svelte.ts'
import { sayUndo } from './sheetRows.svelte.ts'

export interface Calculated {
  readonly name: string
  readonly formula: string // as typed
}

/** Behind the column in this place of the grid. */
export async function addCalculated(
  sheet: Sheet,
  at: number,
  { name, formula }: Calculated,
): Promise<void> {
  const beside = sheet.columns.at(at + 1)?.column.id ?? null
  const done = await addedAt(sheet, beside, (order) =>
    sheet.project.run({
      kind: 'addColumn',
      table: customersTable,
      name,
      reading: 'number', // that of the values, where there is a formula
      role: 'measure',
      formula,
      order,
    }),
  )
  if (done) sayUndo(sheet, sheet.locale.words.sheetTools.columns.inserted(name))
}

/** Another formula for a column that is calculated, or from now on is; and another name. */
export async function changeCalculated(
  { project }: Sheet,
  column: string,
  { name, formula }: Calculated,
  before: string | null,
): Promise<void> {
  const table = customersTable
  if (!(await project.run({ kind: 'setFormula', table, column, formula }))) return
  if (name !== before) await project.run({ kind: 'changeColumn', table, column, name })
}

/** The values stay as they are now. */
export async function keepValues(sheet: Sheet, column: string): Promise<void> {
  const done = await sheet.project.run({
    kind: 'setFormula',
    table: customersTable,
    column,
    formula: null,
  })
  if (done) sayUndo(sheet, sheet.locale.words.formulaForm.kept)
}
