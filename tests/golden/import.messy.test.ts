import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../src/core/error.ts'
import { createJob } from '../../src/core/job.ts'
import { type RawSheet, cellOf, isBlank } from '../../src/import/importer.ts'
import { buildTable, openSource, planImport } from '../../src/import/read.ts'
import type { RawCell } from '../../src/table/raw.ts'

/**
 * 92 files of other people's test suites and 5 of our own, read by openpyxl, xlrd and Python's csv module as well:
 * `expected.json` says what those saw. Sources and licences: `SOURCES.csv` beside the files.
 */
const folder = resolve(import.meta.dirname, '../../../shared/data/messy')
const present = existsSync(resolve(folder, 'expected.json'))

interface ExpectedSheet {
  readonly name: string
  readonly kind?: 'chartsheet'
  readonly state?: 'visible' | 'hidden' | 'veryHidden'
  readonly merged?: readonly string[]
  readonly nonempty_cells?: number
  readonly last_row?: number
  readonly last_col?: number
  readonly first_nonempty_rows?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly numeric_sum?: number
}
interface Expected {
  readonly reader?: string | null
  readonly sheets?: readonly ExpectedSheet[]
  readonly delimiter?: string
  readonly encoding?: string
  readonly records?: number
  readonly first?: readonly (readonly string[])[]
  readonly last?: readonly string[]
  readonly made_here?: boolean
  readonly rows?: number
  readonly header?: readonly string[]
  readonly sum_amount?: number
}

const expected = new Map(
  present
    ? Object.entries(
        JSON.parse(readFileSync(resolve(folder, 'expected.json'), 'utf8')) as Record<
          string,
          Expected
        >,
      )
    : [],
)
const files = present
  ? readdirSync(folder).filter((name) => name !== 'expected.json' && name !== 'SOURCES.csv')
  : []

/** Refusals, with their reason. Every other file gives a table. */
const refused: Readonly<Record<string, string>> = {
  'calamine__empty_sheet.xlsx': 'file.empty',
  'calamine__pass_protected.xlsx': 'file.password',
  'exceljs__invalid-xml.xlsx': 'file.headerOnly', // its XML is broken; what can be read is one cell
  'exceljs__missing-bits.xlsx': 'file.damaged',
  'exceljs__shared_string_with_escape.xlsx': 'file.headerOnly', // one cell, as in the next four
  'frictionless-py__merged-cells.xlsx': 'file.headerOnly',
  'tablib__xlsx_cell_values.xlsx': 'file.headerOnly',
  'test_files__sushi.xlsx': 'file.headerOnly',
  'test_files__defined_names_unicode.xlsx': 'file.headerOnly',
  'csv-spectrum__location_coordinates.json': 'file.notTable', // one object, no list
  'frictionless-py__empty.csv': 'file.empty',
  'test_files__BlankSheetTypes.xlsm': 'file.empty',
}

const load = (name: string) =>
  openSource(
    { kind: 'file', file: new Blob([new Uint8Array(readFileSync(resolve(folder, name)))]), name },
    createJob(),
  )

async function sheetsOf(name: string): Promise<readonly RawSheet[]> {
  return (await (await load(name)).read({ encoding: null, delimiter: null }, createJob())).sheets
}

test.skipIf(!present)(
  'all 97 messy files are there (skips where the reference data are absent)',
  () => {
    expect(files).toHaveLength(97)
  },
)

if (present)
  describe('every messy file', () => {
    for (const name of files) {
      const code = refused[name]
      test(`${name} ${code ? `is refused: ${code}` : 'becomes a table'}`, async () => {
        try {
          const source = await load(name)
          const plan = await planImport(source, {}, '2026-11-22', createJob())
          const table = await buildTable(source, plan, {}, 'customers', createJob())
          expect(code).toBeUndefined()
          expect(table.rowCount).toBeGreaterThan(0)
          expect(table.rowCount).toBe(plan.rowCount)
          expect(table.columns.length).toBe(plan.columns.length)
        } catch (error) {
          if (!(error instanceof AppError)) throw error
          expect(error.code).toBe(code)
        }
      })
    }
  })

const workbooks = files.filter((name) => expected.get(name)?.sheets)

if (present)
  describe('the sheets of a workbook are those that openpyxl and xlrd see', () => {
    for (const name of workbooks)
      test(name, async () => {
        const wanted = (expected.get(name)?.sheets ?? []).filter((each) => each.kind === undefined)
        const sheets = (await sheetsOf(name)).filter((sheet) =>
          wanted.some((each) => each.name === sheet.name),
        )
        expect(sheets.map((sheet) => sheet.name)).toEqual(wanted.map((each) => each.name))
        for (const [index, want] of wanted.entries()) compare(sheets[index] as RawSheet, want)
      })
  })

