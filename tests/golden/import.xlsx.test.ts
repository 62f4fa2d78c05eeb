import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CellObject, type WorkSheet, utils, write } from 'xlsx'
import { AppError } from '../../src/core/error.ts'
import { createJob } from '../../src/core/job.ts'
import { openWorkspace } from '../../src/engine/workspace.ts'
import type { RawSheet } from '../../src/import/importer.ts'
import { openSource } from '../../src/import/read.ts'
import { bySheetJs } from '../../src/import/workbook/sheetjs.ts'
import { customersCsv } from '../bench/customers.ts'
import { workbookFile } from '../bench/workbookFile.ts'
import { convert, hasLibreOffice } from '../office/libreoffice.ts'

/** The same workbooks by our own reader and by SheetJS 0.20.3, its elder by ten years. */
const folder = resolve(import.meta.dirname, '../../../shared/data/messy')
const present = existsSync(resolve(folder, 'expected.json'))
const files = present ? readdirSync(folder).filter((name) => /\.xls[xm]$/.test(name)) : []

type Bytes = Uint8Array<ArrayBuffer>

async function ours(bytes: Bytes) {
  const source = { kind: 'file', file: new Blob([bytes]), name: 'x.xlsx' } as const
  const opened = await openSource(source, createJob())
  return shapeOf((await opened.read({ encoding: null, delimiter: null }, createJob())).sheets)
}

const theirs = async (bytes: Bytes) =>
  shapeOf(await bySheetJs({ kind: 'bytes', format: 'zip', bytes }, createJob()))

/** Hidden rows are not among it: SheetJS tells those of xlsx only together with styles. */
function shapeOf(sheets: readonly RawSheet[]) {
  return sheets.map(({ name, hidden, rowCount, columns, merges }) => ({
    name,
    hidden,
    rowCount,
    merges,
    columns: columns.map((column) =>
      Array.from({ length: column.length }, (_, row) => {
        const cell = column.at(row) ?? null
        // days between midnights differ in their last bit, by the way they were made
        return typeof cell === 'object' && cell?.kind === 'date'
          ? { ...cell, day: Math.round(cell.day * 1e9) / 1e9 }
          : cell
      }),
    ),
  }))
}

/** Where SheetJS is another, and why ours stays. */
const charts: Readonly<Record<string, readonly string[]>> = {
  // it lists sheets that are one chart as worksheets without cells
  'readxl__embedded-chartsheet.xlsx': ['Chart1'],
  'test_files__BlankSheetTypes.xlsm': ['Chart1'],
}

test.skipIf(!present)('workbooks are there (skips where the reference data are absent)', () => {
  expect(files.length).toBeGreaterThan(40)
})

if (present)
  describe('our reader and SheetJS see the same in the files of other people', () => {
    for (const name of files)
      test(name, async () => {
        const bytes = new Uint8Array(readFileSync(resolve(folder, name)))
        const expected = await theirs(bytes).catch((error: unknown) => error)
        if (expected instanceof AppError)
          await expect(ours(bytes)).rejects.toMatchObject({ code: expected.code })
        else
          expect(await ours(bytes)).toEqual(
            (expected as Awaited<ReturnType<typeof theirs>>).filter(
              (sheet) => !charts[name]?.includes(sheet.name),
            ),
          )
      })
  })

const cell: fc.Arbitrary<CellObject> = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }).map((v) => ({ t: 's' as const, v })),
  fc
    .constantFrom('客户', ' a ', 'a&b<c>"', '_x000D_', '_x005F_', '=1+1', '1,200', '00123', '\t')
    .map((v) => ({ t: 's' as const, v })),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((v) => ({ t: 'n' as const, v })),
  fc.integer().map((v) => ({ t: 'n' as const, v })),
  fc.record({
    t: fc.constant('n' as const),
    v: fc.double({ min: 1, max: 80_000, noNaN: true }),
    z: fc.constantFrom('yyyy-mm-dd', '0.0%', '"￥"#,##0.00', '00000', '[h]:mm', 'h:mm', '#,##0.00'),
  }),
  fc.boolean().map((v) => ({ t: 'b' as const, v })),
  fc.constantFrom(0x07, 0x17, 0x2a).map((v) => ({ t: 'e' as const, v })),
)

