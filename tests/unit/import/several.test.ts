import * as XLSX from 'xlsx'
import { describe, expect, test } from 'vitest'
import { createJob } from '../../../src/core/job.ts'
import type { ImportChoices, ImportPlan } from '../../../src/import/plan.ts'
import { buildTable, openSource, planImport } from '../../../src/import/read.ts'
import type { Table } from '../../../src/table/table.ts'
import { asOf, encode, issueCodes, names, valuesOf } from './sources.ts'

type File = readonly [name: string, content: string | Uint8Array<ArrayBuffer>]

/** Several files as one list. Source of all expectations: the lists in this file, joined by hand. */
async function together(
  files: readonly File[],
  choices: ImportChoices = {},
): Promise<{ plan: ImportPlan; table: Table }> {
  const opened = []
  for (const [name, content] of files) {
    const file = new Blob([content])
    opened.push(await openSource({ kind: 'file', file, name }, createJob()))
  }
  const plan = await planImport(opened, choices, asOf, createJob())
  return { plan, table: await buildTable(opened, plan, choices, 'customers', createJob()) }
}

const january: File = [
  '客户2026-01.csv',
  '一月客户名单\n客户编号,客户名称,消费金额,城市\nK1,张三,100,北京\nK2,李四,200,上海\n合计,,300,\n',
]
const february: File = [
  '客户2026-02.csv',
  '客户名称,客户编号,城市,消费金额,备注\n李四,K2,,250,老客户\n王五,K3,广州,50,\n',
]
const march: File = [
  '客户2026-03.csv',
  '客户编号,客户名称,消费金额,城市\nK1,张三,-,天津\nK3,王五,80,深圳\nK4,赵六,20,成都\n',
]

describe('files of several months become one list', () => {
  test('a customer has one row: the latest cell that says something wins', async () => {
    const { plan, table } = await together([march, january, february]) // in whatever order
    expect(plan.parts.map(({ name, rows }) => [name, rows])).toEqual([
      ['客户2026-01', 2], // without title and total
      ['客户2026-02', 2],
      ['客户2026-03', 3],
    ])
    expect(plan.repeats).toEqual({ count: 3, taken: 'once' }) // K1, K2, K3
    expect(plan.rowCount).toBe(4)
    expect(valuesOf(table, '客户编号')).toEqual(['K1', 'K2', 'K3', 'K4'])
    expect(valuesOf(table, '消费金额')).toEqual([100, 250, 80, 20]) // K1: - of March erases nothing
    expect(valuesOf(table, '城市')).toEqual(['天津', '上海', '深圳', '成都'])
    expect(valuesOf(table, '备注')).toEqual([null, '老客户', null, null])
    expect(plan.suggestedName).toBe('客户')
  })

  test('columns are joined by name; what a part lacks is empty there and said', async () => {
    const { plan } = await together([january, february])
    expect(names(plan)).toEqual(['客户编号', '客户名称', '消费金额', '城市', '备注'])
    expect(plan.issues.find(({ code }) => code === 'parts.gaps')?.detail).toMatchObject({
      parts: ['客户2026-01'],
      columns: ['备注'],
    })
    expect(plan.issues.find(({ code }) => code === 'rows.totals')?.detail).toMatchObject({
      count: 1,
      rows: ['客户2026-01:5'],
    })
    expect(plan.issues.find(({ code }) => code === 'parts.once')?.detail).toMatchObject({
      count: 1,
    })
  })

  test('every row can be kept, and a column can say where it came from', async () => {
    const { plan, table } = await together([january, february], {
      repeats: 'keep',
      sourceColumn: '来源',
    })
    expect(valuesOf(table, '客户编号')).toEqual(['K1', 'K2', 'K2', 'K3'])
    expect(valuesOf(table, '来源')).toEqual([
      '客户2026-01',
      '客户2026-01',
      '客户2026-02',
      '客户2026-02',
    ])
    expect(issueCodes(plan)).toContain('parts.kept')
  })

  test('with one row each the column of origin says where the customer was last', async () => {
    const { table } = await together([january, february], { sourceColumn: '来源' })
    expect(valuesOf(table, '来源')).toEqual(['客户2026-01', '客户2026-02', '客户2026-02'])
  })

  test('without numbers customers are matched by name, and 编号 is 客户编号', async () => {
    const { table } = await together([
      ['一月.csv', '客户名称,金额\n张三,1\n李四,2\n'],
      ['二月.csv', '客户名称,金额\n李四,3\n李 四,4\n'],
    ])
    expect(valuesOf(table, '客户名称')).toEqual(['张三', '李四', '李 四'])
    const numbers = await together([
      ['一月.csv', '客户编号,客户名称,金额\nK1,张三,1\nK2,李四,5\n'],
      ['二月.csv', '编号,客户名称,金额\nK1,张三,3\nK9,赵六,2\n'],
    ])
    expect(names(numbers.plan)).toEqual(['客户编号', '客户名称', '金额'])
    expect(valuesOf(numbers.table, '金额')).toEqual([3, 5, 2])
  })

  test('rows that stand twice in one file stay two', async () => {
    const files: File[] = [
      ['一月.csv', '客户编号,金额\nK1,1\nK1,2\nK5,5\nK6,6\nK7,7\nK8,8\n'],
      ['二月.csv', '客户编号,金额\nK1,3\nK2,4\n'],
    ]
    const { plan, table } = await together(files, { columns: { 0: { role: 'key' } } })
    expect(valuesOf(table, '客户编号')).toEqual(['K1', 'K1', 'K5', 'K6', 'K7', 'K8', 'K2'])
    expect(valuesOf(table, '金额')).toEqual([3, 2, 5, 6, 7, 8, 4]) // the first is the first's successor
    expect(plan.repeats?.count).toBe(1)
  })

  test('one decision about day and month holds for all parts', async () => {
    const { table } = await together([
      ['一月.csv', '客户编号,最近购买日期\nK1,03/04/2026\nK2,05/04/2026\n'],
      ['二月.csv', '客户编号,最近购买日期\nK3,25/04/2026\n'],
    ])
    // 25/04 can only be day first, so 03/04 is the third of April: days since 1970 by hand
    const day = (text: string) => Date.parse(text) / 86_400_000
    expect(valuesOf(table, '最近购买日期')).toEqual([
      day('2026-04-03'),
      day('2026-04-05'),
      day('2026-04-25'),
    ])
  })

  test('each file has its own encoding', async () => {
    const { table } = await together([
      ['一月.csv', encode('客户编号,客户名称,城市\nK1,恒达机电有限公司,上海\n', 'gb18030')],
      ['二月.csv', '客户编号,客户名称,城市\nK2,星辰贸易有限公司,北京\n'],
    ])
    expect(valuesOf(table, '客户名称')).toEqual(['恒达机电有限公司', '星辰贸易有限公司'])
  })

  test('the same plan comes from a reader that was started anew', async () => {
    const first = await together([january, february, march])
    const again = await together([january, february, march])
    expect(again.plan).toEqual(first.plan)
  })
})

