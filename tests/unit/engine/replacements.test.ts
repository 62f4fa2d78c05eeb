import { describe, expect, test } from 'vitest'
import type { Views } from '../../../src/engine/views.ts'
import type { Workspace } from '../../../src/engine/workspace.ts'
import { all, columnNamed, imported } from './graded.ts'

describe('find and replace', () => {
  const list = [
    '客户名称,地区,金额',
    '甲,华东区,100',
    '乙,华东,2100',
    'abC,华南$1,',
    '丁,,100',
  ].join('\n')
  const names = ['客户名称', '地区', '金额']
  type Args = Views['replacements']['args']

  /** What replacing says beforehand, and then the cells that have become others, row and text. */
  const replaced = async (workspace: Workspace, columns: readonly string[], args: Args) => {
    const said = await workspace.view('replacements', args)
    const cells = async () => {
      const view = { query: all, from: 0, to: 4, columns, header: false }
      const text = await workspace.view('copy', view)
      return text.split('\r\n').map((line) => line.split('\t'))
    }
    const before = await cells()
    const { count } = await workspace.call('replace', args)
    expect(count).toBe(said.count)
    const after = await cells()
    const texts = columns.flatMap((_, x) =>
      after.flatMap((line, row) => (line[x] === before[row]?.[x] ? [] : `${row} ${line[x] ?? ''}`)),
    )
    expect(texts).toHaveLength(count)
    return { ...said, texts, before, cells }
  }
  const asked = async (find: string, replace: string, more: { whole?: boolean } = {}) => {
    const workspace = await imported(list)
    const ids = await Promise.all(names.map((name) => columnNamed(workspace, name)))
    const columns = [...ids, '$tier']
    const args = { query: all, from: 0, to: 4, columns, find, replace, whole: false, ...more }
    return { ...(await replaced(workspace, ids, args)), workspace }
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
    const more = { query: all, find: '0', replace: '9', whole: false }
    const out = await replaced(workspace, [region, amount], {
      ...{ ...more, at: 2 },
      ...{ from: 1, to: 3, columns: [region, amount] },
      also: [
        { from: 0, to: 2, columns: [amount] },
        { from: 3, to: 9, columns: [amount] },
      ],
    })
    expect(out.texts).toEqual(['0 199', '1 2199', '3 199'])
    expect(out.one).toMatchObject({ viewRow: 3, row: 3, name: '丁', before: '100', after: '199' })
    await workspace.call('undo', null)
    const apart = await replaced(workspace, [amount], {
      ...{ ...more, from: 0, to: 1, columns: [amount] },
      also: [{ from: 3, to: 4, columns: [amount] }],
    })
    expect(apart.texts).toEqual(['0 199', '3 199'])
  })

  test('is one undo step', async () => {
    const { workspace, cells, before, examples, texts } = await asked('华东', '东部')
    expect(examples[0]).toEqual({ before: '华东区', after: '东部区' })
    expect(texts).toEqual(['0 东部区', '1 东部'])
    expect((await workspace.view('project', null)).undo).toBe('editCells')
    await workspace.call('undo', null)
    expect(await cells()).toEqual(before)
  })

  test('keeps to the rows that a filter leaves, in its order', async () => {
    const workspace = await imported(list)
    const ids = await Promise.all(names.map((name) => columnNamed(workspace, name)))
    const [name = '', region = '', amount = ''] = ids
    const query = {
      ...all,
      sort: { column: amount, descending: true },
      columns: [{ column: name, kind: 'values', values: ['丁'], except: true }],
    } as const
    const args = { query, from: 1, to: 9, columns: [region, amount], whole: false }
    // by amount: 乙 2100, 甲 100, abC; the first one is not meant
    const out = await replaced(workspace, ids, { ...args, find: '1', replace: '5' })
    expect(out.texts).toEqual(['2 华南$5', '0 500'])
  })
})
