import { describe, expect, test } from 'vitest'
import { createJob } from '../../../src/core/job.ts'
import { seeded } from '../../../src/core/random.ts'
import type { SheetRows } from '../../../src/engine/views.ts'
import type { Workspace } from '../../../src/engine/workspace.ts'
import { all, columnNamed, imported, override } from './graded.ts'

/** The sheet's own order, as texts. */
async function linesOf(workspace: Workspace): Promise<string[]> {
  const { rowCount } = await workspace.view('sheet', all)
  if (rowCount === 0) return []
  const ids = await Promise.all(header.split(',').map((name) => columnNamed(workspace, name)))
  const view = { query: all, from: 0, to: rowCount, columns: ids, header: false }
  return (await workspace.view('copy', view))
    .split('\r\n')
    .map((line) => line.replaceAll('\t', ','))
}

const header = '客户名称,金额,地区'
const listOf = (count: number, random = seeded(3)) =>
  Array.from({ length: count }, (_, at) => {
    const city = ['华东', '华南', '华北'][Math.floor(random() * 3)] ?? ''
    return `客户${at},${Math.floor(random() * 900)},${city}`
  })

const opened = (lines: readonly string[]) => imported([header, ...lines].join('\n'))

describe('whole rows of the view', () => {
  test('go and come back as a plain list would, however sorted and filtered', async () => {
    const random = seeded(20_261_126)
    const below = (count: number) => Math.floor(random() * count)
    let list = listOf(60)
    const workspace = await opened(list)
    const [amount, region] = [
      await columnNamed(workspace, '金额'),
      await columnNamed(workspace, '地区'),
    ]
    const amountOf = (line: string) => Number(line.split(',')[1])
    for (let step = 0; step < 24; step++) {
      const descending = below(2) === 0
      const without = ['华东', '华南', '华北'][below(4)]
      const query = {
        ...all,
        sort: { column: amount, descending },
        columns:
          without === undefined
            ? []
            : ([{ column: region, kind: 'values', values: [without], except: true }] as const),
      }
      const shown = list
        .map((line, place) => ({ line, place }))
        .filter(({ line }) => without === undefined || !line.endsWith(without))
        .sort((a, b) => (amountOf(a.line) - amountOf(b.line)) * (descending ? -1 : 1))
      const blocks = Array.from({ length: 1 + below(3) }, () => {
        const from = below(shown.length)
        return { from, to: from + 1 + below(4) }
      })
      const meant = new Set(
        shown
          .filter((_, at) => blocks.some(({ from, to }) => at >= from && at < to))
          .map(({ place }) => place),
      )
      if (meant.size === 0) continue // the filter leaves nobody
      const what = list.length > 30 ? 'delete' : 'duplicate'
      const before = list
      const { count } = await workspace.call('writeRows', { query, what, blocks })
      expect(count).toBe(meant.size)
      const last = Math.max(...meant)
      const copies = list
        .filter((_, place) => meant.has(place))
        .map((line) => line.replace(/^[^,]*/, '')) // the customer number names one customer
      list =
        what === 'delete'
          ? list.filter((_, place) => !meant.has(place))
          : [...list.slice(0, last + 1), ...copies, ...list.slice(last + 1)]
      expect(await linesOf(workspace), `step ${step}`).toEqual(list)
      if (step % 3 === 0) {
        await workspace.call('undo', null)
        expect(await linesOf(workspace), `step ${step} undone`).toEqual(before)
        await workspace.call('redo', null)
        expect(await linesOf(workspace), `step ${step} redone`).toEqual(list)
      }
    }
  })

  test('are those that were seen, though they stand elsewhere by now', async () => {
    const workspace = await opened(['甲,3,华东', '乙,1,华东', '丙,2,华东'])
    const query = {
      ...all,
      sort: { column: await columnNamed(workspace, '金额'), descending: true },
    }
    const blocks = [{ from: 0, to: 1, rows: [1] }]
    expect((await workspace.call('writeRows', { query, what: 'delete', blocks })).count).toBe(1)
    expect(await linesOf(workspace)).toEqual(['甲,3,华东', '丙,2,华东'])
  })

  test('of nothing are no step; past the end only what is there is meant', async () => {
    const workspace = await opened(['甲,3,华东', '乙,1,华东'])
    const write = (from: number, to: number) =>
      workspace.call('writeRows', { query: all, what: 'delete', blocks: [{ from, to }] })
    expect((await write(2, 9)).count).toBe(0)
    expect((await workspace.view('project', null)).undo).toBeNull()
    expect((await write(1, 9)).count).toBe(1)
    expect(await linesOf(workspace)).toEqual(['甲,3,华东'])
  })

  test('take the tiers set by hand with them, unless another row bears the same number', async () => {
    const text = ['客户编号,客户名称,金额', 'K1,甲,3', 'K2,乙,1', 'K9,丙,2', 'K3,丁,9'].join('\n')
    const workspace = await imported(text)
    const byHand = async () => {
      const window = await workspace.view('window', { query: all, from: 0, to: 9 })
      return window.rows.filter((_, at) => window.byHand[at])
    }
    const tier = (await workspace.view('scheme', null)).scheme.tiers[0]?.id ?? ''
    for (const row of [0, 1, 3]) await workspace.run(override(row, tier))
    const column = await columnNamed(workspace, '客户编号')
    const cells = [{ row: 2, column, text: 'K2' }]
    await workspace.run({ kind: 'editCells', table: 'customers', origin: 'edit', cells })
    expect(await byHand()).toEqual([0, 1, 2, 3])
    const blocks = [{ from: 0, to: 2 }]
    await workspace.call('writeRows', { query: all, what: 'delete', blocks })
    expect(await byHand()).toEqual([2, 3])
    await workspace.call('undo', null)
    expect(await byHand()).toEqual([0, 1, 2, 3])
  })
})

describe('more rows than are kept cell by cell', () => {
  const count = 30_000
  const rowsOf = (what: SheetRows['what'], to: number): SheetRows => ({
    query: all,
    what,
    blocks: [{ from: 0, to }],
  })

  test('are copied with all that stands in them, and go at once; each is one step', async () => {
    const list = listOf(count)
    list[7] = '客户7,不详,华东' // a cell that cannot be read keeps what was typed
    const workspace = await opened(list)
    const cellsOf = async (from: number, to: number) => {
      const { cells } = await workspace.view('window', { query: all, from, to })
      return cells.slice(1, 3).map(({ texts, states }) => [texts, states])
    }
    const first = await cellsOf(0, 40)
    await workspace.call('writeRows', rowsOf('duplicate', count))
    expect((await workspace.view('project', null)).rowCount).toBe(2 * count)
    expect(await cellsOf(count, count + 40)).toEqual(first)
    await workspace.call('undo', null)
    expect((await workspace.view('project', null)).rowCount).toBe(count)
    await workspace.call('writeRows', rowsOf('delete', count))
    expect((await workspace.view('project', null)).rowCount).toBe(0)
    await workspace.call('undo', null)
    expect((await workspace.view('project', null)).rowCount).toBe(count)
    expect(await cellsOf(0, 40)).toEqual(first)
  }, 30_000)

  test('that are being copied can be left as they are', async () => {
    const workspace = await opened(listOf(count))
    const control = new AbortController()
    const asked = workspace.call(
      'writeRows',
      rowsOf('duplicate', count),
      createJob(control.signal, () => control.abort()),
    )
    control.abort()
    await expect(asked).rejects.toMatchObject({ code: 'job.cancelled' })
    expect((await workspace.view('project', null)).rowCount).toBe(count)
  })
})
