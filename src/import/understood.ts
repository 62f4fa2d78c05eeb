import type { Job } from '../core/job.ts'
import type { ColumnData } from '../table/column.ts'
import { type InferredColumn, inferColumn } from '../table/infer.ts'
import { readings } from '../table/parse/index.ts'
import { defaultContext } from '../table/parse/reading.ts'
import type { Cells } from '../table/raw.ts'
import { readCells } from '../table/readCells.ts'
import { WordCells } from '../table/wordCells.ts'
import { marksOf } from '../table/parse/rules.ts'
import type { Header } from './layout/headers.ts'
import type { RawSheet } from './importer.ts'
import { type SheetLayout, findLayout } from './layout/layout.ts'
import type { ImportChoices } from './plan.ts'

/** What was found in a sheet under given choices: found once, so that a change of one column asks for that column only. */
export interface UnderstoodSheet {
  layoutOf(choices: ImportChoices, job: Job): Promise<SheetLayout>
  /** The cells of the customers, one per row of the layout. */
  cellsOf(layout: SheetLayout, index: number): Cells
  columnOf(layout: SheetLayout, header: Header, choices: ImportChoices, asOf: string): FoundColumn
  /** The same with its values, which are given away: a built table is moved to another worker. */
  takeColumn(
    layout: SheetLayout,
    header: Header,
    choices: ImportChoices,
    asOf: string,
  ): InferredColumn
}

/** Without its values: of each column only the last reading is kept. */
export type FoundColumn = Omit<InferredColumn, 'data'>

const known = new WeakMap<RawSheet, UnderstoodSheet>()

export function understood(sheet: RawSheet): UnderstoodSheet {
  const found = known.get(sheet) ?? understand(sheet)
  known.set(sheet, found)
  return found
}

function understand(sheet: RawSheet): UnderstoodSheet {
  const layouts = new Map<string, SheetLayout>()
  const columns = new WeakMap<SheetLayout, Map<string, FoundColumn>>()
  const values = new Map<number, { readonly of: FoundColumn; readonly data: ColumnData }>()
  const cellsOf = ({ rows }: SheetLayout, index: number): Cells => {
    const column = sheet.columns[index] ?? []
    if (column instanceof WordCells) return column.of(rows)
    return { length: rows.length, at: (place) => column.at(rows[place] as number) }
  }
  const columnOf: UnderstoodSheet['columnOf'] = (layout, header, choices, asOf) => {
    const choice = choices.columns?.[header.index] ?? {}
    const reads = { ...choice, include: undefined, name: undefined }
    const key = JSON.stringify([header.index, reads, choices.missing, asOf])
    const ofLayout = columns.get(layout) ?? new Map<string, FoundColumn>()
    columns.set(layout, ofLayout)
    const before = ofLayout.get(key)
    if (before) return before
    const cells = cellsOf(layout, header.index)
    const usual = defaultContext(asOf)
    const context = choices.missing ? { ...usual, missing: marksOf(choices.missing) } : usual
    const { data, ...found } = inferColumn(cells, header.name, context, choice)
    ofLayout.set(key, found)
    values.set(header.index, { of: found, data })
    return found
  }
  return {
    cellsOf,
    async layoutOf(choices, job) {
      const { headerFrom, headerRows, includeTotals } = choices
      const key = JSON.stringify([headerFrom, headerRows, includeTotals])
      const layout = layouts.get(key) ?? (await findLayout(sheet, choices, job))
      layouts.set(key, layout)
      return layout
    },
    columnOf,
    takeColumn(layout, header, choices, asOf) {
      const found = columnOf(layout, header, choices, asOf)
      const kept = values.get(header.index)
      values.delete(header.index)
      if (kept?.of === found) return { ...found, data: kept.data }
      const cells = cellsOf(layout, header.index)
      const { data } = readCells(cells, readings.get(found.reading), found.context)
      return { ...found, data }
    },
  }
}
