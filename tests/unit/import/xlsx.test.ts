import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { createJob } from '../../../src/core/job.ts'
import type { RawCell } from '../../../src/table/raw.ts'
import { opened, utf16 } from './sources.ts'
import {
  type Part,
  relations,
  sharedStrings,
  styles,
  workbook,
  worksheet,
  xlsxFile,
  xlsxParts,
} from './xlsxFile.ts'

/** Parts written by hand after ECMA-376 part 1 (5th edition), whose paragraphs the titles name. */

async function sheetsIn(file: Uint8Array<ArrayBuffer>) {
  const source = await opened(file, '客户.xlsx')
  return (await source.read({ encoding: null, delimiter: null }, createJob())).sheets
}

async function rowsIn(file: Uint8Array<ArrayBuffer>): Promise<RawCell[][]> {
  const [sheet] = await sheetsIn(file)
  return Array.from({ length: sheet?.rowCount ?? 0 }, (_, row) =>
    (sheet?.columns ?? []).map((column) => column.at(row) ?? null),
  )
}

const rowsOf = (rows: string, more: Readonly<Record<string, Part>> = {}) =>
  rowsIn(xlsxFile(worksheet(rows), more))

const day = (text: string) => Date.parse(text) / 86_400_000

describe('the texts of cells', () => {
  const strings = {
    'xl/sharedStrings.xml': sharedStrings(
      '<si><t>张三</t></si>' +
        '<si><r><rPr><b/></rPr><t>明远</t></r><r><t xml:space="preserve"> 贸易</t></r></si>' +
        '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>' +
        '<si><t>A &amp; B &lt;x&gt; &#65;&#x4E2D; &unknown;</t></si>' +
        '<si><t>one_x000D_two_x005F_x000D_</t></si>' +
        '<si/><si><t/></si>',
    ),
  }

  test('18.4: shared strings: runs joined, readings of words left out, escapes resolved', async () => {
    const cells = [0, 1, 2, 3, 4].map((i) => `<c t="s"><v>${i}</v></c>`)
    expect(await rowsOf(`<row>${cells.join('')}</row>`, strings)).toEqual([
      ['张三', '明远 贸易', '東京', 'A & B <x> A中 &unknown;', 'one\rtwo_x000D_'],
    ])
  })

  test('a shared string that is not there or says nothing is an empty cell', async () => {
    const cells = [5, 6, 7, -1, 99999].map((i) => `<c t="s"><v>${i}</v></c>`)
    expect(await rowsOf(`<row>${cells.join('')}<c><v>1</v></c></row>`, strings)).toEqual([
      [null, null, null, null, null, 1],
    ])
  })

  test('18.3.1.53: inline strings, also as CDATA and between comments', async () => {
    const rows =
      '<row><c t="inlineStr"><is><t>李四</t></is></c>' +
      '<c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>' +
      '<c t="inlineStr"><is><t><![CDATA[<b>&amp;</b>]]></t></is></c>' +
      '<c t="inlineStr"><is><t>one<!-- no --> two</t></is></c>' +
      '<c><v>1<!-- no -->2</v></c></row>'
    expect(await rowsOf(rows)).toEqual([['李四', 'ab', '<b>&amp;</b>', 'one two', 12]])
  })

  test('18.18.11: every type of cell; of a formula its last result', async () => {
    const rows =
      '<row><c t="n"><v>1.5</v></c><c t="b"><v>1</v></c><c t="b"><v>0</v></c>' +
      '<c t="e"><v>#DIV/0!</v></c><c t="str"><f>A1&amp;"x"</f><v>1.5x</v></c>' +
      '<c><f>SUM(A1:A1)</f><v>1.5</v></c><c t="d"><v>2024-03-05T12:00:00</v></c>' +
      '<c t="d"><v>2024-03-05</v></c><c t="str"><f>""</f><v></v></c><c><v>abc</v></c></row>'
    expect(await rowsOf(rows)).toEqual([
      [
        1.5,
        true,
        false,
        { kind: 'error', text: '#DIV/0!' },
        '1.5x',
        1.5,
        { kind: 'date', day: day('2024-03-05T12:00:00Z') },
        { kind: 'date', day: day('2024-03-05') },
        null,
        'abc',
      ],
    ])
  })

  test('numbers are those that JavaScript reads from the same digits', async () => {
    const numbers = [
      '0',
      '-0.5',
      '0.1',
      '0.30000000000000004',
      '1E-7',
      '1.7976931348623157E308',
      '123456789012345',
      '9007199254740991',
      '0.1234567890123456789',
      '4.35',
      '1e22',
      '-1234.5678',
      '00012',
      '5.',
      '.5',
    ]
    const cells = numbers.map((digits) => `<c><v>${digits}</v></c>`)
    expect(await rowsOf(`<row>${cells.join('')}</row>`)).toEqual([numbers.map(Number)])
  })

  test('an identity number that was written as a number keeps its digits', async () => {
    expect(await rowsOf('<row><c><v>110101199003077777</v></c></row>')).toEqual([
      ['110101199003077777'],
    ])
  })
})

