import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createJob } from '../../src/core/job.ts'
import type { RawSheet } from '../../src/import/importer.ts'
import { openSource } from '../../src/import/read.ts'
import { bySheetJs } from '../../src/import/sheetjs.ts'

/** The same workbooks by our reader and by SheetJS 0.20.3: the same sheets, cells, joined cells and hidden rows. */
const folder = resolve(import.meta.dirname, '../../../shared/data/messy')
const present = existsSync(resolve(folder, 'expected.json'))
const files = present ? readdirSync(folder).filter((name) => /\.xls[xm]$/.test(name)) : []

export function plainSheets(sheets: readonly RawSheet[]) {
  return sheets.map(({ name, hidden, hiddenRows, rowCount, columns, merges, issues }) => ({
    name,
    hidden,
    hiddenRows: hiddenRows + Number(issues[0]?.detail['count'] ?? 0),
    rowCount,
    columns: columns.map((column) =>
      Array.from({ length: column.length }, (_, row) => column.at(row) ?? null),
    ),
    merges,
  }))
}

if (present)
  describe('our reader and SheetJS see the same', () => {
    for (const name of files)
      test(name, async () => {
        const bytes = new Uint8Array(readFileSync(resolve(folder, name)))
        const job = createJob()
        let theirs: readonly RawSheet[]
        try {
          theirs = await bySheetJs(
            { kind: 'bytes', format: bytes[0] === 0x50 ? 'zip' : 'cfb', bytes },
            job,
          )
        } catch (error) {
          await expect(
            openSource({ kind: 'file', file: new Blob([bytes]), name }, job),
          ).rejects.toMatchObject({ code: (error as { code: string }).code })
          return
        }
        const opened = await openSource({ kind: 'file', file: new Blob([bytes]), name }, job)
        const { sheets } = await opened.read({ encoding: null, delimiter: null }, job)
        expect(plainSheets(sheets)).toEqual(plainSheets(theirs))
      })
  })
