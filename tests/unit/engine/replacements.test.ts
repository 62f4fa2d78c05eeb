import { describe, expect, test } from 'vitest'
import { all, columnNamed, imported } from './graded.ts'

describe('find and replace', () => {
  const list = [
    '客户名称,地区,金额',
    '甲,华东区,100',
    '乙,华东,2100',
    'abC,华南$1,',
    '丁,,100',
  ].join('\n')
  const asked = async (find: string, replace: string, more: { whole?: boolean } = {}) => {
    const workspace = await imported(list)
    const ids = ['客户名称', '地区', '金额'].map((name) => columnNamed(workspace, name))
    const columns = [...(await Promise.all(ids)), '$tier']
    const view = { query: all, from: 0, to: 4, columns, find, replace, whole: false, list: true }
    const out = await workspace.view('replacements', { ...view, ...more })
    return { ...out, workspace, texts: out.cells.map(({ row, text }) => `${row} ${text}`) }
  }

  test('says which cells become what, letters in either case and signs as they stand', async () => {
    expect((await asked('华东', '东部')).texts).toEqual(['0 东部区', '1 东部'])
    expect((await asked('BC', 'x')).texts).toEqual(['2 ax'])
    expect((await asked('$1', '$&')).texts).toEqual(['2 华南$&'])
    expect((await asked('.', 'x')).count).toBe(0)
    expect((await asked('', 'x')).count).toBe(0)
  })

  test('whole cells only, where that is asked', async () => {
    expect((await asked('华东', '东部', { whole: true })).texts).toEqual(['1 东部'])
    // 100 inside 2100 is found only as a part
    expect((await asked('100', '7')).texts).toEqual(['0 7', '1 27', '3 7'])
    expect((await asked('100', '7', { whole: true })).texts).toEqual(['0 7', '3 7'])
  })

  test('in several blocks, no cell twice; the one that is looked at is where it stands', async () => {
    const workspace = await imported(list)
    const ids = ['客户名称', '地区', '金额'].map((name) => columnNamed(workspace, name))
    const [, region = '', amount = ''] = await Promise.all(ids)
    const out = await workspace.view('replacements', {
      ...{ query: all, find: '0', replace: 'o', whole: false, list: true, at: 2 },
      ...{ from: 1, to: 3, columns: [region, amount] },
      also: [
        { from: 0, to: 2, columns: [amount] },
        { from: 3, to: 9, columns: [amount] },
      ],
    })
    expect(out.cells.map(({ row, text }) => `${row} ${text}`)).toEqual(['0 1oo', '1 21oo', '3 1oo'])
    expect(out.one).toMatchObject({ viewRow: 3, row: 3, name: '丁', before: '100', after: '1oo' })
    const apart = await workspace.view('replacements', {
      ...{ query: all, find: '0', replace: 'o', whole: false, list: true },
      ...{ from: 0, to: 1, columns: [amount], also: [{ from: 3, to: 4, columns: [amount] }] },
    })
    expect(apart.cells.map(({ row }) => row)).toEqual([0, 3])
  })

  test('is one undo step as one command', async () => {
    const { workspace, cells, examples } = await asked('华东', '东部')
    expect(examples[0]).toEqual({ before: '华东区', after: '东部区' })
    await workspace.run({ kind: 'editCells', table: 'customers', origin: 'edit', cells })
    const columns = [await columnNamed(workspace, '地区')]
    const copied = () =>
      workspace.view('copy', { query: all, from: 0, to: 4, columns, header: false })
    expect(await copied()).toBe('东部区\r\n东部\r\n华南$1\r\n')
    await workspace.call('undo', null)
    expect(await copied()).toBe('华东区\r\n华东\r\n华南$1\r\n')
  })
})
