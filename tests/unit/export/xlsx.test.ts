import { read, type WorkSheet } from 'xlsx'
import { describe, expect, test } from 'vitest'
import { createJob } from '../../../src/core/job.ts'
import { writeBook, type SheetSpec } from '../../../src/export/xlsx/book.ts'
import { Styles } from '../../../src/export/xlsx/styles.ts'
import { columnName, escapeXml, quoted, type SheetCell } from '../../../src/export/xlsx/xml.ts'

async function written(cells: readonly SheetCell[]): Promise<WorkSheet> {
  const sheet: SheetSpec = {
    name: 'Sheet',
    widths: cells.map(() => 10),
    freeze: null,
    rows: [{ cells, styles: cells.map(() => 0) }],
    rowCount: 1,
    merges: [],
    filter: null,
    conditions: [],
    validations: [],
    titleRows: 0,
    landscape: false,
  }
  const parts = await writeBook([sheet], new Styles(), createJob())
  const book = read(Buffer.concat(parts), { cellFormula: true })
  return book.Sheets['Sheet'] as WorkSheet
}

describe('text in a workbook, read back by SheetJS', () => {
  // reliability notes B11–B35: what looks like a formula, markup, control characters, escapes that look like escapes
  const texts = [
    '=1+1',
    "=cmd|' /C calc'!A0",
    '<script>alert(1)</script>',
    '</t></is></c>',
    '&lt;',
    '  张三  ',
    'line\nbreak',
    'bell\u0007',
    '_x000D_',
    '😀 👨‍👩‍👧',
    '__proto__',
  ]

  test('stays text, to the letter', async () => {
    const sheet = await written(texts)
    texts.forEach((text, index) => {
      const cell = sheet[`${columnName(index)}1`] as { t: string; v: string; f?: string }
      expect({ type: cell.t, value: cell.v, formula: cell.f }).toEqual({
        type: 's',
        value: text,
        formula: undefined,
      })
    })
  })

  test('numbers, booleans and formulas keep their kind; what is no number is left empty', async () => {
    const sheet = await written([1.5, -0.1, true, { formula: 'A1*2', value: 3 }, NaN, Infinity])
    expect(sheet['A1']).toMatchObject({ t: 'n', v: 1.5 })
    expect(sheet['C1']).toMatchObject({ t: 'b', v: true })
    expect(sheet['D1']).toMatchObject({ t: 'n', v: 3, f: 'A1*2' })
    expect(sheet['E1']).toBeUndefined()
    expect(sheet['F1']).toBeUndefined()
  })
})

test('columns are named as Excel names them', () => {
  expect([0, 25, 26, 51, 52, 701, 702, 16383].map(columnName)).toEqual([
    'A',
    'Z',
    'AA',
    'AZ',
    'BA',
    'ZZ',
    'AAA',
    'XFD',
  ])
})

test('control characters are written as ECMA-376 22.4.2.4 says, and text that looks so is kept apart', () => {
  expect(escapeXml('a\u0007b')).toBe('a_x0007_b')
  expect(escapeXml('_x0007_')).toBe('_x005F_x0007_')
  expect(quoted('say "hi"')).toBe('"say ""hi"""')
})
