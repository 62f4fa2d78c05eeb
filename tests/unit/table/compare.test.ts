import { describe, expect, test } from 'vitest'
import { createJob } from '../../../src/core/job.ts'
import { tableOf } from '../../../src/table/builder.ts'
import type { ColumnRole, ReadingId } from '../../../src/table/column.ts'
import { compareTables, type TableComparison } from '../../../src/table/compare.ts'
import { matchedBy } from '../../../src/table/matchRows.ts'
import { writeCell } from '../../../src/table/parse/cell.ts'
import type { Table } from '../../../src/table/table.ts'
import { asOf, columnOf } from './columns.ts'

// Source of all expectations: the small tables below, compared by hand.

type Heads = readonly (readonly [name: string, role: ColumnRole, reading: ReadingId])[]

const list = (heads: Heads, rows: readonly (readonly string[])[]): Table =>
  tableOf(
    'customers',
    heads.map(([name, role, reading], at) => ({
      ...columnOf(
        reading,
        rows.map((row) => row[at] ?? ''),
        { id: `c${at + 1}`, role },
      ),
      name,
    })),
  )

const compare = (before: Table, after: Table) => compareTables(before, after, asOf, createJob())

/** Per place of the newer table: the older row and by what, e.g. `0 key`; `new` where there was none. */
const matches = ({ match }: TableComparison) =>
  [...match.rows].map((row, place) =>
    row < 0 ? 'new' : `${row} ${matchedBy[(match.by[place] ?? 0) - 1]}`,
  )

const cells = ({ columns, after }: TableComparison) =>
  columns.flatMap(({ before, after: column, places }) =>
    [...places].map((place) => `${before.name} ${writeCell(column, after.order[place] ?? 0)}`),
  )

const numbered: Heads = [
  ['客户编号', 'key', 'code'],
  ['客户名称', 'name', 'text'],
  ['单次消费金额', 'measure', 'money'],
  ['购买频率', 'measure', 'frequency'],
  ['行业', 'group', 'category'],
  ['最近消费', 'measure', 'date'],
  ['备注', 'note', 'text'],
]
const old = list(numbered, [
  ['K001', '张三', '500', '每月一次', '零售', '2026-01-05', '老客户'],
  ['K002', '李四', '3000', '每季度一次', '制造', '2026-02-01', ''],
  ['K003', '王五', '1000', '半年一次', '', '2025-12-31', '新客户'],
])

describe('cells', () => {
  test('each cell that says something else is named, and no other', async () => {
    const next = list(numbered, [
      ['K003', '王五', '1000', '半年一次', '零售', '2025-12-31', '新客户'],
      ['K001', '张三', '650', '每月一次', '零售', '2026-03-01', '老客户'],
      ['K002', '李四', '3000', '每季度一次', '制造', '2026-02-01', ''],
    ])
    const found = await compare(old, next)
    expect(matches(found)).toEqual(['2 key', '0 key', '1 key'])
    expect(cells(found)).toEqual(['单次消费金额 650', '行业 零售', '最近消费 2026-03-01'])
    const industry = found.columns.find(({ before }) => before.name === '行业')
    expect([...(industry?.over ?? [])]).toEqual([0]) // a gap was filled, nothing was written over
    expect(found.match.missing).toHaveLength(0)
  })

  test('columns of categories are compared by their words, whatever order these were met in', async () => {
    const next = list(numbered, [
      ['K002', '李四', '3000', '每季度一次', '制造', '2026-02-01', ''],
      ['K001', '张三', '500', '每月一次', '零售', '2026-01-05', '老客户'],
    ])
    expect(cells(await compare(old, next))).toEqual([])
  })

  test('an empty cell and a missing mark say nothing; they are counted, not taken', async () => {
    const next = list(numbered, [
      ['K001', '', '-', '', '', '', ''],
      ['K002', '李四', '3000', '每季度一次', '制造', '2026-02-01', '无'],
    ])
    const found = await compare(old, next)
    expect(cells(found)).toEqual([])
    expect(found.columns.map(({ before, emptied }) => `${before.name} ${emptied}`)).toEqual([
      '客户编号 0',
      '客户名称 1',
      '单次消费金额 1',
      '购买频率 1',
      '行业 1',
      '最近消费 1',
      '备注 1',
    ])
  })

  test('the same value in other words and what cannot be read are other cells', async () => {
    const next = list(numbered, [
      ['K001', '张三', '面议', '12', '零售', '2026-01-05', '老客户'], // 每月一次 is 12 a year
    ])
    expect(cells(await compare(old, next))).toEqual(['单次消费金额 面议', '购买频率 12'])
  })
})

