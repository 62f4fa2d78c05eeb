import type { SheetColumn } from '../engine/views.ts'
import type { GridColumn, GridEditor } from '../grid/source.ts'
import { columnTitle } from '../i18n/columnTitle.ts'
import type { Words } from '../i18n/translate.ts'
import { editorByType } from './sheetEditors.ts'
import type { SheetOwner } from './sheetOwner.ts'
import { filterOf, sortsOf } from './sheetQuery.ts'

/** What the layout says of a column. */
export interface ColumnStand {
  readonly group: string // the header above it
  readonly width: number | null // null = by its texts
  readonly frozen: boolean
}

/** A column as the grid draws it: in words, with the width that it was given. */
export function gridColumn(sheet: SheetOwner, column: SheetColumn, stand: ColumnStand): GridColumn {
  const { words, count } = sheet.locale
  const sorts = sortsOf(sheet.query)
  const place = sorts.findIndex((sort) => sort.column === column.id)
  const sort = sorts[place]
  const title = titleOf(column, words)
  const unit = column.unit === null ? null : (words.scheme.units[column.unit] ?? null)
  const remarks = [
    unit === null ? null : words.sheet.unit(unit),
    column.failed > 0 ? words.sheet.failed(count(column.failed)) : null,
    column.formula,
  ].filter((remark) => remark !== null)
  return {
    id: column.id,
    title,
    group: stand.group,
    width: stand.width ?? Math.min(column.width, widest(column)),
    align: alignOf(column),
    frozen: stand.frozen,
    pinnedEnd: column.id === '$score' || column.id === '$tier',
    computed: !column.editable,
    sort: sort ? (sort.descending ? 'descending' : 'ascending') : null,
    sortPlace: sort && sorts.length > 1 ? place + 1 : null,
    calculated: column.model !== null || column.formula !== null,
    filtered: filterOf(sheet.query, column.id) !== null,
    movable: !column.frozen,
    hint: hintOf(sheet, column, title, remarks),
    editor: editorOf(column, words),
  }
}

/** A tier that came with the file does not bear the name of the tier given here. */
export function titleOf(column: SheetColumn, words: Words): string {
  const own = words.sheet.resultColumns[column.id]
  return own ?? columnTitle({ name: column.name ?? column.id, role: column.role }, words)
}

/** What does not show in the header itself; of a calculated column also what it says. */
function hintOf(
  { locale, project }: SheetOwner,
  column: SheetColumn,
  title: string,
  remarks: readonly string[],
): string | null {
  const { models, modelForm } = locale.words
  const help = Object.entries(models.help).find(([id]) => id === column.id)?.[1]
  if (help === undefined && remarks.length === 0) return null
  const asOf = project.scheme.current?.scheme.asOf
  const lines = [[title, ...remarks].join(' · ')]
  if (help !== undefined) lines.push(help)
  if (help !== undefined && asOf !== undefined) lines.push(modelForm.help.asOf(asOf))
  return lines.join('\n')
}

function editorOf(column: SheetColumn, words: Words): GridEditor {
  const own = editorByType(column, words)
  if (own) return own
  if (column.formula !== null) return { kind: 'none', why: words.formulas.calculated }
  if (!column.editable) return { kind: 'none', why: whyNot(column.id, words) }
  switch (column.type) {
    case 'number':
      return { kind: 'number' }
    case 'date':
      return { kind: 'date' }
    case 'category':
    case 'boolean':
    case 'text':
    case 'score':
    case 'result':
      return { kind: 'text' }
  }
}

/** Why nothing is typed there. */
function whyNot(id: string, { sheet, tables, results }: Words): string {
  if (!id.startsWith('$')) return tables.calculatedHint
  if (id === '$tier' || id === '$settled') return sheet.computed
  return id === '$completeness' ? results.completenessHint : sheet.computedScore
}

function alignOf(column: SheetColumn): GridColumn['align'] {
  if (column.id === '$tier' || column.reading === 'tier') return 'center'
  return column.type === 'number' || column.type === 'score' ? 'end' : 'start'
}

/** Long texts are cut and stand in full in the tooltip, so that the result stays in sight. */
function widest(column: SheetColumn): number {
  if (column.role === 'name') return 176
  if (column.reading === 'identity') return 168 // its last digits are what tells two apart
  return column.group === 'note' ? 240 : 128
}
