import type { Issue } from '../core/issue.ts'
import type { Job } from '../core/job.ts'
import { columnOf, tableOf } from '../table/builder.ts'
import type { Column, ColumnId } from '../table/column.ts'
import { missingMarks } from '../table/parse/missing.ts'
import type { Table, TableId } from '../table/table.ts'
import { withWholeName } from '../table/wholeName.ts'
import { type ReadColumn, planColumns } from './columns.ts'
import { covered } from './covered.ts'
import { encodingIssues, textFacts } from './encodings.ts'
import type { RawSheet, Reading } from './importer.ts'
import { systemIssues } from './kinds/systemIssues.ts'
import type { SheetLayout } from './layout/layout.ts'
import { partIssues } from './several/partIssues.ts'
import type { ImportChoices, ImportPlan, PlannedColumn } from './plan.ts'
import { previewRows } from './preview.ts'
import { recognisedIn } from './recognisedIn.ts'
import type { OpenedSource } from './source.ts'
import { repeated } from './repeated.ts'
import { suggestedName } from './suggestedName.ts'
import { tableIssues } from './tableIssues.ts'
import { understood } from './understood.ts'
import { wholeOf } from './several/whole.ts'

export { openSource, type OpenedSource } from './source.ts'

/** Names the scheme template that fits; given from outside, since importing knows nothing of schemes. */
export type Suggest = (columns: readonly PlannedColumn[]) => string | null

/** As-of day of the last plan of a source, for `buildTable`. */
const plannedFor = new WeakMap<OpenedSource, string>()

/**
 * What would be imported under these choices: one source, or several that become one table below one another. Costs one
 * pass over the cells of each column whose choices changed; the file is parsed again only for another encoding or
 * delimiter. Throws `file.*`.
 */
export async function planImport(
  opened: OpenedSource | readonly OpenedSource[],
  choices: ImportChoices,
  asOf: string,
  job: Job,
  suggest: Suggest = () => null,
): Promise<ImportPlan> {
  const sources = listOf(opened)
  const first = sources[0] as OpenedSource
  plannedFor.set(first, asOf)
  const whole = await wholeOf(sources, choices, choices.asOf ?? asOf, job)
  const { sheet, layout, parts } = whole
  const { lead } = parts
  const reading = whole.sources[0]?.reading as Reading
  const read = await readColumns(sheet, layout, choices, choices.asOf ?? asOf, job)
  const { kind, system, roles } = recognisedIn(sheet, layout, read, choices.kind ?? whole.kind)
  const { columns: planned, issues } = planColumns(read, choices, roles)
  const columns = planned.map((column) => ({ ...column, issues: inFile(column.issues, layout) }))
  const cellsOf = (at: number) => understood(sheet).cellsOf(layout, at)
  return covered({
    file: { name: first.name, bytes: sum(sources.map(({ bytes }) => bytes)), kind: first.kind },
    text: textFacts(first, reading, choices),
    sheets: reading.sheets.map(({ name, rowCount, hidden }) => ({ name, rows: rowCount, hidden })),
    sheet: reading.sheets.indexOf(lead.sheet),
    alike: parts.alike,
    parts: parts.all.map((part) => ({
      source: part.source,
      name: part.name,
      rows: part.layout.rows.length,
    })),
    repeats: whole.repeats,
    kind,
    system,
    layout: layout.layout,
    rowCount: layout.rows.length,
    columns,
    missing: choices.missing ?? [...missingMarks],
    sample: previewRows(lead.sheet, lead.layout),
    issues: [
      ...encodingIssues(sources, choices),
      ...issues,
      ...partIssues(whole, columns),
      ...systemIssues(system, kind, choices),
      ...tableIssues(layout, columns, cellsOf, kind),
    ],
    template: kind === 'customers' ? suggest(columns.filter(({ include }) => include)) : null,
    suggestedName: suggestedName(sources, lead),
  })
}

/** The table of a plan: the columns taken along, under ids that stay the same whatever else is chosen. */
export async function buildTable(
  opened: OpenedSource | readonly OpenedSource[],
  plan: ImportPlan,
  choices: ImportChoices,
  tableId: TableId,
  job: Job,
): Promise<Table> {
  const sources = listOf(opened)
  const planned = plannedFor.get(sources[0] as OpenedSource)
  const asOf = choices.asOf ?? planned ?? new Date().toISOString().slice(0, 10)
  const { sheet, layout } = await wholeOf(sources, { ...choices, kind: plan.kind }, asOf, job)
  const included = plan.columns.filter(({ include }) => include)
  const columns: Column[] = []
  let key: ColumnId | null = null
  for (const planned of included) {
    await job.checkpoint({ step: 'build', done: columns.length, total: included.length })
    const header = layout.headers.find(({ index }) => index === planned.index)
    if (!header) continue
    const { data, context } = understood(sheet).takeColumn(layout, header, choices, asOf)
    const cells = understood(sheet).cellsOf(layout, planned.index)
    const { name, group, role, reading: kind, unit } = planned
    const id = columnId(planned.index)
    columns.push(columnOf({ id, name, group, role, reading: kind, unit, context }, data))
    const named = role === 'name' && key === null && plan.kind === 'customers'
    if (role === 'key' || (named && namesAll(included, cells))) key = id
  }
  return { ...tableOf(tableId, withWholeName(columns)), key }
}

const listOf = (opened: OpenedSource | readonly OpenedSource[]): readonly OpenedSource[] =>
  'read' in opened ? [opened] : opened

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

/** By the place in the file, so that leaving out one column does not rename the others. */
function columnId(index: number): ColumnId {
  return `c${index + 1}`
}

/** Without customer numbers, names do as keys if each is there and stands once. */
function namesAll(
  included: readonly PlannedColumn[],
  cells: Parameters<typeof repeated>[0],
): boolean {
  if (included.some(({ role }) => role === 'key')) return false
  const { blanks, repeats } = repeated(cells)
  return blanks.count === 0 && repeats.count === 0
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
