import { describe, expect, test } from 'vitest'
import type { SheetQuery } from '../../../src/engine/views.ts'
import { all, columnNamed, imported, tiers } from './graded.ts'

describe('the sheet', () => {
  test('filters, search and sort go together', async () => {
    const workspace = await imported()
    const { scheme } = await workspace.view('scheme', null)
    const [a, b] = scheme.tiers.map(({ id }) => id)
    const both: SheetQuery = { ...all, filters: [`tier:${a ?? ''}`, `tier:${b ?? ''}`] }
    expect(await tiers(workspace, both)).toEqual(['张三 A', '李四 B'])
    expect(await tiers(workspace, { ...both, search: '高价值' })).toEqual(['李四 B'])
    const spend = await columnNamed(workspace, '单次消费金额')
    const sorted = { ...both, sort: { column: spend, descending: true } }
    expect(await tiers(workspace, sorted)).toEqual(['李四 B', '张三 A'])
    expect(await workspace.view('sheet', { ...both, search: '没有这个人' })).toMatchObject({
      rowCount: 0,
      total: 3,
    })
  })

  test('finds the next match from a place on, round the end', async () => {
    const workspace = await imported()
    const find = (text: string, from: number, backwards = false) =>
      workspace.view('find', { query: all, text, from, backwards })
    const note = await columnNamed(workspace, '备注')
    // the first of three rows, and the only one
    expect(await find('客户', 0)).toEqual({ viewRow: 0, column: note, place: 1, count: 3 })
    expect(await find('新客户', 0)).toEqual({ viewRow: 2, column: note, place: 1, count: 1 })
    expect(await find('张三', 1)).toMatchObject({ viewRow: 0 })
    expect(await find('客户', 1, true)).toMatchObject({ viewRow: 1 })
    expect(await find('赵六', 0)).toBeNull()
  })

  test('copies a block with its header, as a spreadsheet does', async () => {
    const workspace = await imported()
    const columns = [await columnNamed(workspace, '客户名称'), '$tier']
    const query = all
    expect(
      await workspace.view('copy', {
        query,
        from: 0,
        to: 2,
        columns,
        header: true,
        titles: ['客户名称', '等级'],
      }),
    ).toBe('客户名称\t等级\r\n张三\tA\r\n李四\tB')
  })

  test('a window never holds more than 200 rows', async () => {
    const lines = Array.from({ length: 500 }, (_, i) => `客户${i + 1},${i * 10}`)
    const workspace = await imported(['客户名称,金额', ...lines].join('\n'))
    const window = await workspace.view('window', { query: all, from: 100, to: 10_000 })
    expect([window.from, window.rows.length]).toEqual([100, 200])
  })
})
