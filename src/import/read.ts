import type { Issue } from '../core/issue.ts'
import type { Job } from '../core/job.ts'
import { buildColumn, tableOf } from '../table/builder.ts'
import type { Column, ColumnId } from '../table/column.ts'
import type { Table, TableId } from '../table/table.ts'
import { withWholeName } from '../table/wholeName.ts'
import { chooseSheet } from './chooseSheet.ts'
import { type ReadColumn, planColumns } from './columns.ts'
import type { RawSheet, Reading } from './importer.ts'
import { textOf } from './importer.ts'
import { comesAgain, isPerOrder } from './kinds/cells.ts'
import { recognise, type Recognised } from './kinds/recognise.ts'
import { systemIssues } from './kinds/systemIssues.ts'
import type { SheetLayout } from './layout.ts'
import type { ImportChoices, ImportPlan, PlannedColumn } from './plan.ts'
import { previewRows } from './preview.ts'
import type { OpenedSource } from './source.ts'
import { repeated, tableIssues } from './tableIssues.ts'
import { understood } from './understood.ts'

export { openSource, type OpenedSource } from './source.ts'

/** Names the scheme template that fits; given from outside, since importing knows nothing of schemes. */
export type Suggest = (columns: readonly PlannedColumn[]) => string | null

/** As-of day of the last plan of a source, for `buildTable`. */
const plannedFor = new WeakMap<OpenedSource, string>()

/**
 * What would be imported under these choices. Costs one pass over the cells of each column whose choices changed; the
 * file is parsed again only for another encoding or delimiter. Throws `file.*`.
 */
export async function planImport(
  opened: OpenedSource,
  choices: ImportChoices,
  asOf: string,
  job: Job,
  suggest: Suggest = () => null,
): Promise<ImportPlan> {
  plannedFor.set(opened, asOf)
  const reading = await readAgain(opened, choices, job)
  const index = sheetIndex(reading, choices)
  const sheet = reading.sheets[index] as RawSheet
  const layout = await understood(sheet).layoutOf(choices, job)
  const read = await readColumns(sheet, layout, choices, choices.asOf ?? asOf, job)
  const { kind, system, roles } = recognisedIn(sheet, layout, read, choices)
  const { columns: planned, issues } = planColumns(read, choices, roles)
  const columns = planned.map((column) => ({ ...column, issues: inFile(column.issues, layout) }))
  const cellsOf = (at: number) => understood(sheet).cellsOf(layout, at)
  return {
    file: { name: opened.name, bytes: opened.bytes, kind: opened.kind },
    text: textFacts(opened, reading, choices),
    sheets: reading.sheets.map(({ name, rowCount, hidden }) => ({ name, rows: rowCount, hidden })),
    sheet: index,
    kind,
    system,
    layout: layout.layout,
    rowCount: layout.rows.length,
    columns,
    sample: previewRows(sheet, layout),
    issues: [
      ...encodingIssue(opened, choices),
      ...issues,
      ...systemIssues(system, kind, choices),
      ...tableIssues(reading.sheets, sheet, layout, columns, cellsOf, kind),
    ],
    template: kind === 'customers' ? suggest(columns.filter(({ include }) => include)) : null,
    suggestedName: suggestedName(opened, sheet, layout),
  }
}

/** The table of a plan: the columns taken along, under ids that stay the same whatever else is chosen. */
export async function buildTable(
  opened: OpenedSource,
  plan: ImportPlan,
  choices: ImportChoices,
  tableId: TableId,
  job: Job,
): Promise<Table> {
  const reading = await readAgain(opened, choices, job)
  const sheet = reading.sheets[plan.sheet] as RawSheet
  const layout = await understood(sheet).layoutOf(choices, job)
  const asOf = choices.asOf ?? plannedFor.get(opened) ?? new Date().toISOString().slice(0, 10)
  const included = plan.columns.filter(({ include }) => include)
  const columns: Column[] = []
  let key: ColumnId | null = null
  for (const planned of included) {
    await job.checkpoint({ step: 'build', done: columns.length, total: included.length })
    const header = layout.headers.find(({ index }) => index === planned.index)
    if (!header) continue
    const { context } = understood(sheet).columnOf(layout, header, choices, asOf)
    const cells = understood(sheet).cellsOf(layout, planned.index)
    const { name, group, role, reading: kind, unit } = planned
    const id = columnId(planned.index)
    columns.push(buildColumn({ id, name, group, role, reading: kind, unit, context }, cells))
    const named = role === 'name' && key === null && plan.kind === 'customers'
    if (role === 'key' || (named && namesAll(included, cells))) key = id
  }
  return { ...tableOf(tableId, withWholeName(columns)), key }
}

