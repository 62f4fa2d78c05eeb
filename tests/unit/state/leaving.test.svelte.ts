import { expect, test } from 'vitest'
import { deleteSelectedRows } from '../../../src/state/sheetRows.svelte.ts'
import { openSheet } from './openedSheet.ts'

const lines = [
  ['客户名称', '金额'],
  ['甲', '50'],
  ['乙', '40'],
  ['丙', '30'],
]

/** The engine tells of an edit, the page asks again, and the project is closed by then: Back while a cell is being typed into. */
test('views that come too late for a project that was left say nothing; one that cannot be opened is named', async () => {
  const { sheet, project, workspace, idle } = await openSheet(lines)
  await project.show()
  await sheet.go(1, 0)
  const edited = project.run({
    kind: 'editCells',
    table: 'customers',
    origin: 'edit',
    cells: [{ row: 1, column: sheet.columns.at(0)?.column.id ?? '', text: '乙乙' }],
  })
  project.leave()
  await Promise.all([edited, workspace.call('closeProject', null)])
  await sheet.pages.outdate()
  await idle()
  expect(sheet.notices.list).toEqual([])

  const { id } = (await workspace.call('listProjects', null))[0] ?? { id: '' }
  await workspace.call('openProject', { id })
  await project.show()
  await sheet.open(id)
  await idle()
  expect(sheet.source.cell(1, 0)?.text).toBe('乙乙')
  expect(sheet.selection.explain.current?.name).toBe('乙乙')
  sheet.notices.fail(
    await workspace.call('openProject', { id: 'p_none' }).catch((error: unknown) => error),
  )
  expect(sheet.notices.list.map(({ code }) => code)).toEqual(['project.missing'])
})

test('what offers to undo a step goes with the next step, which it would undo instead', async () => {
  const { sheet, project, idle } = await openSheet(lines)
  const remove = async () => {
    await deleteSelectedRows(sheet)
    await idle()
    expect(sheet.notices.toast?.action).not.toBeNull()
  }
  await remove()
  sheet.edits.edit(0, 0, '别的')
  await idle()
  expect(sheet.notices.toast).toBeNull()
  await remove()
  await project.undo()
  expect(sheet.notices.toast).toBeNull()
  sheet.notices.hint('why not')
  await project.redo()
  expect(sheet.notices.toast?.text).toBe('why not')
})
