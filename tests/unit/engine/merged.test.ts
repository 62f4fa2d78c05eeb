import { describe, expect, test } from 'vitest'
import type { ImportSource } from '../../../src/import/plan.ts'
import { openWorkspace, type Workspace } from '../../../src/engine/workspace.ts'
import { memoryStore } from '../../../src/storage/memory.ts'
import { all, columnNamed } from './graded.ts'

// Source of all expectations: the lists in this file, added up by hand.
const at = '2026-03-02T09:00:00.000Z'
const file = (name: string, text: string): ImportSource => ({
  kind: 'file',
  file: new Blob([text]),
  name,
})
const customers = file(
  '客户.csv',
  '客户编号,客户名称,联系电话,备注\nK1,恒达机电,13800138001,\nK2,李四,13800138002,\nK3,恒达机电公司,13800138003,\n',
)
const orders = file(
  '订单.csv',
  '订单编号,客户编号,下单日期,订单金额\nD1,K1,2026-01-03,10\nD2,K1,2026-01-30,20\nD3,K3,2026-02-01,5\nD4,K2,2026-02-02,7\n',
)
const update = { held: [], missing: 'keep' } as const
const merging = { kind: 'mergeCustomers', groups: [{ keep: 0, rows: [2] }], at } as const

async function opened(store = memoryStore()): Promise<Workspace> {
  const workspace = openWorkspace({ store, today: () => '2026-03-01' })
  const sessions = []
  for (const source of [customers, orders])
    sessions.push((await workspace.call('planImport', { source, choices: {} })).session)
  const [session = '', ...others] = sessions
  await workspace.call('runImport', { session, with: others, name: '两份', into: 'new' })
  return workspace
}

async function cells(workspace: Workspace, ...names: readonly string[]): Promise<string[]> {
  const columns = await Promise.all(names.map((name) => columnNamed(workspace, name)))
  const copied = await workspace.view('copy', {
    query: all,
    from: 0,
    to: 9,
    columns,
    header: false,
  })
  return copied.split('\r\n').map((line) => line.replaceAll('\t', ' '))
}
const figures = (workspace: Workspace) => cells(workspace, '客户编号', '订单数', '累计金额')
const apart = ['K1 2 30', 'K2 1 7', 'K3 1 5']
const together = ['K1 3 35', 'K2 1 7']

async function planned(workspace: Workspace, text: string) {
  const source = file('三月.csv', text)
  return (await workspace.call('planImport', { source, choices: {}, into: 'replace' })).session
}

describe('what a merged customer’s records say', () => {
  test('is added up in the step of the merge, and undo takes both back', async () => {
    const workspace = await opened()
    expect(await figures(workspace)).toEqual(apart)
    await workspace.run(merging)
    expect(await figures(workspace)).toEqual(together)
    await workspace.call('undo', null)
    expect(await figures(workspace)).toEqual(apart)
    await workspace.call('redo', null)
    expect(await figures(workspace)).toEqual(together)
  })

  test('survives a reload, and goes back when they are taken apart', async () => {
    const store = memoryStore()
    const workspace = await opened(store)
    await workspace.run(merging)
    const { id = '' } = (await workspace.view('project', null)) ?? {}
    await workspace.call('closeProject', null)
    await workspace.call('openProject', { id })
    expect(await figures(workspace)).toEqual(together)
    const { merges } = await workspace.view('merges', { from: 0, to: 9 })
    await workspace.run({ kind: 'takeApart', id: merges[0]?.id ?? '' })
    expect(await figures(workspace)).toEqual(apart)
  })

  test('further orders of the old number are theirs', async () => {
    const workspace = await opened()
    await workspace.run(merging)
    const source = file(
      '订单2.csv',
      '订单编号,客户编号,下单日期,订单金额\nD5,K3,2026-02-20,100\nD6,K1,2026-02-21,1\n',
    )
    const { session } = await workspace.call('planImport', { source, choices: {}, into: 'replace' })
    await workspace.call('runImport', { session, name: '', into: 'replace', records: 'add' })
    expect(await figures(workspace)).toEqual(['K1 5 136', 'K2 1 7'])
  })

  test('figures are no part of the merge: nothing to choose, nothing written over', async () => {
    const workspace = await opened()
    await workspace.run(merging)
    const { merges } = await workspace.view('merges', { from: 0, to: 9 })
    expect(merges[0]?.cells).toEqual([])
  })
})

describe('a newer list after a merge', () => {
  const both =
    '客户编号,客户名称,联系电话,备注,城市\nK3,恒达机电公司,13800138009,老客户,苏州\nK1,恒达机电,13800138001,,\nK2,李四,13800138002,,上海\n'

  test('with both rows: nobody is new, and the merged one fills gaps alone', async () => {
    const workspace = await opened()
    await workspace.run(merging)
    const session = await planned(workspace, both)
    const found = await workspace.call('compareImport', { session })
    expect(found).toMatchObject({ added: 0, changed: 1, unchanged: 1, missing: 0, merged: 1 })
    expect(found.examples).toMatchObject({ added: [], merged: ['恒达机电公司'] })
    await workspace.call('runImport', { session, name: '', into: 'replace', update })
    expect(await cells(workspace, '客户编号', '联系电话', '备注', '城市', '订单数')).toEqual([
      'K1 13800138001 老客户 苏州 3',
      'K2 13800138002  上海 1',
    ])
    await workspace.call('undo', null)
    expect(await cells(workspace, '客户编号', '备注')).toEqual(['K1 ', 'K2 '])
  })

  test('with the merged row alone: the customer is there, under its own number, not new, not missing', async () => {
    const workspace = await opened()
    await workspace.run(merging)
    const text =
      '客户编号,客户名称,联系电话,备注\nK3,恒达机电公司,13800138009,续约\nK2,李四,13800138002,\n'
    const session = await planned(workspace, text)
    const found = await workspace.call('compareImport', { session })
    expect(found).toMatchObject({ added: 0, changed: 1, unchanged: 1, missing: 0, merged: 1 })
    await workspace.call('runImport', { session, name: '', into: 'replace', update })
    expect(await cells(workspace, '客户编号', '客户名称', '联系电话', '备注', '订单数')).toEqual([
      'K1 恒达机电 13800138001 续约 3',
      'K2 李四 13800138002  1',
    ])
  })

  test('once taken apart, both rows are matched by themselves again', async () => {
    const workspace = await opened()
    await workspace.run(merging)
    const { merges } = await workspace.view('merges', { from: 0, to: 9 })
    await workspace.run({ kind: 'takeApart', id: merges[0]?.id ?? '' })
    const session = await planned(workspace, both)
    expect(await workspace.call('compareImport', { session })).toMatchObject({
      added: 0,
      merged: 0,
      missing: 0,
    })
  })
})
