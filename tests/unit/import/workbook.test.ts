import fc from 'fast-check'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { type WorkSheet, utils, write } from 'xlsx'
import { AppError } from '../../../src/core/error.ts'
import { createJob } from '../../../src/core/job.ts'
import { dayOf } from '../../../src/import/workbook/workbookCell.ts'
import type { OpenedSource } from '../../../src/import/read.ts'
import { encode, issueCodes, names, opened, planOf, tableOf, utf16, valuesOf } from './sources.ts'

type BookType = 'xlsx' | 'xlsb' | 'biff8' | 'ods' | 'xlml'

function bookOf(
  sheet: WorkSheet,
  bookType: BookType = 'xlsx',
  date1904 = false,
): Uint8Array<ArrayBuffer> {
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, '客户')
  book.Workbook = { WBProps: { date1904 } }
  return new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer)
}

async function cells(source: OpenedSource) {
  const { sheets } = await source.read({ encoding: null, delimiter: null }, createJob())
  return (sheets[0]?.columns ?? []).map((column) =>
    Array.from({ length: column.length - 1 }, (_, row) => column.at(row + 1)),
  )
}

const day = (text: string) => Date.parse(text) / 86_400_000

describe('a workbook', () => {
  test.each(['xlsx', 'xlsb', 'biff8', 'ods', 'xlml'] as const)(
    '%s is known by its content and read, under a name that says csv',
    async (bookType) => {
      const sheet = utils.aoa_to_sheet([
        ['客户编号', '客户名称', '金额'],
        ['00123', '张三', 500],
        ['00124', '李四', 3000.5],
      ])
      const source = await opened(bookOf(sheet, bookType), 'list.csv')
      expect(source.kind).toBe('workbook')
      const table = await tableOf(source)
      expect(valuesOf(table, '客户编号')).toEqual(['00123', '00124'])
      expect(valuesOf(table, '金额')).toEqual([500, 3000.5])
    },
  )

  test('keeps what a number format says: dates, percents, leading zeros, currencies', async () => {
    const sheet = utils.aoa_to_sheet([['日期', '比例', '编码', '金额', '数', '时长']])
    Object.assign(sheet, {
      A2: { t: 'n', v: 45356, z: 'yyyy-mm-dd' },
      B2: { t: 'n', v: 0.125, z: '0.0%' },
      C2: { t: 'n', v: 123, z: '00000' },
      D2: { t: 'n', v: 1200, z: '[$¥-804]#,##0.00' },
      E2: { t: 'n', v: 13800138000, z: '#,##0' },
      F2: { t: 'n', v: 1.5, z: '[h]:mm' },
      '!ref': 'A1:F2',
    })
    expect((await cells(await opened(bookOf(sheet)))).map(([cell]) => cell)).toEqual([
      { kind: 'date', day: day('2024-03-05') }, // serial 45356, spec/value-parsing.md
      { kind: 'number', value: 0.125, text: '12.5%' },
      { kind: 'number', value: 123, text: '00123' },
      { kind: 'number', value: 1200, text: '¥1,200.00' },
      13800138000,
      { kind: 'number', value: 1.5, text: '36:00' },
    ])
  })

  test('amounts shown in 万, thousands or millions are their stored values', async () => {
    const formats = ['0!.0,"万"', '0\\.0,"万"', '#,##0.0,,"M"', '0.00,,"百万"', '"¥"#,##0,']
    const sheet = utils.aoa_to_sheet([formats.map((_, at) => `列${at}`)])
    for (const [at, z] of formats.entries())
      Object.assign(sheet, { [utils.encode_cell({ r: 1, c: at })]: { t: 'n', v: 123455, z } })
    sheet['!ref'] = 'A1:E2'
    expect((await cells(await opened(bookOf(sheet)))).map(([cell]) => cell)).toEqual(
      formats.map(() => 123455),
    )
  })

  test('errors, booleans and texts stay what they are', async () => {
    const sheet = utils.aoa_to_sheet([['a', 'b', 'c', 'd']])
    Object.assign(sheet, {
      A2: { t: 'e', v: 0x17 },
      B2: { t: 'e', v: 0x2a },
      C2: { t: 'b', v: true },
      D2: { t: 's', v: '=1+1' },
      '!ref': 'A1:D2',
    })
    expect((await cells(await opened(bookOf(sheet)))).map(([cell]) => cell)).toEqual([
      { kind: 'error', text: '#REF!' },
      { kind: 'error', text: '#N/A' },
      true,
      '=1+1',
    ])
  })

  test('serial 43894 of the 1904 system is the same day as 45356 of 1900', async () => {
    const sheet = utils.aoa_to_sheet([['日期', '名称']])
    Object.assign(sheet, {
      A2: { t: 'n', v: 43894, z: 'yyyy-mm-dd' },
      B2: { t: 's', v: '张三' },
      '!ref': 'A1:B2',
    })
    const source = await opened(bookOf(sheet, 'xlsx', true))
    expect(valuesOf(await tableOf(source), '日期')).toEqual([day('2024-03-05')])
    expect(dayOf(43894, 1904)).toBe(dayOf(45356, 1900))
  })

  test('serials before the 29 February 1900 that never was are one day late (Microsoft KB 214326)', () => {
    expect(dayOf(1, 1900)).toBe(day('1900-01-01'))
    expect(dayOf(59, 1900)).toBe(day('1900-02-28'))
    expect(dayOf(61, 1900)).toBe(day('1900-03-01'))
    expect(dayOf(0, 1904)).toBe(day('1904-01-01'))
  })

  test('joined group headers give their spans, cells joined over both rows their name', async () => {
    const sheet = utils.aoa_to_sheet([
      ['客户分级表', null, null, null, null, null],
      ['客户名称', '分级指标', null, null, '分级结果', '备注'],
      [null, '购买频率', '单次消费金额', '客户生命周期价值', '等级', null],
      ['张三', '每月一次', '500元', '5000元', 'A级', '长期稳定客户'],
      ['李四', '每季度一次', '3000元', '30000元', 'B级', '高价值客户'],
    ])
    const join = (s: [number, number], e: [number, number]) => ({
      s: { r: s[0], c: s[1] },
      e: { r: e[0], c: e[1] },
    })
    sheet['!merges'] = [
      join([0, 0], [0, 5]),
      join([1, 0], [2, 0]),
      join([1, 1], [1, 3]),
      join([1, 5], [2, 5]),
    ]
    const plan = await planOf(await opened(bookOf(sheet)))
    expect(plan.layout).toEqual({
      headerFrom: 1,
      headerRows: 2,
      dataFrom: 3,
      dataTo: 5,
      totals: [],
    })
    expect(plan.columns.map(({ group, name }) => [group, name])).toEqual([
      [null, '客户名称'],
      ['分级指标', '购买频率'],
      ['分级指标', '单次消费金额'],
      ['分级指标', '客户生命周期价值'],
      ['分级结果', '等级'],
      [null, '备注'],
    ])
    expect(plan.suggestedName).toBe('客户')
    expect(plan.sample.map(({ part }) => part)).toEqual([
      'title',
      'header',
      'header',
      'data',
      'data',
    ])
  })

  test('hidden sheets are named but not chosen, sheets about the file are passed over', async () => {
    const book = utils.book_new()
    const list = utils.aoa_to_sheet([
      ['客户名称', '金额'],
      ['张三', 5],
    ])
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet([
        ['字段', '填法'],
        ['金额', '数字'],
      ]),
      '填写说明',
    )
    utils.book_append_sheet(book, list, '旧')
    utils.book_append_sheet(book, list, '客户')
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 2 }, { Hidden: 0 }] }
    const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
    const source = await opened(bytes)
    const plan = await planOf(source)
    expect(plan.sheets).toEqual([
      { name: '填写说明', rows: 2, hidden: false },
      { name: '旧', rows: 2, hidden: true },
      { name: '客户', rows: 2, hidden: false },
    ])
    expect(plan.sheet).toBe(2)
    expect(issueCodes(plan)).toContain('sheet.hidden')
    expect((await planOf(source, { sheet: 1 })).sheet).toBe(1)
  })

  test('a declared extent that lies changes nothing', async () => {
    const sheet = utils.aoa_to_sheet([
      ['客户名称', '金额'],
      ['张三', 5],
      ['李四', 6],
    ])
    for (const extent of ['A1:XFD1048576', 'A1:A2']) {
      const parts = unzipSync(bookOf(sheet))
      const xml = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml'])
      const lying = xml.replace(/<dimension ref="[^"]*"\/>/, `<dimension ref="${extent}"/>`)
      expect(lying).not.toBe(xml)
      parts['xl/worksheets/sheet1.xml'] = strToU8(lying)
      const plan = await planOf(await opened(zipSync(parts)))
      expect([plan.rowCount, names(plan)]).toEqual([2, ['客户名称', '金额']])
    }
  })

  test('a sheet named __proto__ is a sheet like others', async () => {
    const parts = unzipSync(
      bookOf(
        utils.aoa_to_sheet([
          ['客户名称', '金额'],
          ['张三', 5],
        ]),
      ),
    )
    const xml = new TextDecoder().decode(parts['xl/workbook.xml']).replace('客户', '__proto__')
    parts['xl/workbook.xml'] = strToU8(xml)
    const plan = await planOf(await opened(zipSync(parts)))
    expect(plan.sheets).toEqual([{ name: '__proto__', rows: 2, hidden: false }])
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})

