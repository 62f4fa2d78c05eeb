import { describe, expect, test } from 'vitest'
import { createJob } from '../../../src/core/job.ts'
import type { SheetQuery } from '../../../src/engine/views.ts'
import { all, columnNamed, override } from './graded.ts'
import { anew, bing, jia, now, opened, wu, yi } from './heldSheet.ts'

/**
 * Excel: "when you edit data, the sort or filter is not applied anew until it is reapplied" (Data › Reapply, Ctrl+Alt+L); a row
 * keeps its place though its value belongs elsewhere, and is shown though a filter would hide it.
 */

describe('rows keep their place while cells are edited', () => {
  test('in a sorted view, until the order is asked for anew', async () => {
    const { byAmount, shown, type, amount } = await opened()
    expect(await shown(byAmount)).toBe('甲乙丙丁戊')
    await type(yi, amount, '5')
    await type(wu, amount, '45')
    expect(await shown(byAmount)).toBe('甲乙丙丁戊*')
    expect(await shown(anew(byAmount))).toBe('甲戊丙丁乙')
    expect(await shown(byAmount)).toBe('甲乙丙丁戊*') // whoever still shows the one before sees no row move
    expect(await shown(now(byAmount))).toBe('甲戊丙丁乙') // who shows none asks for the cells as they are
  })

  test('in a filtered view: who no longer fits is still there, who fits now is not', async () => {
    const { over, shown, type, amount } = await opened()
    expect(await shown(over)).toBe('甲乙丙')
    await type(yi, amount, '5')
    await type(wu, amount, '45')
    expect(await shown(over)).toBe('甲乙丙*')
    expect(await shown(anew(over))).toBe('甲丙戊')
  })

  test('in a searched view, and what is sought next is sought in the new texts', async () => {
    const { workspace, shown, type, note } = await opened()
    const query = { ...all, search: 'c', asked: 1 }
    expect(await shown(query)).toBe('丙')
    await type(bing, note, 'x')
    await type(jia, note, 'cc')
    expect(await shown(query)).toBe('丙*')
    expect(await shown(anew(query))).toBe('甲')
    const found = await workspace.view('find', { query, text: 'x', from: 0, backwards: false })
    expect(found).toMatchObject({ viewRow: 0, column: note, count: 1 })
  })

  test('an edit after which all would stand as they do is none to arrange anew for, as on Reapply nothing moves', async () => {
    const { byAmount, over, shown, behind, type, workspace, amount, note } = await opened()
    const sought = { ...all, search: 'c', asked: 1 } satisfies SheetQuery
    const queries = [byAmount, over, sought] // three are kept
    for (const query of queries) await shown(query)
    await type(yi, amount, '41') // still between 50 and 30, still over 25
    expect(await shown(byAmount)).toBe('甲乙丙丁戊*') // by columns it may be
    for (const query of queries) expect(await behind(query), JSON.stringify(query)).toBe(false)
    expect(await shown(byAmount)).toBe('甲乙丙丁戊') // what was found out is kept
    await type(bing, note, 'cc')
    expect(await behind(sought)).toBe(false)
    await type(bing, amount, '45')
    expect(await behind(byAmount)).toBe(true)
    expect(await behind(over)).toBe(false)
    await type(bing, amount, '25')
    expect(await behind(byAmount)).toBe(false) // back between its neighbours
    await type(bing, amount, '24')
    await type(jia, note, 'c')
    expect([await behind(byAmount), await behind(over), await behind(sought)]).toEqual([
      false,
      true,
      true,
    ])
    await workspace.call('undo', null)
    expect(await behind(sought)).toBe(false)
  })

  test('by whatever way cells are written', async () => {
    const { byAmount, shown, write, workspace, amount, undo } = await opened()
    const column = { columns: [amount] }
    const fill = { source: { from: 0, to: 1, ...column }, left: 0, how: 'series' } as const
    const ways: Record<string, () => Promise<unknown>> = {
      paste: () =>
        write({
          query: byAmount,
          blocks: [{ from: 0, to: 2, ...column }],
          content: { kind: 'text', text: '1' },
        }),
      fill: () =>
        write({
          query: byAmount,
          blocks: [{ from: 0, to: 5, ...column }],
          content: { kind: 'fill', ...fill },
        }),
      clear: () =>
        write({
          query: byAmount,
          blocks: [{ from: 0, to: 1, ...column }],
          content: { kind: 'text', text: '' },
        }),
      replace: () =>
        workspace.run({
          kind: 'editCells',
          table: 'customers',
          origin: 'edit',
          cells: [{ row: jia, column: amount, text: '1' }],
        }),
    }
    for (const [way, run] of Object.entries(ways)) {
      expect(await shown(byAmount), way).toBe('甲乙丙丁戊')
      await run()
      expect(await shown(byAmount), way).toBe('甲乙丙丁戊*')
      expect(await shown(now(byAmount)), way).not.toBe('甲乙丙丁戊')
      await undo()
    }
  })

  test('a tier set by hand moves nobody, nor does a cell that tiers are drawn by', async () => {
    const { shown, workspace, type, amount } = await opened()
    const byScore = { ...all, sort: { column: '$score', descending: true }, asked: 1 }
    const tier = (await workspace.view('scheme', null)).scheme.tiers[0]?.id ?? ''
    const best: SheetQuery = { ...all, filters: [`tier:${tier}`], asked: 1 }
    const before = [await shown(byScore), await shown(best)]
    await workspace.run(override(wu, tier))
    expect(await shown(best)).toBe(`${before[1] ?? ''}*`)
    expect(await shown(now(best))).toContain('戊')
    await type(jia, amount, '1')
    expect(await shown(byScore)).toBe(`${before[0] ?? ''}*`)
    expect(await shown(anew(byScore))).not.toContain(before[0])
  })

  test('a calculated column changes with the cells that it reads', async () => {
    const { shown, workspace, type, amount } = await opened()
    await workspace.run({
      kind: 'addColumn',
      table: 'customers',
      name: '一半',
      reading: 'number',
      role: 'measure',
      formula: '=[金额]/2',
    })
    const column = await columnNamed(workspace, '一半')
    const query = { ...all, sort: { column, descending: false }, asked: 1 }
    expect(await shown(query)).toBe('戊丁丙乙甲')
    await type(wu, amount, '99')
    expect(await shown(query)).toBe('戊丁丙乙甲*')
    expect(await shown(anew(query))).toBe('丁丙乙甲戊')
  })

  test('so many cells that their column is exchanged as one piece', async () => {
    const rows = 20_001
    const lines = Array.from({ length: rows }, (_, at) => `客${at},${rows - at},x`)
    const { write, workspace, amount } = await opened(['客户名称,金额,备注', ...lines].join('\n'))
    const query = { ...all, sort: { column: amount, descending: false }, asked: 1 }
    const first = (asked: number) =>
      workspace.view('rows', { query: { ...query, asked }, from: 0, to: 2 })
    expect(await first(1)).toEqual([20_000, 19_999])
    const blocks = [{ from: 0, to: rows, columns: [amount] }]
    await write({ query, blocks, content: { kind: 'text', text: '7' } })
    expect(await first(1)).toEqual([20_000, 19_999])
    expect(await workspace.view('sheet', query)).toMatchObject({ held: true, rowCount: rows })
    expect(await first(2)).toEqual([0, 1])
  })
})

