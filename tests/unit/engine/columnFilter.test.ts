import { describe, expect, test } from 'vitest'
import type { ColumnFilter, SheetQuery } from '../../../src/engine/views.ts'
import type { Workspace } from '../../../src/engine/workspace.ts'
import { all, columnNamed, imported } from './graded.ts'

const list = [
  '客户名称,地区,金额,首次购买',
  '甲,华东,100,2024-01-05',
  '乙,华南,3万,2024-02-05',
  '丙,华东,,2024-03-05',
  '丁,,500,',
  '戊,华北,500,2023-12-31',
].join('\n')

async function names(workspace: Workspace, query: SheetQuery): Promise<string[]> {
  const columns = [await columnNamed(workspace, '客户名称')]
  const text = await workspace.view('copy', { query, from: 0, to: 1000, columns, header: false })
  return text === '' ? [] : text.split('\r\n')
}

type Condition = ColumnFilter extends infer One
  ? One extends ColumnFilter
    ? Omit<One, 'column'>
    : never
  : never

describe('a filter of a column', () => {
  const keeps = async (name: string, condition: Condition) => {
    const workspace = await imported(list)
    const column = await columnNamed(workspace, name)
    const filter = { ...condition, column } as ColumnFilter
    return (await names(workspace, { ...all, columns: [filter] })).join('')
  }

  test('keeps the values that are named, or all but these; empty cells are a value', async () => {
    const values = (words: string[], except = false) =>
      keeps('地区', { kind: 'values', values: words, except })
    expect(await values(['华东', ''])).toBe('甲丙丁')
    expect(await values(['华东'], true)).toBe('乙丁戊')
    expect(await values([])).toBe('')
  })

  test('keeps what lies between bounds, written as people write in that column', async () => {
    expect(await keeps('金额', { kind: 'range', from: '500', to: null })).toBe('乙丁戊')
    expect(await keeps('金额', { kind: 'range', from: '2万', to: '5万' })).toBe('乙')
    const day = { kind: 'range', from: '2024年1月1日', to: '2024/2/5' } as const
    expect(await keeps('首次购买', day)).toBe('甲乙')
  })

  test('refuses a bound that is no value of the column', async () => {
    const asked = keeps('金额', { kind: 'range', from: '很多', to: null })
    await expect(asked).rejects.toMatchObject({ code: 'command.invalid' })
  })

  test('keeps the largest or smallest, with those that are equal to the last', async () => {
    // 500 stands twice in the second place, as in the top 10 of a spreadsheet
    expect(await keeps('金额', { kind: 'top', count: 2, smallest: false })).toBe('乙丁戊')
    expect(await keeps('金额', { kind: 'top', count: 1, smallest: true })).toBe('甲')
  })

  test('keeps empty or filled cells, and texts that hold another without case and width', async () => {
    expect(await keeps('金额', { kind: 'missing', missing: true })).toBe('丙')
    expect(await keeps('地区', { kind: 'missing', missing: false })).toBe('甲乙丙戊')
    expect(await keeps('地区', { kind: 'contains', text: ' 东' })).toBe('甲丙')
  })

  test('stands beside the other filters, and lists values among what they leave', async () => {
    const workspace = await imported(list)
    const region = await columnNamed(workspace, '地区')
    const spend = await columnNamed(workspace, '金额')
    const columns: ColumnFilter[] = [
      { column: region, kind: 'values', values: ['华东'], except: false },
      { column: spend, kind: 'range', from: '1', to: '500' },
    ]
    expect(await names(workspace, { ...all, columns })).toEqual(['甲'])
    const listed = await workspace.view('values', {
      query: { ...all, columns },
      column: region,
      search: '',
    })
    // 500 and less: 甲 华东, 丁 none, 戊 华北; pinyin: Huáběi before Huádōng
    expect(listed.values).toEqual([
      { text: '华北', count: 1 },
      { text: '华东', count: 1 },
      { text: '', count: 1 },
    ])
    const searched = await workspace.view('values', { query: all, column: spend, search: '5' })
    expect(searched.values).toEqual([{ text: '500', count: 2 }])
    // numbers are searched as cells show them, with the sign between thousands
    const shown = await workspace.view('values', { query: all, column: spend, search: '5,00' })
    expect(shown.values).toEqual(searched.values)
  })

  test('works on the result and follows a changed cell', async () => {
    const workspace = await imported()
    const columns: ColumnFilter[] = [
      { column: '$tier', kind: 'values', values: ['B', 'C'], except: false },
    ]
    expect(await names(workspace, { ...all, columns })).toEqual(['李四', '王五'])
    const frequency = await columnNamed(workspace, '购买频率')
    await workspace.run({
      kind: 'editCells',
      table: 'customers',
      origin: 'edit',
      cells: [{ row: 1, column: frequency, text: '每月一次' }],
    })
    expect(await names(workspace, { ...all, columns })).toEqual(['王五'])
  })

  test('sorts by several columns, each in its own direction', async () => {
    const workspace = await imported(list)
    const region = await columnNamed(workspace, '地区')
    const spend = await columnNamed(workspace, '金额')
    const sort = { column: region, descending: false }
    const thenBy = [{ column: spend, descending: true }]
    // Huáběi, Huádōng (100 before none), Huánán, none
    expect(await names(workspace, { ...all, sort, thenBy })).toEqual(['戊', '甲', '丙', '乙', '丁'])
    const ties = { ...all, sort: thenBy[0] ?? null, thenBy: [{ ...sort, descending: true }] }
    // 500 twice: 戊 has a region, missing ones are last in both directions
    expect(await names(workspace, ties)).toEqual(['乙', '戊', '丁', '甲', '丙'])
  })
})

test('100,000 customers are filtered by each kind of filter, whatever is searched for', async () => {
  const lines = Array.from(
    { length: 100_000 },
    (_, i) => `客户${i},地区${i % 31},${(i * 7919) % 100_003},2024-01-${String((i % 28) + 1)}`,
  )
  const workspace = await imported(['客户名称,地区,金额,日期', ...lines].join('\n'))
  const id = (name: string) => columnNamed(workspace, name)
  const filters: ColumnFilter[] = [
    { column: await id('地区'), kind: 'values', values: ['地区3', '地区7'], except: false },
    { column: await id('金额'), kind: 'range', from: '2万', to: '8万' },
    { column: await id('金额'), kind: 'top', count: 500, smallest: false },
    { column: await id('日期'), kind: 'range', from: '2024-01-10', to: null },
    { column: await id('客户名称'), kind: 'contains', text: '77' },
  ]
  for (const filter of filters) {
    for (const search of ['', '客户', '户']) {
      await workspace.view('sheet', { ...all, search })
      const { rowCount } = await workspace.view('sheet', { ...all, search, columns: [filter] })
      expect(rowCount).toBeGreaterThan(0)
      expect(rowCount).toBeLessThan(100_000)
    }
  }
}, 60_000)