describe('a broken workbook', () => {
  // SheetJS throws raw TypeErrors for many of these (measured: 274 of 4,000)
  test('whose parts were damaged before they were packed is read or refused for a reason', async () => {
    const rows = Array.from({ length: 5 }, (_, i) => [`客户${i}`, i * 100, `2024-0${i + 1}-01`])
    const parts = unzipSync(bookOf(utils.aoa_to_sheet([['客户名称', '金额', '日期'], ...rows])))
    const damageable = Object.keys(parts).filter((name) =>
      /workbook|sheet1|styles|shared/.test(name),
    )
    let refused = 0
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...damageable),
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), {
          minLength: 1,
          maxLength: 20,
        }),
        fc.boolean(),
        async (name, changes, cut) => {
          const part = (parts[name] ?? new Uint8Array()).slice()
          for (const [at, byte] of changes) part[Math.floor(at * (part.length - 1))] = byte
          const half = cut ? part.slice(0, part.length >> 1) : part
          try {
            const plan = await planOf(await opened(zipSync({ ...parts, [name]: half })))
            expect(plan.rowCount).toBeGreaterThan(0)
          } catch (error) {
            if (!(error instanceof AppError)) throw error
            refused++
          }
        },
      ),
      { numRuns: 200 },
    )
    expect(refused).toBeGreaterThan(0)
  })
})