describe('places', () => {
  test('18.3.1.4: cells and rows without places follow each other, others stand where they say', async () => {
    const rows =
      '<row><c><v>1</v></c><c r="C1"><v>3</v></c><c><v>4</v></c></row>' +
      '<row><c><v>5</v></c></row><row r="4"><c r="B4"><v>6</v></c></row><row><c r="A7"><v>7</v></c></row>'
    expect(await rowsOf(rows)).toEqual([
      [1, null, 3, 4],
      [5, null, null, null],
      [null, null, null, null],
      [null, 6, null, null],
      [null, null, null, null],
      [null, null, null, null],
      [7, null, null, null],
    ])
  })

  test('rows and cells in any order; of a place given twice the last counts', async () => {
    const rows =
      '<row r="2"><c r="B2"><v>4</v></c><c r="A2"><v>3</v></c></row>' +
      '<row r="1"><c r="A1"><v>0</v></c><c r="A1"><v>1</v></c></row>'
    expect(await rowsOf(rows)).toEqual([
      [1, null],
      [3, 4],
    ])
  })

  test('pages of columns: a cell far below stands in its row, and all between are empty', async () => {
    const source = await opened(
      xlsxFile(
        worksheet(
          '<row r="1"><c><v>1</v></c></row><row r="1000000"><c r="B1000000"><v>2</v></c></row>',
        ),
      ),
    )
    const { sheets } = await source.read({ encoding: null, delimiter: null }, createJob())
    const [first, second] = sheets[0]?.columns ?? []
    expect([first?.length, second?.length, sheets[0]?.rowCount]).toEqual([1, 1_000_000, 1_000_000])
    expect([first?.at(0), second?.at(0), second?.at(999_998), second?.at(999_999)]).toEqual([
      1,
      undefined,
      undefined,
      2,
    ])
  })

  test('18.3.1.55: joined cells', async () => {
    const after = '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="B2:B3"/></mergeCells>'
    const [sheet] = await sheetsIn(xlsxFile(worksheet('<row><c><v>1</v></c></row>', after)))
    expect(sheet?.merges).toEqual([
      { row: 0, column: 0, toRow: 0, toColumn: 2 },
      { row: 1, column: 1, toRow: 2, toColumn: 1 },
    ])
  })
})

describe('number formats', () => {
  test('18.8.30: days, percents, currencies and codes, built in and own', async () => {
    const formats = [
      14,
      31,
      'yyyy"年"m"月"d"日"',
      '[$-804]yyyy/m/d;@',
      'General',
      9,
      '"￥"#,##0.00',
      '00000',
      '[h]:mm',
      20,
      '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ',
      '0.00E+00',
      '@',
      58,
    ]
    const values = [
      45356, 45356, 45356, 45356, 7, 0.125, 1200, 123, 1.5, 0.75, 99.5, 12345, 8, 45356,
    ]
    const cells = values.map((value, i) => `<c s="${i}"><v>${value}</v></c>`)
    const date = { kind: 'date', day: day('2024-03-05') }
    const shown = (value: number, text: string) => ({ kind: 'number', value, text })
    expect(
      await rowsOf(`<row>${cells.join('')}</row>`, { 'xl/styles.xml': styles(...formats) }),
    ).toEqual([
      [
        date,
        date,
        date,
        date,
        7,
        shown(0.125, '13%'),
        shown(1200, '￥1,200.00'),
        shown(123, '00123'),
        shown(1.5, '36:00'),
        shown(0.75, '18:00'),
        99.5,
        shown(12345, '1.23E+04'),
        8,
        date,
      ],
    ])
  })

  test('18.2.28: days of a workbook of 1904', async () => {
    const rows = '<row><c s="0"><v>43894</v></c></row>'
    const book = workbook('<sheet name="a" sheetId="1" r:id="rId1"/>', '<workbookPr date1904="1"/>')
    expect(await rowsOf(rows, { 'xl/styles.xml': styles(14), 'xl/workbook.xml': book })).toEqual([
      [{ kind: 'date', day: day('2024-03-05') }],
    ])
  })
})

