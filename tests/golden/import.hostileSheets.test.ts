import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { utils } from 'xlsx'
import { createJob } from '../../src/core/job.ts'
import { openSource, planImport } from '../../src/import/read.ts'
import { sharedStrings, styles, workbook, worksheet, xlsxParts } from '../unit/import/xlsxFile.ts'
import { list, outcome, row, xlsxFile } from './hostile.ts'

describe('sheets that are too much', () => {
  test('a cell at XFD1048576', async () => {
    const stray = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    expect(await outcome(xlsxFile(worksheet(list + stray)))).toBe('file.tooManyColumns')
    expect(await outcome(xlsxFile(worksheet(stray)))).toBe('file.tooManyColumns')
  })

  test('a stray cell in the last row', async () => {
    const stray = '<row r="1048576"><c r="B1048576"><v>1</v></c></row>'
    expect(await outcome(xlsxFile(worksheet(list + stray)))).toBe('3 rows')
  })

  test('500 stray cells in the last row', async () => {
    const stray = Array.from(
      { length: 500 },
      (_, c) => `<c r="${utils.encode_col(c)}1048576"><v>1</v></c>`,
    )
    expect(
      await outcome(xlsxFile(worksheet(`${list}<row r="1048576">${stray.join('')}</row>`))),
    ).toMatch(/rows$|^file\.tooLarge/)
  })

  test.each([
    ['<row r="1048577"><c><v>1</v></c></row>', 'file.tooLarge'],
    ['<row r="99999999999999999999"><c><v>1</v></c></row>', '3 rows'],
    ['<row r="-1"><c r="A-1"><v>1</v></c></row>', '3 rows'],
    ['<row r="x" r="y"><c r="" s="-1" t="?"><v>1</v></c></row>', '3 rows'],
    ['<row r="4"><c r="ZZZZZ4"><v>1</v></c><c r="A4" s="4294967295"><v>1</v></c></row>', '3 rows'],
    [
      '<row r="4"><c t="s"><v>4294967295</v></c><c t="s"><v>-1</v></c><c><v>1</v></c></row>',
      '3 rows',
    ],
    ['<row r="4"><c><v>1e999</v></c><c><v>NaN</v></c></row>', '3 rows'],
  ])('places and numbers out of their range: %s', async (rows, expected) => {
    expect(await outcome(xlsxFile(worksheet(list + rows)))).toBe(expected)
  })

  test('10,000 columns', async () => {
    const cells = Array.from({ length: 10_000 }, (_, i) => i)
    expect(await outcome(xlsxFile(worksheet(row(1, ...cells) + row(2, ...cells))))).toBe(
      'file.tooManyColumns',
    )
  })

  test('the same cell two million times', async () => {
    const same = '<c r="B2"><v>7</v></c>'.repeat(2e6)
    // it packs too well to be a list
    expect(await outcome(xlsxFile(worksheet(`${list}<row r="2">${same}</row>`)))).toBe(
      'file.tooLarge',
    )
    let other = ''
    for (let i = 0; i < 2e6; i++) other += `<c r="B2"><v>${(i * 7919) % 1e6}</v></c>`
    expect(await outcome(xlsxFile(worksheet(`${list}<row r="2">${other}</row>`)))).toBe('2 rows')
  })

  test('one shared string two million times', async () => {
    let rows = ''
    for (let i = 1; i <= 1e6; i++)
      rows += `<row r="${i}"><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>`
    const strings = sharedStrings(`<si><t>${'长'.repeat(32_767)}</t></si>`)
    expect(await outcome(xlsxFile(worksheet(rows), { 'xl/sharedStrings.xml': strings }))).toMatch(
      /^file\.|rows$/,
    )
  })

  test('one part as two thousand sheets', async () => {
    const sheets = Array.from(
      { length: 2_000 },
      (_, i) => `<sheet name="${i}" sheetId="${i + 1}" r:id="rId1"/>`,
    )
    expect(
      await outcome(xlsxFile(worksheet(list), { 'xl/workbook.xml': workbook(sheets.join('')) })),
    ).toBe('file.damaged')
  })

  test('a million joined rectangles and hidden rows', async () => {
    const merges = '<mergeCell ref="A1:B2"/>'.repeat(1e6)
    expect(await outcome(xlsxFile(worksheet(list, `<mergeCells>${merges}</mergeCells>`)))).toMatch(
      /^file\.|rows$/,
    )
  })
})

