import { describe, expect, test } from 'vitest'
import type { ImportSource } from '../../../src/import/plan.ts'
import { openWorkspace, type Workspace } from '../../../src/engine/workspace.ts'
import { all } from './graded.ts'

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

describe('tables of several kinds in one import', () => {
  const customers = source(
    '客户.csv',
    '客户编号,客户名称,城市\nK1,张三,北京\nK2,李四,上海\nK3,王五,广州\n',
  )
  const orders = source(
    '订单.csv',
    '订单编号,客户编号,下单日期,订单金额\nD1,K1,2026-01-03,10\nD2,K1,2026-01-30,20\nD3,K2,2026-02-01,5\nD4,K9,2026-02-02,7\n',
  )
  const survey = source(
    '问卷.csv',
    '答卷编号,客户编号,提交时间,推荐指数（NPS）\nA1,K1,2026-02-01,9\nA2,K3,2026-02-01,3\n',
  )
  const later = source(
    '订单2.csv',
    '订单编号,客户编号,下单日期,订单金额\nD3,K2,2026-02-01,5\nD5,K3,2026-03-01,100\n',
  )

  async function texts(workspace: Workspace): Promise<string[]> {
    const { columns } = await workspace.view('sheet', all)
    const text = await workspace.view('copy', {
      query: all,
      from: 0,
      to: 100,
      columns: columns.filter(({ id }) => !id.startsWith('$')).map(({ id }) => id),
      header: true,
    })
    return text.split('\r\n').map((line) => line.replaceAll('\t', '|'))
  }

  async function opened(): Promise<Workspace> {
    const workspace = openWorkspace({ today: () => '2026-03-01' })
    const sessions = []
    for (const one of [orders, survey, customers])
      sessions.push((await planned(workspace, one)).session)
    const [session = '', ...others] = sessions
    await workspace.call('runImport', { session, with: others, name: '三份', into: 'new' })
    return workspace
  }

  test('become one project, the customers with what the others say of them', async () => {
    const workspace = await opened()
    const found = await workspace.view('project', null)
    expect(found).toMatchObject({ name: '三份', rowCount: 3 })
    expect(found.tables.map(({ id, rowCount }) => [id, rowCount])).toEqual([
      ['customers', 3],
      ['orders', 4],
      ['survey', 2],
    ])
    const [head = '', first = ''] = await texts(workspace)
    const names = head.split('|')
    const cells = first.split('|')
    expect(cells[names.indexOf('订单数')]).toBe('2')
    expect(cells[names.indexOf('累计金额')]).toBe('30')
    expect(cells[names.indexOf('推荐指数（NPS）')]).toBe('9')
  })

  test('beforehand it says how many records find their customer, and which do not', async () => {
    const workspace = openWorkspace()
    const list = (await planned(workspace, customers)).session
    const { session } = await planned(workspace, orders)
    expect(await workspace.call('linkImport', { session, list })).toEqual({
      rows: 4,
      matched: 3,
      by: [{ by: 'key', count: 3 }],
      unmatched: [{ reason: 'unknown', count: 1 }],
      examples: [{ names: ['K9'], reason: 'unknown', rows: 1 }],
      made: null,
      merge: null,
    })
    const alone = await workspace.call('linkImport', { session, list: null })
    expect([alone.made, alone.matched]).toEqual([3, 4]) // K1, K2, K9
  })

  test('more orders go into the open project: new ones are added, one undo takes them back', async () => {
    const workspace = await opened()
    const before = await texts(workspace)
    const { session } = await workspace.call('planImport', {
      source: later,
      choices: {},
      into: 'replace',
    })
    expect(await workspace.call('linkImport', { session, list: null })).toMatchObject({
      matched: 2,
      made: null,
      merge: { added: 1, updated: 0, same: 1 },
    })
    await workspace.call('runImport', { session, name: '', into: 'replace' })
    expect((await workspace.view('project', null)).tables[1]).toMatchObject({ rowCount: 5 })
    expect(await texts(workspace)).not.toEqual(before)
    expect(await workspace.call('undo', null)).toMatchObject({ kind: 'import' })
    expect(await texts(workspace)).toEqual(before)
    expect((await workspace.view('project', null)).tables[1]).toMatchObject({ rowCount: 4 })
  })

  test('a newer list and more orders are one undo step; figures are those of both', async () => {
    const workspace = await opened()
    const before = await texts(workspace)
    const newer = source('客户2.csv', '客户编号,客户名称,城市\nK1,张三,天津\nK9,赵六,成都\n')
    const list = await workspace.call('planImport', { source: newer, choices: {}, into: 'replace' })
    const more = await workspace.call('planImport', { source: later, choices: {}, into: 'replace' })
    await workspace.call('runImport', {
      session: more.session,
      with: [list.session],
      name: '',
      into: 'replace',
      update: { held: [], missing: 'keep' },
    })
    const [head = '', ...rows] = await texts(workspace)
    const at = head.split('|').indexOf('累计金额')
    const amounts = new Map(rows.map((row) => [row.split('|')[0], row.split('|')[at]]))
    expect(Object.fromEntries(amounts) as unknown).toEqual({
      张三: '30',
      李四: '5',
      王五: '100',
      赵六: '7',
    }) // D4 of K9 has found its customer
    await workspace.call('undo', null)
    expect(await texts(workspace)).toEqual(before)
  })

  test('two tables of one kind are refused, and nothing has happened', async () => {
    const workspace = openWorkspace()
    const one = await planned(workspace, orders)
    const two = await planned(workspace, later)
    await expect(
      workspace.call('runImport', {
        session: one.session,
        with: [two.session],
        name: '',
        into: 'new',
      }),
    ).rejects.toMatchObject({ code: 'command.invalid' })
    expect(await workspace.call('listProjects', null)).toEqual([])
  })
})
