import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { createJob } from '../../../src/core/job.ts'
import { delimited, guessDelimiter } from '../../../src/import/text/delimited.ts'
import type { RawSheet } from '../../../src/import/importer.ts'

async function* inPieces(text: string, size: number) {
  for (let at = 0; at < text.length; at += size) {
    await Promise.resolve()
    yield text.slice(at, at + size)
  }
}

async function read(text: string, size = text.length, delimiter: string | null = null) {
  const reading = await delimited.read(
    {
      kind: 'text',
      head: text.slice(0, 65_536),
      length: text.length,
      pieces: () => inPieces(text, size || 1),
    },
    { delimiter },
    createJob(),
  )
  return { delimiter: reading.delimiter, sheet: reading.sheets[0] as RawSheet }
}

function rowsOf(sheet: RawSheet): unknown[][] {
  return Array.from({ length: sheet.rowCount }, (_, row) =>
    sheet.columns.map((column) => column.at(row) ?? ''),
  )
}

describe('delimited text', () => {
  test.each([
    [',', '客户,金额\n张三,500\n'],
    ['\t', '客户\t金额\n张三, 李四\t500\n'],
    [';', '客户;金额\n张三;12345,67\n李四;1,5\n'],
    ['|', '客户|金额\n张三|500\n'],
    [',', '一个值\n另一个\n'],
    [',', '客户分级表\n\n客户,金额\n张三,500\n李四,700\n'],
  ])('is cut at %j where that gives the most even records', (delimiter, text) => {
    expect(guessDelimiter(text)).toBe(delimiter)
  })

  test('the line sep= of Excel names the delimiter and is no row', async () => {
    const { sheet, delimiter } = await read('sep=;\r\n客户;金额\r\n张三;1,5\r\n')
    expect(delimiter).toBe(';')
    expect(rowsOf(sheet)).toEqual([
      ['客户', '金额'],
      ['张三', '1,5'],
    ])
  })

  test('a delimiter given by hand wins', async () => {
    const { sheet } = await read('a;b,c\n1;2,3\n', 100, ',')
    expect(rowsOf(sheet)).toEqual([
      ['a;b', 'c'],
      ['1;2', '3'],
    ])
  })

  test('quotes hold delimiters, line breaks and doubled quotes (RFC 4180)', async () => {
    const { sheet } = await read('名称,备注\r\n"张,三","第一行\n第二行 ""好"""\r\n')
    expect(rowsOf(sheet)[1]).toEqual(['张,三', '第一行\n第二行 "好"'])
  })

  test.each(['\n', '\r\n', '\r'])('lines may end with %j', async (newline) => {
    const { sheet } = await read(['a,b', '1,"x"', '2,y', ''].join(newline))
    expect(rowsOf(sheet)).toEqual([
      ['a', 'b'],
      ['1', 'x'],
      ['2', 'y'],
    ])
  })

  test('CRLF and LF may be mixed', async () => {
    const { sheet } = await read('a,b\r\n1,"x"\n2,y\r\n3,"z"\r\n')
    expect(rowsOf(sheet).slice(1)).toEqual([
      ['1', 'x'],
      ['2', 'y'],
      ['3', 'z'],
    ])
  })

  test('a number stays the text that was written', async () => {
    const { sheet } = await read('编号,身份证\n00123,110101199003077777\n1E5,1-2\n')
    expect(rowsOf(sheet).slice(1)).toEqual([
      ['00123', '110101199003077777'],
      ['1E5', '1-2'],
    ])
  })

  test('a quote that never closes costs its own line only, and is told', async () => {
    const rest = Array.from({ length: 50 }, (_, i) => `客户${i},"备注 ${i}"`).join('\n')
    const { sheet } = await read(`名称,备注\n张三,"没有结束\n${rest}\n`)
    expect(sheet.rowCount).toBe(52)
    expect(rowsOf(sheet)[1]).toEqual(['张三', '没有结束'])
    expect(rowsOf(sheet)[51]).toEqual(['客户49', '备注 49'])
    expect(sheet.issues).toEqual([
      { code: 'text.unclosedQuote', level: 'warning', detail: { row: 2 }, rows: [1] },
    ])
  })

  test('quotes that nobody doubled stay within their cell', async () => {
    const { sheet } = await read('名称,规格\n管材,"5" 管, 3" 管"\n板材,x\n')
    expect(rowsOf(sheet).slice(1)).toEqual([
      ['管材', '5" 管, 3" 管'],
      ['板材', 'x'],
    ])
  })

  test('two megabytes of quotes end soon', async () => {
    const before = performance.now()
    await read('"'.repeat(2_000_001), 1 << 20)
    expect(performance.now() - before).toBeLessThan(10_000)
  })

  test('pieces of any size give the same cells as the whole text', async () => {
    const field = fc.string({
      unit: fc.constantFrom('a', '客', ',', '"', '\n', ' ', '1'),
      maxLength: 6,
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constant('x'), field, field), { minLength: 2, maxLength: 12 }),
        fc.integer({ min: 1, max: 40 }),
        async (records, size) => {
          const text = Papa.unparse(records, { newline: '\n', delimiter: ',' })
          const { sheet } = await read(text, size, ',')
          const rows = rowsOf(sheet).map((row) => [...row, '', ''].slice(0, 3))
          expect(rows).toEqual(records)
        },
      ),
      { numRuns: 300 },
    )
  })
})
