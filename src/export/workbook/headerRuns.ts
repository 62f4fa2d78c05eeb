import type { ExportInput } from '../exporter.ts'
import { besides } from './besides.ts'
import type { BookColumn } from './bookColumn.ts'

/** One header above neighbouring columns, by their places. */
export interface HeaderRun {
  readonly title: string
  readonly from: number
  readonly to: number
}

/** Headers above columns: those that somebody wrote in the sheet of the app, else that of their kind. */
export function headerRuns(
  { document, words }: ExportInput,
  columns: readonly BookColumn[],
): readonly HeaderRun[] {
  const own = new Map(document.layout?.groups)
  const runs: HeaderRun[] = []
  for (const [at, column] of columns.entries()) {
    const title = own.get(besides(column)) ?? words.workbook.groups[column.group]
    const last = runs.at(-1)
    if (last?.title === title) runs[runs.length - 1] = { ...last, to: at }
    else runs.push({ title, from: at, to: at })
  }
  return runs
}
