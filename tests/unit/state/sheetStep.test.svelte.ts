import { expect, test } from 'vitest'
import type { GridHandle } from '../../../src/state/sheetOwner.ts'
import { openSheet } from './openedSheet.ts'

const rows = Array.from({ length: 300 }, (_, at) => [`n${at}`, String(at)])

async function withGrid() {
  const opened = await openSheet([['客户名称', '金额'], ...rows])
  const { sheet, project, idle } = opened
  const revealed: number[] = []
  sheet.grid = {
    ...{ refresh() {}, refreshColumns() {}, select() {}, focus() {}, copy() {}, fitAll() {} },
    reveal: (row) => revealed.push(row),
  } satisfies GridHandle
  const at = sheet.columns.placed.findIndex(({ column }) => column.name === '金额')
  const edit = async (row: number, text: string) => {
    sheet.edits.edit(row, at, text)
    await idle()
  }
  const settled = async (step: Promise<void>) => {
    await step
    await idle()
  }
  return { ...opened, at, edit, settled, revealed, undo: () => project.undo() }
}

/** Excel selects and shows the cell that an undo changes. */
test('undo and redo go to the cell that is another now', async () => {
  const { sheet, project, at, edit, settled, revealed, undo } = await withGrid()
  await edit(270, '1')
  await sheet.go(3, 0)
  await settled(undo())
  expect(sheet.active).toEqual({ row: 270, column: at })
  expect(revealed.at(-1)).toBe(270)
  expect(sheet.selection.explain.current?.name).toBe('n270')
  await sheet.go(3, 0)
  await settled(project.redo())
  expect(sheet.active).toEqual({ row: 270, column: at })
})

test('of several steps at once the last one counts; who types meanwhile, or undoes nothing, stays', async () => {
  const { sheet, at, edit, settled, undo } = await withGrid()
  await edit(20, '1')
  await edit(200, '1')
  await edit(100, '1')
  await sheet.go(3, 0)
  await settled(Promise.all([undo(), undo()]).then(() => undefined))
  expect(sheet.active).toEqual({ row: 200, column: at })
  await sheet.go(3, 0)
  sheet.edits.editing?.({ row: 3, column: 0 })
  await settled(undo())
  expect(sheet.active).toEqual({ row: 3, column: 0 })
  sheet.edits.editing?.(null)
  await settled(undo())
  expect(sheet.active).toEqual({ row: 3, column: 0 })
})