describe('writers that differ', () => {
  const rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>张三</t></is></c></row>'
  const cell = [['张三']]

  test('prefixed elements, and the namespaces of strict files', async () => {
    const strict = 'http://purl.oclc.org/ooxml/spreadsheetml/main'
    const links = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    const file = xlsxFile(
      `<x:worksheet xmlns:x="${strict}"><x:sheetData>${rows.replace(/<(\/?)(?=\w)/g, '<$1x:')}</x:sheetData></x:worksheet>`,
      {
        '_rels/.rels': relations([['rId1', 'officeDocument', '/xl/workbook.xml']], links),
        'xl/_rels/workbook.xml.rels': relations(
          [['rId1', 'worksheet', '/xl/worksheets/sheet1.xml']],
          links,
        ),
        'xl/workbook.xml': `<x:workbook xmlns:x="${strict}" xmlns:q="${links}"><x:sheets><x:sheet name="客户" sheetId="1" q:id="rId1"/></x:sheets></x:workbook>`,
      },
    )
    expect(await rowsIn(file)).toEqual(cell)
  })

  test.each([
    ['UTF-16 with a mark', utf16(`\ufeff${worksheet(rows)}`)],
    ['UTF-16, other byte order', utf16(`\ufeff${worksheet(rows)}`, false)],
    ['UTF-16 without a mark', utf16(worksheet(rows).replace('UTF-8', 'UTF-16'))],
    ['UTF-8 with a mark', `\ufeff${worksheet(rows)}`],
  ])('parts in %s', async (_, sheet) => {
    expect(await rowsIn(xlsxFile(sheet))).toEqual(cell)
  })

  test('parts elsewhere, names in other letters, single quotes, blanks in tags', async () => {
    const parts = xlsxParts('')
    const file = zipSync({
      '[Content_Types].xml': parts['[Content_Types].xml'] as Uint8Array,
      '_rels/.rels': strToU8(relations([['a', 'officeDocument', 'Daten/Mappe.xml']])),
      'Daten/Mappe.xml': strToU8(workbook("<sheet r:id = 'b' name\n=\n'A>B' />")),
      'Daten/_rels/Mappe.xml.rels': strToU8(relations([['b', 'worksheet', './x/../BLATT.xml']])),
      'Daten/Blatt.XML': strToU8(worksheet(rows.replaceAll('"', "'"))),
    })
    const [sheet] = await sheetsIn(file)
    expect([sheet?.name, sheet?.columns[0]?.at(0)]).toEqual(['A>B', '张三'])
  })

  test('sheets in the order of the workbook, hidden ones named, charts left out', async () => {
    const file = xlsxFile(worksheet(rows), {
      'xl/workbook.xml': workbook(
        '<sheet name="图" sheetId="7" r:id="rId9"/><sheet name="乙" sheetId="9" state="veryHidden" r:id="rId8"/><sheet name="甲 &amp; 丙" sheetId="1" r:id="rId1"/>',
      ),
      'xl/_rels/workbook.xml.rels': relations([
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId8', 'worksheet', 'worksheets/other.xml'],
        ['rId9', 'chartsheet', 'chartsheets/sheet1.xml'],
      ]),
      'xl/worksheets/other.xml': worksheet('<row><c><v>1</v></c></row>'),
      'xl/chartsheets/sheet1.xml': '<chartsheet/>',
    })
    expect((await sheetsIn(file)).map(({ name, hidden }) => [name, hidden])).toEqual([
      ['乙', true],
      ['甲 & 丙', false],
    ])
  })

  test('entities of a document type are not expanded', async () => {
    const sheet = worksheet(rows.replace('张三', '&a;')).replace(
      '<worksheet',
      '<!DOCTYPE x [<!ENTITY a "expanded"><!ENTITY b SYSTEM "file:///etc/passwd">]><worksheet',
    )
    expect(await rowsIn(xlsxFile(sheet))).toEqual([['&a;']])
  })
})