describe('text that web systems name .xls', () => {
  const page = (charset: string) =>
    `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"></head>` +
    '<body><table><tr><td>客户编号</td><td>客户名称</td><td>金额</td></tr>' +
    '<tr><td>00123</td><td>张三</td><td>1,200</td></tr></table></body></html>'

  test.each([
    ['GBK', encode(page('gb2312'), 'gb18030')],
    ['UTF-8', new TextEncoder().encode(page('utf-8'))],
  ])('an HTML table in %s keeps its words and leading zeros', async (_label, bytes) => {
    const source = await opened(bytes, '客户.xls')
    expect(source.kind).toBe('workbook')
    expect(source.encoding?.sure).toBe(true)
    const table = await tableOf(source)
    expect(valuesOf(table, '客户编号')).toEqual(['00123'])
    expect(valuesOf(table, '客户名称')).toEqual(['张三'])
    expect(valuesOf(table, '金额')).toEqual([1200])
  })

  test('tabs in GBK and in UTF-16 are read as cells', async () => {
    const text = '客户编号\t客户名称\t地区\r\n00123\t张三\t华东地区\r\n00124\t李四\t华南地区\r\n'
    for (const bytes of [encode(text, 'gb18030'), utf16(text), utf16(`\ufeff${text}`)]) {
      const source = await opened(bytes, '客户.xls')
      expect(source.kind).toBe('delimited')
      expect(valuesOf(await tableOf(source), '客户编号')).toEqual(['00123', '00124'])
    }
  })
})
