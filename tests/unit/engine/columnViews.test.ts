import { describe, expect, test } from 'vitest'
import { totalOf } from '../../../src/engine/totals.ts'
import type { ColumnTotal } from '../../../src/engine/views.ts'
import type { Session } from '../../../src/engine/session.ts'
import { numberColumn } from '../project/documents.ts'
import { all, columnNamed, criterionNamed, imported } from './graded.ts'

const text = [
  '客户名称,累计金额,地区,最近消费,折让',
  '甲,0.1,上海,2024-01-01,10%',
  '乙,0.2,杭州,,20%',
  '丙,面议,上海,2024-03-01,',
  '丁,,,2023-12-31,45%',
].join('\n')

describe('totals of columns', () => {
  test('are as usual for what the column is, and as asked for', async () => {
    const workspace = await imported(text)
    const ids = await Promise.all(
      ['客户名称', '累计金额', '地区', '最近消费', '折让'].map((name) =>
        columnNamed(workspace, name),
      ),
    )
    const usual = await workspace.view('totals', {
      query: all,
      columns: ids.map((column) => ({ column, kind: null })),
    })
    // by hand
    expect(usual.map(said)).toEqual([
      ['count', 4],
      ['sum', 0.30000000000000004],
      ['none', null],
      ['none', null],
      ['mean', 0.25],
    ])
    expect(usual[4]?.text).toBe('25%')
    const asked = await workspace.view('totals', {
      query: all,
      columns: [
        { column: ids[1] ?? '', kind: 'count' },
        { column: ids[1] ?? '', kind: 'max' },
        { column: ids[2] ?? '', kind: 'distinct' },
        { column: ids[3] ?? '', kind: 'min' },
        { column: ids[2] ?? '', kind: 'sum' }, // words have none: as usual
        { column: 'gone', kind: 'sum' },
      ],
    })
    expect(asked.map(said)).toEqual([
      ['count', 3],
      ['max', 0.2],
      ['distinct', 2],
      ['min', 19_722], // days from 1970-01-01 to 2023-12-31
      ['none', null],
    ])
    expect(asked[3]?.text).toBe('2023-12-31')
  })

  test('follow the filter, scores and edits', async () => {
    const workspace = await imported(text)
    const spend = await columnNamed(workspace, '累计金额')
    const region = await columnNamed(workspace, '地区')
    const shanghai = { column: region, kind: 'values', values: ['上海'], except: false } as const
    const args = {
      query: { ...all, columns: [shanghai] },
      columns: [
        { column: spend, kind: null },
        { column: '$score', kind: null },
        { column: '$tier', kind: 'distinct' as const },
      ],
    }
    const before = await workspace.view('totals', args)
    expect(before.map(said).slice(0, 1)).toEqual([['sum', 0.1]])
    const { rows, scores } = await workspace.view('window', { query: args.query, from: 0, to: 9 })
    const graded = scores.filter((score) => !Number.isNaN(score))
    expect(rows).toHaveLength(2)
    expect(before[1]?.kind).toBe('mean')
    expect(before[1]?.value).toBeCloseTo(graded.reduce((a, b) => a + b, 0) / graded.length, 10)
    await workspace.run({
      kind: 'editCells',
      table: 'customers',
      origin: 'edit',
      cells: [{ row: rows[1] ?? 0, column: spend, text: '3' }],
    })
    expect((await workspace.view('totals', args)).map(said)[0]).toEqual(['sum', 3.1])
  })

  test('are worked out once, as long as column and rows are the same', () => {
    const values = Float64Array.from([1, 2, 3])
    const column = { ...numberColumn('c', '列', []), values }
    const session = { table: { columns: [column], rowCount: 3 } } as unknown as Session
    expect(totalOf(session, 'c', 'sum', null)?.value).toBe(6)
    values.fill(9) // nobody does so: it shows who looks again
    expect(totalOf(session, 'c', 'sum', null)?.value).toBe(6)
    const other = { table: { columns: [{ ...column }], rowCount: 3 } } as unknown as Session
    expect(totalOf(other, 'c', 'sum', null)?.value).toBe(27)
  })
})

const said = (total: ColumnTotal) => [total.kind, total.value]

describe('another reading of a column', () => {
  test('is shown before it is taken: what is read, how, and what is not', async () => {
    const workspace = await imported(
      ['客户名称,累计金额', '甲,3万', '乙,1200', '丙,面议', '丁,面议', '戊,'].join('\n'),
    )
    const column = await columnNamed(workspace, '累计金额')
    await workspace.run({ kind: 'changeColumn', table: 'customers', column, reading: 'text' })
    await workspace.run({
      kind: 'editCells',
      table: 'customers',
      origin: 'edit',
      cells: [{ row: 0, column, text: '3万' }],
    })
    const preview = await workspace.view('retyping', { column, reading: 'money' })
    expect(preview).toMatchObject({
      type: 'number',
      filled: 4,
      read: 2,
      failed: 2,
      failures: [{ text: '面议', count: 2 }],
    })
    expect(preview?.examples[0]).toEqual({ before: '3万', after: '30000' })
    // the command does what was shown
    await workspace.run({ kind: 'changeColumn', table: 'customers', column, reading: 'money' })
    const { columns } = await workspace.view('sheet', all)
    expect(columns.find(({ id }) => id === column)?.failed).toBe(2)
    const back = await workspace.view('retyping', { column, reading: 'text' })
    expect(back).toMatchObject({ failed: 0, failedNow: 2, filled: 4 })
    expect(await workspace.view('retyping', { column: 'gone', reading: 'text' })).toBeNull()
  })

  test('names the criteria that it would score in another way', async () => {
    const workspace = await imported()
    const column = await columnNamed(workspace, '单次消费金额')
    const name = await criterionNamed(workspace, '单次消费金额')
    expect(name).not.toBe('')
    const preview = await workspace.view('retyping', { column, reading: 'category' })
    expect(preview?.rescored).toEqual(['单次消费金额'])
    const { criteria } = await workspace.view('uses', { column })
    expect(criteria).toEqual(['单次消费金额'])
  })
})