describe('XML that is too much', () => {
  test.each([
    'xl/worksheets/sheet1.xml',
    'xl/sharedStrings.xml',
    'xl/workbook.xml',
    'xl/styles.xml',
  ])('entities that grow a thousand million times, in %s', async (name) => {
    const laughs = Array.from(
      { length: 9 },
      (_, i) => `<!ENTITY lol${i + 1} "${`&lol${i};`.repeat(10)}">`,
    )
    const doctype = `<!DOCTYPE lolz [<!ENTITY lol0 "lol"><!ENTITY ext SYSTEM "http://127.0.0.1/">${laughs.join('')}]>`
    const whole = xlsxParts(worksheet(list.replace('张三', '&lol9;&ext;')), {
      'xl/sharedStrings.xml': sharedStrings('<si><t>&lol9;</t></si>'),
      'xl/styles.xml': styles(0),
    })
    const text = new TextDecoder().decode(whole[name] as Uint8Array)
    const changed = text.includes('?>') ? text.replace('?>', `?>${doctype}`) : doctype + text
    expect(await outcome(zipSync({ ...whole, [name]: new TextEncoder().encode(changed) }))).toBe(
      '2 rows',
    )
  })

  test('a million elements inside each other', async () => {
    const deep = '<x>'.repeat(1e6) + '</x>'.repeat(1e6)
    expect(await outcome(xlsxFile(worksheet(list + deep)))).toBe('2 rows')
  })

  test('one tag, comment, text or attribute of 10 MB', async () => {
    const long = 'x'.repeat(1e7)
    for (const xml of [`<x a="${long}"/>`, `<!--${long}-->`, `<c><v>${long}</v></c>`, `<${long}>`])
      expect(await outcome(xlsxFile(worksheet(list + xml)))).toMatch(/^2 rows|file\.tooLarge$/)
  })

  test('quotes and comments that never end', async () => {
    for (const xml of ['<x a="', '<!--', '<![CDATA[', '<?x ', '<!DOCTYPE [', '<'])
      expect(await outcome(xlsxFile(worksheet(list + xml)))).toBe('file.damaged')
  })

  test('five million empty strings and styles', async () => {
    const strings = sharedStrings('<si/><si></si>'.repeat(1e6))
    const many = styles(0).replace('<cellXfs>', `<cellXfs>${'<xf/>'.repeat(1e6)}`)
    expect(
      await outcome(
        xlsxFile(worksheet(list), { 'xl/sharedStrings.xml': strings, 'xl/styles.xml': many }),
      ),
    ).toMatch(/^2 rows|file\.tooLarge$/)
  })

  test('a number format of a million brackets', async () => {
    const sheet = worksheet(`${list}<row><c s="1"><v>1</v></c><c s="2"><v>1</v></c></row>`)
    const format = ['['.repeat(1e6), '"'.repeat(1e6)]
    expect(await outcome(xlsxFile(sheet, { 'xl/styles.xml': styles(0, ...format) }))).toBe('3 rows')
  })
})

describe('what SheetJS reads', () => {
  const ods = (table: string) =>
    zipSync({
      mimetype: new TextEncoder().encode('application/vnd.oasis.opendocument.spreadsheet'),
      'content.xml': new TextEncoder().encode(
        `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="客户">${table}</table:table></office:spreadsheet></office:body></office:document-content>`,
      ),
      'styles.xml': new TextEncoder().encode('<office:document-styles/>'),
      'META-INF/manifest.xml': new TextEncoder().encode(
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>',
      ),
    })
  const cell = (text: string, more = '') =>
    `<table:table-cell office:value-type="string"${more}><text:p>${text}</text:p></table:table-cell>`
  const line = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`
  const head = line(cell('客户名称'), cell('地区')) + line(cell('张三'), cell('华东'))

  test('an OpenDocument cell that stands for millions', async () => {
    expect(await outcome(ods(head))).toBe('1 rows')
    const columns = ' table:number-columns-repeated="16384"'
    const rows = '<table:table-row table:number-rows-repeated="1048576">'
    expect(await outcome(ods(head + line(cell('x', columns))))).toBe('file.tooManyColumns')
    expect(
      await outcome(
        ods(`${head}${rows}${cell('x', ' table:number-columns-repeated="100"')}</table:table-row>`),
      ),
    ).toBe('file.tooLarge')
    // and the harmless kind, which every such file ends with
    expect(
      await outcome(ods(`${head}${rows}<table:table-cell${columns}/></table:table-row>`)),
    ).toBe('1 rows')
  })

  test('OpenDocument rows that are hidden or filtered out are told', async () => {
    const hidden = (how: string) =>
      `<table:table-row table:visibility="${how}">${cell('李四')}${cell('华南')}</table:table-row>`
    const content = ods(head + hidden('filter') + hidden('filter') + hidden('collapse'))
    const opened = await openSource(
      { kind: 'file', file: new Blob([content]), name: '客户.ods' },
      createJob(),
    )
    const { issues } = await planImport(opened, {}, '2026-11-22', createJob())
    const count = (code: string) => issues.find((each) => each.code === code)?.detail['count']
    expect([count('sheet.filteredRows'), count('sheet.hiddenRows')]).toEqual([2, 1])
  })

  test('an HTML table that spans a thousand million columns', async () => {
    const html = (cells: string) =>
      `<html><body><table><tr><td>客户名称</td><td>金额</td></tr><tr><td>张三</td><td>5</td></tr><tr>${cells}</tr></table></body></html>`
    expect(await outcome(html('<td colspan="1000000000">李四</td>'))).toBe('2 rows')
    expect(await outcome(html('<td colspan="1000000000">李四</td><td>6</td>'))).toBe(
      'file.tooManyColumns',
    )
  })

  test('styles of XML 2003 that are each other’s parents', async () => {
    const xml = `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="a" ss:Parent="b"><NumberFormat ss:Format="0"/></Style><Style ss:ID="b" ss:Parent="a"><NumberFormat ss:Format="0"/></Style></Styles><Worksheet ss:Name="客户"><Table><Row><Cell ss:StyleID="a"><Data ss:Type="String">名称</Data></Cell><Cell><Data ss:Type="String">金额</Data></Cell></Row><Row><Cell><Data ss:Type="String">张三</Data></Cell><Cell><Data ss:Type="Number">5</Data></Cell></Row></Table></Worksheet></Workbook>`
    expect(await outcome(xml)).toBe('file.damaged')
    expect(await outcome(xml.replace(' ss:Parent="a"', ''))).toBe('1 rows')
  })
})