describe('our reader and SheetJS see the same in', () => {
  test.each([
    ['shared strings', true],
    ['inline strings', false],
  ])('150 workbooks of any cells, by the writer of SheetJS, with %s', async (_, bookSST) => {
    const rows = fc.array(fc.array(fc.option(cell), { maxLength: 8 }), {
      minLength: 1,
      maxLength: 12,
    })
    await fc.assert(
      fc.asyncProperty(rows, fc.boolean(), async (grid, date1904) => {
        const sheet: WorkSheet = { '!ref': 'A1:H12' }
        for (const [r, cells] of grid.entries())
          for (const [c, each] of cells.entries())
            if (each) sheet[utils.encode_cell({ r, c })] = each
        const book = utils.book_new()
        utils.book_append_sheet(book, sheet, '客户 & 订单')
        book.Workbook = { WBProps: { date1904 } }
        const bytes = new Uint8Array(
          write(book, { type: 'array', bookType: 'xlsx', bookSST }) as ArrayBuffer,
        )
        expect(await ours(bytes)).toEqual(await theirs(bytes))
      }),
      { numRuns: 150 },
    )
  })

  test('a long list as Excel writes it', async () => {
    const bytes = workbookFile(10_000)
    expect(await ours(bytes)).toEqual(await theirs(bytes))
  })

  test('the workbook that we export, formulas and all', async () => {
    const workspace = openWorkspace()
    await workspace.importFile({ kind: 'text', text: customersCsv(300), name: 'x.csv' })
    const { parts } = await workspace.exportFile({
      exporter: 'workbook',
      language: 'zh',
      fileName: 'x',
      rows: 'all',
      query: null,
      options: { details: true, maskPhones: false, maskIdentities: true, guardFormulas: true },
    })
    const bytes = new Uint8Array(await new Blob([...parts]).arrayBuffer())
    expect(await ours(bytes)).toEqual(await theirs(bytes))
  })
})

describe.skipIf(!hasLibreOffice)('saved by LibreOffice (skips where it is not installed)', () => {
  const sheet = utils.aoa_to_sheet([
    ['客户编号', '客户名称', '金额', '比例', '日期', '备注'],
    ['00123', '张三 & <b>', 1200.5, 0.125, null, ' 空格 '],
    ['00124', '李四\n第二行', -3, 1, null, '00:30'],
    ['00125', '王五 😀', 0, 0.5, null, null],
  ])
  for (const [i, v] of [45356, 1, 60000.5].entries())
    sheet[`E${i + 2}`] = { t: 'n', v, z: i === 2 ? 'yyyy/m/d h:mm' : 'yyyy"年"m"月"d"日"' }
  for (const i of [2, 3, 4]) (sheet[`D${i}`] as CellObject).z = '0.0%'
  sheet['!merges'] = [{ s: { r: 4, c: 0 }, e: { r: 5, c: 1 } }]
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, '客户')
  const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)

  test('as xlsx: our reader and SheetJS see the same, and what was saved', async () => {
    const saved = convert(bytes, 'xlsx', 'xlsx')
    const read = await ours(saved)
    expect(read).toEqual(await theirs(saved))
    expect(read).toEqual(await ours(bytes))
  })

  test.each(['ods', 'xls', 'fods'])('as %s', async (to) => {
    const day = Date.parse('2024-03-05') / 86_400_000
    const [read] = await ours(convert(bytes, 'xlsx', to))
    expect(read?.columns.slice(0, 3)).toEqual([
      ['客户编号', '00123', '00124', '00125'],
      ['客户名称', '张三 & <b>', '李四\n第二行', '王五 😀'],
      ['金额', 1200.5, -3, 0],
    ])
    expect(read?.columns[3]?.slice(1)).toEqual(
      [0.125, 1, 0.5].map((value) => expect.objectContaining({ kind: 'number', value }) as unknown),
    )
    expect(read?.columns[4]?.[1]).toEqual({ kind: 'date', day })
  })
})
