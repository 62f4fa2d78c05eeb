import { describe, expect, test } from 'vitest'
import { AppError } from '../../../src/core/error.ts'
import { createJob } from '../../../src/core/job.ts'
import { tableOf } from '../../../src/table/builder.ts'
import { withCells } from '../../../src/table/cell.ts'
import { searchRows } from '../../../src/table/search.ts'
import { withColumn } from '../../../src/table/table.ts'
import { columnOf } from './columns.ts'

const names = columnOf('text', ['北京A科技（有限）公司', '张 三', 'José', '', '李四'], { id: 'n' })
const table = tableOf('customers', [
  names,
  columnOf('frequency', ['每月一次', '12', '', '偶尔', '4'], { id: 'f' }),
  columnOf('category', ['华东', '华南', '华东', '', '华北'], { id: 'c' }),
  columnOf('date', ['2024-03-05', '', '2023-03-05', '', '2024年3月'], { id: 'd' }),
  columnOf('boolean', ['是', '否', 'TRUE', '', ''], { id: 'b' }),
])
const found = async (text: string, on = table) => [...(await searchRows(on, on.order, text))]

describe('searching', () => {
  test.each([
    ['科技(有限)', [0]],
    ['Ａ科技', [0]],
    ['张三', [1]],
    ['JOSÉ', [2]],
    ['每月', [0]],
    ['偶尔', [3]],
    ['12', [1]],
    ['华东', [0, 2]],
    ['2024-03', [0]],
    ['2024年3月', [4]],
    ['true', [2]],
    ['是', [0]],
    ['', [0, 1, 2, 3, 4]],
    ['没有', []],
  ])('%j finds rows %j', async (text, rows) => {
    expect(await found(text)).toEqual(rows)
  })
  test('a text is found in the words that are shown, not in the value behind them', async () => {
    expect(await found('12')).not.toContain(0) // 每月一次
  })
  test('changed cells are searched, their old texts are not', async () => {
    const next = withColumn(
      table,
      withCells(names, [4], [{ value: '赵六', original: null, mark: 'plain' }]),
    )
    expect(await found('赵六', next)).toEqual([4])
    expect(await found('李四', next)).toEqual([])
  })
  test('the order of the rows given is kept', async () => {
    expect([...(await searchRows(table, Uint32Array.of(2, 1, 0), '华'))]).toEqual([2, 1, 0])
  })
  test('text across two cells is no match', async () => {
    expect(await found('三José')).toEqual([])
  })
  test('many rows: each block is searched', async () => {
    const texts = Array.from({ length: 10_000 }, (_, row) => `客户${row}`)
    const large = tableOf('customers', [columnOf('text', texts)])
    expect(await found('客户9999', large)).toEqual([9999])
    expect(await found('客户4096', large)).toEqual([4096])
  })
  test('a cancelled search stops', async () => {
    const stop = new AbortController()
    stop.abort()
    await expect(
      searchRows(table, table.order, '华', createJob(stop.signal)),
    ).rejects.toBeInstanceOf(AppError)
  })
})