/** Kind and roles from headers and columns; whether amounts are of rows or of orders only the cells can tell. */
function recognisedIn(
  sheet: RawSheet,
  layout: SheetLayout,
  read: readonly ReadColumn[],
  choices: ImportChoices,
): Recognised {
  const cellsAt = (at: number) => understood(sheet).cellsOf(layout, read[at]?.header.index ?? -1)
  const facts = read.map(({ header, inferred }, at) => ({
    name: header.name,
    inferred,
    repeats: () => comesAgain(cellsAt(at)),
  }))
  const found = recognise(facts, choices.kind)
  if (found.system !== null) return found
  const record = found.roles.indexOf('record')
  const amount = found.roles.findIndex((role) => role === 'amount' || role === 'total')
  if (found.kind !== 'orders' || record < 0 || amount < 0) return found
  const whole = isPerOrder(cellsAt(record), cellsAt(amount))
  if (whole === null) return found
  const roles = found.roles.with(amount, whole ? 'total' : 'amount')
  return { ...found, roles }
}

/** By the place in the file, so that leaving out one column does not rename the others. */
export function columnId(index: number): ColumnId {
  return `c${index + 1}`
}

/** Without customer numbers, names do as keys if each is there and stands once. */
function namesAll(
  included: readonly PlannedColumn[],
  cells: Parameters<typeof repeated>[0],
): boolean {
  if (included.some(({ role }) => role === 'key')) return false
  const { blanks, repeats } = repeated(cells)
  return blanks.length === 0 && repeats.count === 0
}

function readAgain(opened: OpenedSource, choices: ImportChoices, job: Job): Promise<Reading> {
  const { encoding = null, delimiter = null } = choices
  return opened.read({ encoding, delimiter }, job)
}

function sheetIndex({ sheets }: Reading, { sheet }: ImportChoices): number {
  return sheet !== undefined && sheets[sheet] ? sheet : chooseSheet(sheets)
}

async function readColumns(
  sheet: RawSheet,
  layout: SheetLayout,
  choices: ImportChoices,
  asOf: string,
  job: Job,
): Promise<ReadColumn[]> {
  const read: ReadColumn[] = []
  for (const header of layout.headers) {
    await job.checkpoint({ step: 'type', done: read.length, total: layout.headers.length })
    read.push({ header, inferred: understood(sheet).columnOf(layout, header, choices, asOf) })
  }
  return read
}

/** Places among the customers become rows of the file. */
function inFile(issues: readonly Issue[], { rows }: SheetLayout): Issue[] {
  return issues.map((issue) =>
    issue.rows ? { ...issue, rows: issue.rows.map((place) => rows[place] ?? 0) } : issue,
  )
}

function textFacts(
  opened: OpenedSource,
  reading: Reading,
  choices: ImportChoices,
): ImportPlan['text'] {
  if (opened.encoding === null) return null
  return {
    encoding: choices.encoding ?? opened.encoding.encoding,
    sure: choices.encoding !== undefined || opened.encoding.sure,
    delimiter: reading.delimiter ?? '', // HTML and XML tables have none
  }
}

function encodingIssue(opened: OpenedSource, choices: ImportChoices): Issue[] {
  if (!opened.encoding || opened.encoding.sure || choices.encoding !== undefined) return []
  const { encoding } = opened.encoding
  return [{ code: 'encoding.unsure', level: 'warning', detail: { encoding } }]
}

/** The file's name; of pasted cells the title above the table. */
function suggestedName(opened: OpenedSource, sheet: RawSheet, layout: SheetLayout): string {
  const file = opened.name.replace(/\.(csv|tsv|txt|md|xls[xmb]?|ods|fods|xml|html?)$/i, '').trim()
  if (file !== '') return file
  const titles = layout.layout.headerFrom
  for (let row = 0; row < titles; row++) {
    const filled = sheet.columns.filter((column) => textOf(column[row]) !== '')
    const title = textOf(filled[0]?.[row])
    if (filled.length === 1 && title.length <= 40) return title
  }
  return ''
}