function compare(sheet: RawSheet, want: ExpectedSheet) {
  expect(sheet.hidden).toBe(want.state !== 'visible')
  const filled = cellsOf(sheet)
  expect({
    cells: filled.length,
    rows: Math.max(0, ...filled.map(({ row }) => row + 1)),
    columns: Math.max(0, ...filled.map(({ column }) => column + 1)),
  }).toEqual({ cells: want.nonempty_cells, rows: want.last_row, columns: want.last_col })
  for (const [row, cells] of Object.entries(want.first_nonempty_rows ?? {}))
    for (const [column, value] of Object.entries(cells)) {
      const cell = cellOf(sheet, Number(row) - 1, Number(column) - 1)
      expectCell(cell, value, `${sheet.name} row ${row} column ${column}`)
    }
  if (want.numeric_sum !== undefined) {
    const isTime = (cell: RawCell) =>
      typeof cell === 'object' && cell?.kind === 'number' && cell.text.includes(':')
    const numbers = filled.filter(({ cell }) => !isTime(cell)) // openpyxl has durations apart
    const sum = numbers.reduce((total, { cell }) => total + numberIn(cell), 0)
    expect(sum).toBeCloseTo(want.numeric_sum, 6)
  }
  const merges = sheet.merges.map(
    ({ row, column, toRow, toColumn }) => `${place(row, column)}:${place(toRow, toColumn)}`,
  )
  if (want.merged) expect(merges.sort()).toEqual([...want.merged].sort())
}

function cellsOf(sheet: RawSheet) {
  return sheet.columns.flatMap((cells, column) =>
    Array.from({ length: cells.length }, (_, row) => row).flatMap((row) => {
      const cell = cells.at(row)
      return cell === null || cell === undefined || cell === '' ? [] : [{ row, column, cell }]
    }),
  )
}

function numberIn(cell: RawCell): number {
  if (typeof cell === 'number') return cell
  if (typeof cell !== 'object' || cell?.kind !== 'number') return 0
  return cell.value
}

function expectCell(cell: RawCell, value: unknown, where: string) {
  if (typeof value === 'object' && value !== null && 'date' in value) {
    const written = String(value.date)
    // openpyxl gives serial 0 of 1904 as the time 00:00, since it has no day 0: for us it is 1904-01-01
    const [date, time] = written.includes('T') ? written.split('T') : ['1904-01-01', written]
    const day = Date.parse(`${date}T${time}Z`) / 86_400_000
    expect(cell, where).toMatchObject({ kind: 'date' })
    expect((cell as { day: number }).day, where).toBeCloseTo(day, 6)
  } else if (typeof value === 'object' && value !== null && 'duration_s' in value)
    expect(numberIn(cell) * 86_400, where).toBeCloseTo(Number(value.duration_s), 3)
  else if (typeof value === 'number') expect(numberIn(cell), where).toBeCloseTo(value, 9)
  else if (typeof cell === 'object' && cell?.kind === 'error') expect(cell.text, where).toBe(value)
  else expect(cell, where).toBe(value)
}

function place(row: number, column: number): string {
  return `${String.fromCharCode(65 + column)}${row + 1}`
}

const texts = files.filter((name) => (expected.get(name)?.records ?? 0) > 0)

/** Where we differ from Python on purpose. */
const otherDelimiter: Readonly<Record<string, string>> = {
  // its eight fields stand between semicolons; the commas are those of decimals
  'frictionless-py__table-with-accents.csv': ';',
}

if (present)
  describe('the records of a text file are those that Python sees', () => {
    for (const name of texts)
      test(name, async () => {
        const want = expected.get(name) as Expected
        const source = await load(name)
        const reading = await source.read({ encoding: null, delimiter: null }, createJob())
        const sheet = reading.sheets[0] as RawSheet
        const widest = Array.from(sheet.widths ?? []).reduce((a, b) => Math.max(a, b), 0)
        if (otherDelimiter[name]) {
          expect(reading.delimiter).toBe(otherDelimiter[name])
          return
        }
        if (widest > 1) expect(reading.delimiter).toBe(want.delimiter)
        const rows = Array.from({ length: sheet.rowCount }, (_, row) =>
          Array.from({ length: sheet.widths?.[row] ?? 0 }, (__, column) => {
            const cell = cellOf(sheet, row, column)
            return isBlank(cell) && cell === null ? '' : cell
          }),
        )
        const start = (row: readonly unknown[] | undefined, like: readonly string[]) =>
          row?.slice(0, like.length)
        for (const [index, record] of (want.first ?? []).entries())
          expect(start(rows[index], record)).toEqual(record)
        if (!want.last) return
        const { last } = want
        if (last.every((text) => text === '')) {
          expect(rows.length).toBeLessThan(want.records ?? 0) // blank records at the end are none
          return
        }
        expect(start(rows.at(-1), last)).toEqual(last)
        expect(rows.length).toBe(want.records)
      })
  })

if (present)
  describe('lists of customers in every encoding of the country', () => {
    for (const name of files.filter((each) => each.startsWith('made__')))
      test(name, async () => {
        const want = expected.get(name) as Expected
        const source = await load(name)
        const plan = await planImport(source, {}, '2026-11-22', createJob())
        const table = await buildTable(source, plan, {}, 'customers', createJob())
        const amount = table.columns[8]
        if (amount?.type !== 'number') throw new Error('column 9 holds amounts')
        const sum = amount.values.reduce((total, value) => total + (value || 0), 0)
        if (name.includes('big5')) {
          // Big5 cannot hold its header, which was dropped: the first customer was counted as one
          expect(sum).toBeCloseTo((want.sum_amount ?? 0) + Number(want.header?.[8]), 2)
          expect(table.rowCount).toBe((want.rows ?? 0) + 1)
          return
        }
        expect(sum).toBeCloseTo(want.sum_amount ?? 0, 2)
        expect(plan.columns.map((column) => column.name)).toEqual(want.header)
        expect(table.rowCount).toBe(want.rows)
      })
  })
