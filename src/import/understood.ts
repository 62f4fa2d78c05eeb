import type { Job } from '../core/job.ts'
import { type InferredColumn, inferColumn } from '../table/infer.ts'
import { defaultContext } from '../table/parse/reading.ts'
import { marksOf } from '../table/parse/rules.ts'
import type { RawCell } from '../table/raw.ts'
import type { Header } from './headers.ts'
import type { RawSheet } from './importer.ts'
import { type SheetLayout, findLayout } from './layout.ts'
import type { ImportChoices } from './plan.ts'

/** What was found in a sheet under given choices: found once, so that a change of one column asks for that column only. */
export interface UnderstoodSheet {
  layoutOf(choices: ImportChoices, job: Job): Promise<SheetLayout>
  /** The cells of the customers, one per row of the layout. */
  cellsOf(layout: SheetLayout, index: number): readonly RawCell[]
  columnOf(
    layout: SheetLayout,
    header: Header,
    choices: ImportChoices,
    asOf: string,
  ): InferredColumn
}

const known = new WeakMap<RawSheet, UnderstoodSheet>()

export function understood(sheet: RawSheet): UnderstoodSheet {
  const found = known.get(sheet) ?? understand(sheet)
  known.set(sheet, found)
  return found
}

function understand(sheet: RawSheet): UnderstoodSheet {
  const layouts = new Map<string, SheetLayout>()
  const columns = new WeakMap<SheetLayout, Map<string, InferredColumn>>()
  const cellsOf = ({ rows }: SheetLayout, index: number): readonly RawCell[] => {
    const column = sheet.columns[index] ?? []
    const first = rows[0] ?? 0
    const last = rows[rows.length - 1] ?? -1
    // without blank and total rows between them: one copy of memory
    if (last - first + 1 === rows.length && last < column.length)
      return column.slice(first, last + 1) as readonly RawCell[]
    const cells: RawCell[] = []
    for (let place = 0; place < rows.length; place++) cells.push(column[rows[place] ?? 0] ?? null)
    return cells
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
    columnOf(layout, header, choices, asOf) {
      const choice = choices.columns?.[header.index] ?? {}
      const reads = { ...choice, include: undefined, name: undefined }
      const key = JSON.stringify([header.index, reads, choices.missing, asOf])
      const ofLayout = columns.get(layout) ?? new Map<string, InferredColumn>()
      columns.set(layout, ofLayout)
      const before = ofLayout.get(key)
      if (before) return before
      const cells = cellsOf(layout, header.index)
      const usual = defaultContext(asOf)
      const context = choices.missing ? { ...usual, missing: marksOf(choices.missing) } : usual
      const column = inferColumn(cells, header.name, context, choice)
      ofLayout.set(key, column)
      return column
    },
  }
}
