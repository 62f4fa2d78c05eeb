import { describe, expect, test } from 'vitest'
import { createJob } from '../../../src/core/job.ts'
import { appended } from '../../../src/table/append.ts'
import { tableOf } from '../../../src/table/builder.ts'
import { cellAt } from '../../../src/table/cell.ts'
import type { Column, ColumnRole, ReadingId } from '../../../src/table/column.ts'
import { mergeRecords } from '../../../src/table/mergeRecords.ts'
import { writeCell } from '../../../src/table/parse/cell.ts'
import type { Table } from '../../../src/table/table.ts'
import { asOf, columnOf } from './columns.ts'

/** `单号:record:text` → its column. */
function table(columns: Readonly<Record<string, readonly string[]>>): Table {
  return tableOf(
    'orders',
    Object.entries(columns).map(([head, cells], at) => {
      const [name = '', role = 'other', reading = 'text'] = head.split(':')
      const column = columnOf(reading as ReadingId, cells, {
        id: `c${at}`,
        role: role as ColumnRole,
      })
      return { ...column, name }
    }),
  )
}
const texts = ({ columns, order }: Table) =>
  Array.from(order, (row) => columns.map((column) => writeCell(column, row)).join('|'))
const merged = (before: Table, after: Table) => mergeRecords(before, after, asOf, createJob())

// worked out by hand: the same order number, or the same row, is not taken twice
describe('a newer table of records added to an older one', () => {
  const before = table({
    '单号:record': ['1', '2', '2', '3'],
    '金额:amount:money': ['10', '20', '21', '30'],
  })

  test('new numbers are added, equal ones stay, different ones are replaced', async () => {
    const after = table({
      '单号:record': ['3', '2', '2', '4'],
      '金额:amount:money': ['30', '21', '25', '40'],
    })
    const { table: next, counts } = await merged(before, after)
    expect(texts(next)).toEqual(['1|10', '3|30', '2|21', '2|25', '4|40'])
    expect(counts).toEqual({ added: 1, updated: 2, same: 1 })
  })
  test('in another order of rows and columns it is the same record', async () => {
    const after = table({
      '金额:amount:money': ['21', '20'],
      '单号:record': ['２ ', '2'],
    })
    const { table: next, counts } = await merged(before, after)
    expect(counts.added).toBe(0)
    expect(texts(next)).toHaveLength(4)
  })
  test('nothing new: the very same table', async () => {
    expect((await merged(before, before)).table).toBe(before)
  })
  test('rows without a number are added as often as they come more', async () => {
    const visits = table({
      '客户:name': ['甲', '甲', '乙'],
      '日期:when:date': ['2024-1-1', '2024-1-1', '2024-1-2'],
    })
    const after = table({
      '客户:name': ['甲', '甲', '甲', '乙', '丙'],
      '日期:when:date': ['2024-01-01', '2024-1-1', '2024-1-1', '2024-1-3', '2024-1-1'],
    })
    const { table: next, counts } = await merged(visits, after)
    expect(counts).toEqual({ added: 3, updated: 0, same: 2 })
    expect(texts(next)).toEqual([
      '甲|2024-01-01',
      '甲|2024-01-01',
      '乙|2024-01-02',
      '甲|2024-01-01',
      '乙|2024-01-03',
      '丙|2024-01-01',
    ])
  })
  test('new columns are added, missing for the older rows; absent ones are missing for the newer', async () => {
    const after = table({ '单号:record': ['5'], '渠道:group:category': ['网店'] })
    const { table: next } = await merged(before, after)
    expect(next.columns.map(({ name }) => name)).toEqual(['单号', '金额', '渠道'])
    expect(texts(next).at(-1)).toBe('5||网店')
    expect(texts(next)[0]).toBe('1|10|')
  })
  test('a number headed otherwise is the number all the same', async () => {
    const after = table({ '订单编号:record': ['1'], '金额:amount:money': ['10'] })
    expect((await merged(before, after)).counts).toEqual({ added: 0, updated: 0, same: 1 })
  })
})

describe('cells at the end of a column', () => {
  const cells: Readonly<
    Record<string, readonly [ReadingId, readonly string[], readonly string[]]>
  > = {
    numbers: ['number', ['1', '约2', ''], ['3', '面议', '']],
    dates: ['date', ['2024-1-1', ''], ['2024年3月', '昨晚']],
    yes: ['boolean', ['是', '否'], ['', '是']],
    words: ['category', ['甲', '乙', ''], ['乙', '丙', '']],
    texts: ['text', ['甲', ''], ['', '乙😀']],
    phones: ['phone', ['138****1234'], ['13800138000']],
  }
  test.each(Object.entries(cells))('%s are as if read together', (_, [reading, a, b]) => {
    const whole = columnOf(reading, [...a, ...b])
    const rows = Uint32Array.from(b, (_text, row) => row)
    const joined = appended(columnOf(reading, a), columnOf(reading, b), rows, asOf)
    const all = (column: Column) => [...a, ...b].map((_text, row) => cellAt(column, row))
    expect(all(joined)).toEqual(all(whole))
  })
  test('of another reading are read anew: nothing is lost', () => {
    const joined = appended(
      columnOf('number', ['1']),
      columnOf('text', ['2', '面议']),
      Uint32Array.of(1, 0),
      asOf,
    )
    expect(cellAt(joined, 1)).toMatchObject({ value: null, original: '面议', mark: 'error' })
    expect(cellAt(joined, 2)).toMatchObject({ value: 2, mark: 'plain' })
  })
})
