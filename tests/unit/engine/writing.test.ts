import { describe, expect, test } from 'vitest'
import { createJob } from '../../../src/core/job.ts'
import type { SheetWrite } from '../../../src/engine/views.ts'
import type { Workspace } from '../../../src/engine/workspace.ts'
import { packTexts } from '../../../src/state/packedTexts.ts'
import { all, columnNamed, imported } from './graded.ts'

const list = ['客户名称,金额,备注', '甲,1,a', '乙,2,b', '丙,3,c', '丁,4,d', '戊,5,e'].join('\n')

interface Opened {
  readonly workspace: Workspace
  readonly name: string
  readonly amount: string
  readonly note: string
  /** Rows of all cells, as the sheet shows them. */
  readonly cells: () => Promise<string[][]>
  readonly write: (
    more: Partial<SheetWrite> & Pick<SheetWrite, 'blocks' | 'content'>,
  ) => Promise<boolean>
}

async function opened(text = list): Promise<Opened> {
  const workspace = await imported(text)
  const name = await columnNamed(workspace, '客户名称')
  const amount = await columnNamed(workspace, '金额')
  const note = await columnNamed(workspace, '备注')
  const columns = [name, amount, note]
  return {
    workspace,
    name,
    amount,
    note,
    async cells() {
      const view = await workspace.view('copy', {
        query: all,
        from: 0,
        to: 100,
        columns,
        header: false,
      })
      return view.split('\r\n').map((line) => line.split('\t'))
    },
    async write(more) {
      const args = { query: all, origin: 'paste', ...more } as const
      return (await workspace.call('write', args)).isOther
    },
  }
}

const texts = (...lines: string[][]) => ({ kind: 'texts', texts: packTexts(lines) }) as const

describe('writing into the sheet', () => {
  test('repeats texts over a block, appends rows past the end, and is one step', async () => {
    const { cells, write, workspace, amount, note } = await opened()
    const before = await cells()
    const columns = [amount, note]
    await write({ blocks: [{ from: 3, to: 7, columns }], content: texts(['8', 'x'], ['9', 'y']) })
    expect((await cells()).slice(3)).toEqual([
      ['丁', '8', 'x'],
      ['戊', '9', 'y'],
      ['', '8', 'x'],
      ['', '9', 'y'],
    ])
    expect((await workspace.view('project', null)).undo).toBe('pasteBlock')
    await workspace.call('undo', null)
    expect(await cells()).toEqual(before)
  })

  test('reaches only the rows that a filter leaves, in their order', async () => {
    const { cells, write, note } = await opened()
    const query = {
      ...all,
      sort: { column: note, descending: true },
      columns: [{ column: note, kind: 'values', values: ['b'], except: true }],
    } as const
    await write({
      query,
      blocks: [{ from: 0, to: 3, columns: [note] }],
      content: texts(['1'], ['2'], ['3']),
    })
    expect((await cells()).map((line) => line[2])).toEqual(['a', 'b', '3', '2', '1'])
  })

  test('goes to the rows that were seen, though they stand elsewhere by now', async () => {
    const { cells, write, amount } = await opened()
    const query = { ...all, sort: { column: amount, descending: true } } as const
    await write({
      query,
      blocks: [{ from: 0, to: 1, columns: [amount], rows: [0] }],
      content: texts(['7']),
    })
    expect((await cells()).map((line) => line[1])).toEqual(['7', '2', '3', '4', '5'])
  })

  test('empties several blocks at once, columns that are left alone keep what they hold', async () => {
    const { cells, write, workspace, amount, note } = await opened()
    const before = await cells()
    const content = { kind: 'text', text: '' } as const
    const blocks = [
      { from: 0, to: 2, columns: [amount, null] },
      { from: 3, to: 5, columns: [amount, note] },
    ]
    await write({ origin: 'clear', blocks, content })
    expect((await cells()).map((line) => line.slice(1).join())).toEqual([
      ',a',
      ',b',
      '3,c',
      ',',
      ',',
    ])
    expect((await workspace.view('project', null)).undo).toBe('clearBlock')
    await workspace.call('undo', null)
    expect(await cells()).toEqual(before)
  })

  test('fills down as a series column by column, and to the side row by row', async () => {
    const { cells, write, name, amount, note } = await opened()
    const columns = [name, amount, note]
    const source = { from: 0, to: 2, columns }
    await write({
      origin: 'fill',
      blocks: [{ from: 0, to: 5, columns }],
      content: { kind: 'fill', source, left: 0, how: 'auto' },
    })
    expect((await cells()).slice(2)).toEqual([
      ['丙', '3', 'a'],
      ['丁', '4', 'b'],
      ['戊', '5', 'a'],
    ])
    await write({
      origin: 'fill',
      blocks: [{ from: 1, to: 3, columns: [amount, note] }],
      content: {
        kind: 'fill',
        source: { from: 1, to: 3, columns: [amount] },
        left: 0,
        how: 'series',
      },
    })
    expect((await cells()).slice(1, 3)).toEqual([
      ['乙', '2', '3'],
      ['丙', '3', '4'],
    ])
  })

  test('a fill may take the place of the one before it', async () => {
    const { cells, workspace, amount } = await opened()
    const before = await cells()
    const fill = (how: 'copy' | 'series', instead?: number) =>
      workspace.call('write', {
        query: all,
        origin: 'fill',
        blocks: [{ from: 0, to: 3, columns: [amount] }],
        content: { kind: 'fill', source: { from: 0, to: 1, columns: [amount] }, left: 0, how },
        ...(instead === undefined ? {} : { instead }),
      })
    const { revision } = await fill('copy')
    await fill('series', revision)
    expect((await cells()).map((line) => line[1])).toEqual(['1', '2', '3', '4', '5'])
    await workspace.call('undo', null)
    expect(await cells()).toEqual(before)
  })

  test('a cell that cannot be read is kept as typed; a column that is worked out is refused', async () => {
    const { cells, write, amount } = await opened()
    await write({ blocks: [{ from: 0, to: 1, columns: [amount] }], content: texts(['面议']) })
    expect((await cells())[0]).toEqual(['甲', '面议', 'a'])
    await expect(
      write({ blocks: [{ from: 0, to: 1, columns: ['$score'] }], content: texts(['1']) }),
    ).rejects.toMatchObject({ code: 'command.invalid' })
  })
})

