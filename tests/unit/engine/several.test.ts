import { describe, expect, test } from 'vitest'
import type { ImportSource } from '../../../src/import/plan.ts'
import { openWorkspace, type Workspace } from '../../../src/engine/workspace.ts'

// Source of all expectations: the lists in this file, joined by hand.
const source = (name: string, text: string): ImportSource => ({
  kind: 'file',
  file: new Blob([text]),
  name,
})
const january = source('客户1月.csv', '客户编号,客户名称,金额\nK1,张三,10\nK2,李四,20\n')
const february = source('客户2月.csv', '客户名称,客户编号,金额\n李四,K2,25\n王五,K3,30\n')
const other = source('门店.csv', '门店,店长,面积\n一店,赵六,10\n二店,钱七,20\n')

const planned = (workspace: Workspace, one: ImportSource) =>
  workspace.call('planImport', { source: one, choices: {} })

describe('several files as one list', () => {
  test('files of one header are told from others', async () => {
    const workspace = openWorkspace()
    const [a, b, c] = [
      await planned(workspace, january),
      await planned(workspace, february),
      await planned(workspace, other),
    ]
    const among = [c.session, a.session]
    expect(await workspace.call('alikeImport', { session: b.session, among })).toBe(a.session)
    expect(
      await workspace.call('alikeImport', { session: c.session, among: [a.session] }),
    ).toBeNull()
  })

  test('are planned together, taken apart again, and imported as one project', async () => {
    const workspace = openWorkspace()
    const { session } = await planned(workspace, january)
    const both = await workspace.call('addSource', { session, source: february })
    expect([both.rowCount, both.repeats]).toEqual([3, { count: 1, taken: 'once' }])
    const apart = await workspace.call('dropSource', { session, at: 0, choices: {} })
    expect(apart.parts).toEqual([{ source: 0, name: '客户2月', rows: 2 }])
    await workspace.call('addSource', { session, source: january })
    await workspace.call('runImport', { session, name: '客户', into: 'new' })
    expect(await workspace.view('project', null)).toMatchObject({ rowCount: 3 })
  })

  test('a refused file changes nothing', async () => {
    const workspace = openWorkspace()
    const { session } = await planned(workspace, january)
    const empty = source('空.csv', '客户编号,客户名称,金额\n')
    await expect(workspace.call('addSource', { session, source: empty })).rejects.toMatchObject({
      code: 'file.headerOnly',
    })
    const plan = await workspace.call('changePlan', { session, choices: {} })
    expect(plan.parts).toEqual([{ source: 0, name: '客户1月', rows: 2 }])
    const both = await workspace.call('addSource', { session, source: february })
    expect(both.rowCount).toBe(3)
  })

  test('the last file cannot be taken out', async () => {
    const workspace = openWorkspace()
    const { session } = await planned(workspace, january)
    await expect(
      workspace.call('dropSource', { session, at: 0, choices: {} }),
    ).rejects.toMatchObject({ code: 'command.invalid' })
  })
})
