import { read } from 'xlsx'
import { createJob } from '../../src/core/job.ts'
import type { Reading } from '../../src/import/importer.ts'
import { openSource } from '../../src/import/read.ts'
import type { Case } from './measure.ts'
import { workbookFile } from './workbookFile.ts'

const columns = 12

/** SheetJS reads a fifth of the list: all of it would take too long, nine times. */
export const readingWorkbook = (rows: number) => (): Case => {
  let whole: Blob | null = null // made when the case is asked for
  let fifth: Uint8Array | null = null
  return {
    name: 'workbook: read an xlsx of 12 columns',
    rows,
    goal: 1.2, // four times its speed
    yardstick: 'SheetJS reads a fifth of it',
    rounds: 3,
    async run() {
      whole ??= new Blob([workbookFile(rows)])
      const source = { kind: 'file', file: whole, name: 'x.xlsx' } as const
      const opened = await openSource(source, createJob())
      return opened.read({ encoding: null, delimiter: null }, createJob())
    },
    against() {
      fifth ??= workbookFile(rows / 5)
      return read(fifth, { type: 'array', dense: true, nodim: true, cellText: false, cellNF: true })
    },
    check(result) {
      const [sheet] = (result as Reading).sheets
      if (sheet?.rowCount !== rows + 1) return `${sheet?.rowCount} rows`
      if (sheet.columns.length !== columns) return `${sheet.columns.length} columns`
      return sheet.columns[0]?.at(rows) === `KH${100_000 + rows + 1}`
        ? null
        : 'not the last customer'
    },
  }
}
