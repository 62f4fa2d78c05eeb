import { columnTitle } from '../i18n/columnTitle.ts'
import { customersOf } from '../project/customersOf.ts'
import { sheetGroups } from '../scheme/sheetGroups.ts'
import { originalAt } from '../table/cell.ts'
import type { Column } from '../table/column.ts'
import type { ExportInput } from './exporter.ts'
import { hiddenInSheet } from './hidden.ts'
import { inSheetOrder } from './inSheetOrder.ts'
import { resultColumns } from './resultColumns.ts'
import type { TextColumn } from './textColumn.ts'
import { textsOf } from './texts.ts'

const values: ReadonlySet<Column['type']> = new Set(['number', 'date', 'boolean'])

/** The columns of the file as the sheet has them from left to right. */
export function textColumns(input: ExportInput): readonly TextColumn[] {
  const { document, words, options } = input
  const own = (column: Column): TextColumn => ({
    beside: column.id,
    sheetId: column.id,
    column,
    header: columnTitle(column, words),
    text: textsOf(column, input),
    isValue: (row) => values.has(column.type) && originalAt(column, row) === null,
  })
  const given = sheetGroups(customersOf(input.document), document.scheme).flatMap(({ column }) =>
    column === null ? resultColumns(input) : [own(column)],
  )
  const all = inSheetOrder(given, ({ beside }) => beside, document.layout)
  if (!options.leaveOutHidden) return all
  const hidden = hiddenInSheet(input)
  return all.filter(({ sheetId }) => sheetId === null || !hidden.includes(sheetId))
}