describe('the order is said to be of before an edit', () => {
  test('only where the query goes by what was edited', async () => {
    const { byAmount, over, shown, type, name, amount, note, workspace } = await opened()
    const plain = { ...all, asked: 1 }
    const queries = [byAmount, over, plain]
    for (const query of queries) await shown(query)
    await type(yi, note, '新')
    await workspace.run(override(jia, null))
    await workspace.run({ kind: 'renameProject', name: '另一个' })
    await workspace.run({
      kind: 'changeColumn',
      table: 'customers',
      column: amount,
      name: '购买金额',
    })
    for (const query of queries) expect(await shown(query)).not.toContain('*')
    await type(yi, name, '乙二')
    expect(await shown({ ...byAmount })).toBe('甲乙二丙丁戊')
  })

  test('and no longer once the edits were taken back, which move no row either', async () => {
    const { byAmount, shown, type, amount, note, undo, redo } = await opened()
    await shown(byAmount)
    await type(yi, note, '之前')
    await type(yi, amount, '5')
    await type(wu, note, '之后')
    expect(await shown(byAmount)).toBe('甲乙丙丁戊*')
    await undo()
    expect(await shown(byAmount)).toBe('甲乙丙丁戊*')
    await undo()
    expect(await shown(byAmount)).toBe('甲乙丙丁戊')
    await undo()
    expect(await shown(byAmount)).toBe('甲乙丙丁戊')
    await redo()
    await redo()
    expect(await shown(byAmount)).toBe('甲乙丙丁戊*')
    const again = anew(byAmount)
    expect(await shown(again)).toBe('甲丙丁戊乙')
    await undo()
    expect(await shown(again)).toBe('甲丙丁戊乙*')
  })
})