describe('columns', () => {
  test('a newer text is read as the column is read already', async () => {
    const words = list(
      [
        ['客户编号', 'key', 'code'],
        ['购买频率', 'other', 'text'],
      ],
      [
        ['K001', '每月一次'],
        ['K002', '每周一次'],
      ],
    )
    const found = await compare(old, words)
    expect(found.columns[1]?.after).toMatchObject({ type: 'number', reading: 'frequency' })
    expect(cells(found)).toEqual(['购买频率 每周一次'])
  })

  test('are the same by name without width and blanks, or by what they are; others are new or absent', async () => {
    const next = list(
      [
        ['编号', 'key', 'code'],
        ['客户 名称', 'name', 'text'],
        ['城市', 'group', 'category'],
      ],
      [['K001', '张三', '上海']],
    )
    const { columns, added, absent } = await compare(old, next)
    expect(columns.map(({ before, after }) => [before.name, after.name])).toEqual([
      ['客户编号', '编号'],
      ['客户名称', '客户 名称'],
    ])
    expect(added.map(({ name }) => name)).toEqual(['城市'])
    expect(absent.map(({ name }) => name)).toEqual([
      '单次消费金额',
      '购买频率',
      '行业',
      '最近消费',
      '备注',
    ])
  })
})

describe('customers', () => {
  const named: Heads = [
    ['客户名称', 'name', 'text'],
    ['电话', 'phone', 'phone'],
    ['金额', 'measure', 'number'],
  ]

  test('two numbers are two customers though their names are one', async () => {
    const next = list(numbered, [
      ['K009', '张三', '500', '每月一次', '零售', '2026-01-05', '老客户'],
    ])
    const found = await compare(old, next)
    expect(matches(found)).toEqual(['new'])
    expect([...found.match.missing]).toEqual([0, 1, 2])
  })

  test('who has no number yet is known by the name', async () => {
    const next = list(numbered, [['', '李四', '3000', '每季度一次', '制造', '2026-02-01', '']])
    expect(matches(await compare(old, next))).toEqual(['1 name'])
  })

  test('numbers and names are the same in full and half width, with any brackets', async () => {
    const before = list(named, [['某某公司（上海）', '', '1']])
    const next = list(named, [['某某公司 (上海)', '', '1']])
    expect(matches(await compare(before, next))).toEqual(['0 name'])
    const full = list(numbered, [['ｋ００２', '李四']])
    expect(matches(await compare(old, full))).toEqual(['1 key'])
  })

  test('a new name at the same phone number is the same customer; a masked number is nobody', async () => {
    const before = list(named, [
      ['甲公司', '138 0013 8000', '1'],
      ['乙公司', '139****0000', '2'],
    ])
    const next = list(named, [
      ['甲公司（更名）', '+86-13800138000', '1'],
      ['丙公司', '139****0000', '2'],
    ])
    const found = await compare(before, next)
    expect(matches(found)).toEqual(['0 phone', 'new'])
    expect([...found.match.missing]).toEqual([1])
  })

  test('names that stand several times are told apart by phone, else taken in order and listed', async () => {
    const before = list(named, [
      ['张伟', '13800138001', '1'],
      ['张伟', '13800138002', '2'],
      ['李娜', '', '3'],
      ['李娜', '', '4'],
    ])
    const next = list(named, [
      ['张伟', '13800138002', '2'],
      ['张伟', '13800138001', '1'],
      ['李娜', '', '3'],
      ['李娜', '', '4'],
      ['李娜', '', '5'],
    ])
    const found = await compare(before, next)
    expect(matches(found)).toEqual(['1 phone', '0 phone', '2 name', '3 name', 'new'])
    expect([...found.match.repeated]).toEqual([2, 3, 4])
    expect(cells(found)).toEqual([])
  })

  test('deleted rows are not there; without anything to match by, all are new', async () => {
    const living = { ...old, order: Uint32Array.of(0, 2) }
    expect(matches(await compare(living, old))).toEqual(['0 key', 'new', '2 key'])
    const bare = list([['金额', 'measure', 'number']], [['1']])
    const found = await compare(bare, bare)
    expect(found.match.columns).toEqual([])
    expect(matches(found)).toEqual(['new'])
  })
})

test('every changed cell of 100,000 customers is found', async () => {
  const heads: Heads = Array.from({ length: 12 }, (_, at) =>
    at === 0
      ? ['编号', 'key', 'code']
      : at === 1
        ? ['名称', 'name', 'text']
        : [`列${at}`, 'measure', at % 3 === 0 ? 'text' : 'number'],
  )
  const rows = Array.from({ length: 100_000 }, (_, row) =>
    heads.map((_, at) => (at < 2 ? `第${row}号` : String((row * at) % 977))),
  )
  const before = list(heads, rows)
  const after = list(
    heads,
    rows.map((row, at) => (at % 10 === 0 ? [...row.slice(0, 11), '多'] : row)),
  )
  const found = await compare(before, after)
  expect(found.columns.reduce((sum, { places }) => sum + places.length, 0)).toBe(10_000)
})