describe('a large sheet', () => {
  const count = 25_000
  const long = ['客户名称,金额,备注']
  for (let row = 0; row < count; row++) long.push(`客户${row},${row % 97},n${row}`)

  test('is emptied and filled in one step, comes back exactly, and can be cancelled', async () => {
    const { workspace, write, amount, note } = await opened(long.join('\n'))
    const sum = async () => {
      const block = { query: all, from: 0, to: count, columns: [amount] }
      return (await workspace.view('stats', block)).sum
    }
    const at = async (row: number) =>
      workspace.view('copy', {
        query: all,
        from: row,
        to: row + 1,
        columns: [amount, note],
        header: false,
      })
    const before = await sum()
    const blocks = [{ from: 0, to: count, columns: [amount, note] }]
    const cleared = {
      query: all,
      origin: 'clear',
      blocks,
      content: { kind: 'text', text: '' },
    } as const

    const control = new AbortController()
    const seen: number[] = []
    const job = createJob(control.signal, ({ done, total }) => {
      seen.push(done / total)
      control.abort()
    })
    await expect(workspace.call('write', cleared, job)).rejects.toMatchObject({
      code: 'job.cancelled',
    })
    expect(seen.length).toBe(1)
    expect(await sum()).toBe(before)

    await write(cleared)
    expect(await sum()).toBeNull()
    expect(await at(24_999)).toBe('\t')
    await workspace.call('undo', null)
    expect(await sum()).toBe(before)
    expect(await at(24_999)).toBe(`${24_999 % 97}\tn24999`)

    const source = { from: 0, to: 2, columns: [amount, note] }
    await write({ origin: 'fill', blocks, content: { kind: 'fill', source, left: 0, how: 'auto' } })
    expect(await at(24_999)).toBe('24999\tn24999')
    await workspace.call('undo', null)
    await workspace.call('redo', null)
    expect(await at(24_999)).toBe('24999\tn24999')
  })
})

describe('Ctrl and an arrow', () => {
  // By hand, as Excel goes with the same cells: | 1 2 _ _ 5 6 _ |
  const gaps = [
    '客户名称,金额,备注',
    '甲,1,',
    '乙,2,',
    '丙,,',
    '丁,,',
    '戊,5,',
    '己,6,',
    '庚,,',
  ].join('\n')

  test('goes to the end of a run, from there to the next filled cell, at last to the edge', async () => {
    const { workspace, amount, note, name } = await opened(gaps)
    const columns = [name, amount, note, '$score']
    const edge = async (
      row: number,
      rows: -1 | 0 | 1,
      column = 1,
      side: -1 | 0 | 1 = 0,
      run = false,
    ) => {
      const step = { rows, columns: side }
      const place = await workspace.view('edge', { query: all, row, column, step, columns, run })
      return rows === 0 ? place.column : place.row
    }
    expect([await edge(0, 1), await edge(1, 1), await edge(3, 1), await edge(5, 1)]).toEqual([
      1, 4, 4, 6,
    ])
    expect([await edge(6, -1), await edge(4, -1), await edge(1, -1), await edge(0, -1)]).toEqual([
      5, 1, 0, 0,
    ])
    // to the side in the first row: name and amount are filled, the note is not, the score is
    expect([await edge(0, 0, 0, 1), await edge(0, 0, 1, 1), await edge(0, 0, 3, -1)]).toEqual([
      1, 3, 1,
    ])
    // no farther than a gap: what a double press on the fill handle asks
    expect([await edge(0, 1, 1, 0, true), await edge(1, 1, 1, 0, true)]).toEqual([1, 1])
  })
})

describe('figures of several blocks', () => {
  test('count no cell twice', async () => {
    const { workspace, amount, note } = await opened()
    const figures = await workspace.view('stats', {
      query: all,
      from: 0,
      to: 3,
      columns: [amount],
      also: [
        { from: 2, to: 4, columns: [amount, note] },
        { from: 2, to: 3, columns: [amount] },
      ],
    })
    expect(figures).toMatchObject({ filled: 6, numbers: 4, sum: 1 + 2 + 3 + 4 })
  })
})