describe('beside rows that keep their place', () => {
  test('what is written by place hits the row on show, one edit after another', async () => {
    const { byAmount, shown, write, amount, note, workspace } = await opened()
    await shown(byAmount)
    for (const [place, text] of ['1', '99', '2', '98', '3'].entries())
      await write({
        query: byAmount,
        blocks: [{ from: place, to: place + 1, columns: [amount] }],
        content: { kind: 'text', text },
      })
    await write({
      query: byAmount,
      blocks: [{ from: 1, to: 2, columns: [note] }],
      content: { kind: 'text', text: '这里' },
    })
    const args = { query: all, from: 0, to: 5, columns: [amount, note], header: false }
    expect(await workspace.view('copy', args)).toBe(
      ['1\ta', '99\t这里', '2\tc', '98\td', '3\te'].join('\r\n'),
    )
    expect(await shown(byAmount)).toBe('甲乙丙丁戊*')
  })

  test('values to choose from, and how many a filter would leave, are of the cells as they are', async () => {
    const { over, shown, type, workspace, amount, note } = await opened()
    expect(await shown(over)).toBe('甲乙丙')
    await type(yi, amount, '5')
    const { values } = await workspace.view('values', { query: over, column: note, search: '' })
    expect(values.map(({ text }) => text)).toEqual(['a', 'c'])
    expect(await workspace.view('sheet', now(over))).toMatchObject({ rowCount: 2, held: false })
    expect(await workspace.view('sheet', over)).toMatchObject({ rowCount: 3, held: true })
  })

  test('an order under way when an edit comes is begun again, and is that of the new cells', async () => {
    const count = 60_000
    const lines = Array.from(
      { length: count },
      (_, at) => `${'赵钱孙李'[at % 4] ?? ''}${at},${at},x`,
    )
    const { workspace, name, type } = await opened(['客户名称,金额,备注', ...lines].join('\n'))
    const query = { ...all, sort: { column: name, descending: false }, asked: 1 }
    const window = workspace.call(
      'view',
      { name: 'window', args: { query, from: 0, to: 1 } },
      createJob(),
    )
    await type(12_345, name, '阿')
    expect(await window).toMatchObject({
      rows: [12_345],
    })
    expect(await workspace.view('sheet', query)).toMatchObject({ held: false })
    await type(12_345, name, '做')
    expect(await workspace.view('rows', { query, from: 0, to: 1 })).toEqual([12_345])
    expect(await workspace.view('sheet', query)).toMatchObject({ held: true })
  })
})
