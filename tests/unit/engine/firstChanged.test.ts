import { expect, test } from 'vitest'
import type { SheetQuery } from '../../../src/engine/views.ts'
import { packTexts } from '../../../src/state/packedTexts.ts'
import { all, override } from './graded.ts'
import { bing, jia, opened, wu, yi } from './heldSheet.ts'

/** Excel goes to what an undo or redo changes: the upper left cell of it in the sheet as it stands. Places are counted by hand. */

async function stepped() {
  const list = await opened()
  const { workspace, name, amount, note } = list
  const columns = [name, '$tier', note, amount]
  const ask = (by: 'undo' | 'redo', query: SheetQuery = all, shown = columns) =>
    workspace.view('changed', { query, columns: shown, by })
  return {
    ...list,
    undone: async (query?: SheetQuery, shown?: string[]) => {
      await list.undo()
      return ask('undo', query, shown)
    },
    redone: async (query?: SheetQuery, shown?: string[]) => {
      await list.redo()
      return ask('redo', query, shown)
    },
    ask,
  }
}
const rising = (column: string): SheetQuery => ({ ...all, sort: { column, descending: false } })

test('a typed cell, by its row in the order on show and its column where it stands', async () => {
  const { type, undone, redone, amount, ask } = await stepped()
  expect(await ask('undo')).toBeNull()
  await type(yi, amount, '41')
  expect(await undone()).toEqual({ row: 1, column: 3 })
  expect(await redone(rising(amount))).toEqual({ row: 3, column: 3 })
})

test('nowhere while its row is filtered out; in its row where its column is hidden', async () => {
  const { type, undone, redone, amount, name, over } = await stepped()
  await type(wu, amount, '11')
  expect(await undone(over)).toBeNull()
  expect(await redone(all, [name])).toEqual({ row: 4, column: null })
})

test('the upper left cell of a block, and of rows that it added', async () => {
  const { write, undone, redone, name, note, amount } = await stepped()
  const texts = packTexts([
    ['1', 'x'],
    ['2', 'y'],
    ['3', 'z'],
  ])
  const block = { from: 3, to: 6, columns: [amount, note] }
  await write({ query: rising(amount), blocks: [block], content: { kind: 'texts', texts } })
  expect(await undone(rising(amount))).toEqual({ row: 3, column: 2 }) // 40 and 50, from below
  expect(await redone(all, [amount, name])).toEqual({ row: 0, column: 0 })
})

test('rows that come and go: the column stays', async () => {
  const { workspace, undone, redone } = await stepped()
  const rows = (from: number, to: number) =>
    workspace.call('writeRows', { query: all, what: 'delete', blocks: [{ from, to }] })
  await rows(1, 3)
  expect(await undone()).toEqual({ row: 1, column: null })
  expect(await redone()).toEqual({ row: 1, column: null }) // who moved up
  await undone()
  await rows(3, 5)
  expect(await undone()).toEqual({ row: 3, column: null })
  expect(await redone()).toEqual({ row: 2, column: null }) // the last that is left
})

test('a tier by hand', async () => {
  const { workspace, undone, redone, amount } = await stepped()
  const { scheme } = await workspace.view('scheme', null)
  await workspace.run(override(bing, scheme.tiers[0]?.id ?? ''))
  expect(await undone()).toEqual({ row: 2, column: 1 })
  expect(await redone(rising(amount))).toEqual({ row: 2, column: 1 })
})

test('a column that comes back, but not one that only follows; a weight is in no cell', async () => {
  const { workspace, type, undone, redone, name, amount, note } = await stepped()
  await workspace.run({ kind: 'deleteColumn', table: 'customers', column: note })
  expect(await undone()).toEqual({ row: null, column: 2 })
  expect(await redone()).toBeNull()
  const added = { name: 'twice', reading: 'number', role: 'measure', group: null } as const
  await workspace.run({ kind: 'addColumn', table: 'customers', ...added, formula: '=[金额]*2' })
  await type(jia, amount, '51')
  const { columns } = await workspace.view('sheet', all)
  const twice = columns.find((column) => column.name === 'twice')?.id ?? ''
  expect(await undone(all, [name, twice, amount])).toEqual({ row: 0, column: 2 })
})