describe('orders of several files', () => {
  const head = '订单编号,客户编号,下单日期,金额\n'
  const files: File[] = [
    ['订单2026-01.csv', `${head}D1,K1,2026-01-03,10\nD2,K1,2026-01-30,20\nD2,K1,2026-01-30,20\n`],
    ['订单2026-02.csv', `${head}D2,K1,2026-01-30,20\nD3,K2,2026-02-01,5\nD2,K1,2026-01-30,21\n`],
  ]
  test('equal rows of two files are taken once; equal rows of one file are two', async () => {
    const { plan, table } = await together(files, { kind: 'orders' })
    expect(plan.repeats).toEqual({ count: 1, taken: 'once' })
    expect(valuesOf(table, '金额')).toEqual([10, 20, 20, 5, 21])
  })
  test('a column of origin makes no two rows different', async () => {
    const { table } = await together(files, { kind: 'orders', sourceColumn: '来源' })
    expect(valuesOf(table, '金额')).toEqual([10, 20, 20, 5, 21])
  })
  test('all can be kept', async () => {
    const { table } = await together(files, { kind: 'orders', repeats: 'keep' })
    expect(valuesOf(table, '金额')).toEqual([10, 20, 20, 20, 5, 21])
  })
})

describe('sheets of one workbook', () => {
  function workbook(): Uint8Array<ArrayBuffer> {
    const book = XLSX.utils.book_new()
    const add = (name: string, rows: unknown[][]) =>
      XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), name)
    add('说明', [['这是各月的名单']])
    add('2月', [
      ['客户编号', '客户名称', '金额'],
      ['K1', '张三', 12],
      ['K2', '李四', 7],
    ])
    add('1月', [['一月名单'], ['客户编号', '客户名称', '金额'], ['K1', '张三', 10]])
    add('3月', [['客户编号', '客户名称', '金额']]) // still to come
    add('旧', [
      ['客户编号', '客户名称', '金额'],
      ['K9', '旧', 1],
    ])
    book.Workbook = { Sheets: book.SheetNames.map((name) => ({ Hidden: name === '旧' ? 1 : 0 })) }
    return new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
  }

  test('sheets of the same header are offered, and taken together if wanted', async () => {
    const alone = await together([['名单.xlsx', workbook()]])
    expect(alone.plan.sheet).toBe(1)
    expect(alone.plan.alike).toEqual([2])
    expect(alone.plan.parts.map(({ name, rows }) => [name, rows])).toEqual([['2月', 2]])
    const all = await together([['名单.xlsx', workbook()]], { alike: true })
    expect(all.plan.parts.map(({ name, rows }) => [name, rows])).toEqual([
      ['1月', 1],
      ['2月', 2],
    ])
    expect(valuesOf(all.table, '金额')).toEqual([12, 7])
    expect(all.plan.sample[0]?.texts[0]).toBe('客户编号') // the sheet on show stays
  })

  test('a hidden sheet is not taken along, and said', async () => {
    const { plan } = await together([['名单.xlsx', workbook()]], { alike: true })
    expect(plan.issues.find(({ code }) => code === 'sheet.hidden')?.detail).toMatchObject({
      names: ['旧'],
    })
  })
})
