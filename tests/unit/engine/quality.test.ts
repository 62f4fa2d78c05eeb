import { describe, expect, test } from 'vitest'
import type { Workspace } from '../../../src/engine/workspace.ts'
import { openDexieStore } from '../../../src/storage/dexie/store.ts'
import { all, columnNamed, imported, override } from './graded.ts'

const others = Array.from(
  { length: 30 },
  (_, i) => `Z${i},路人${i}甲,1390000${1000 + i},华中,100,8`,
)
const list = [
  '客户编号,客户名称,联系电话,地区,累计金额,NPS',
  'A1,恒达机电有限公司,13800138000,华东,700,9',
  ',恒达机电（有限公司）,13800138000,华东,300,',
  'A3,张三,13800138003,华东区,面议,11',
  'A4,李四,13800138004,华东,-1000,7',
  ...others,
].join('\n')

const opened = async (text = list) => {
  const workspace = await imported(text)
  await workspace.run({ kind: 'setValueColumn', column: await columnNamed(workspace, '累计金额') })
  return workspace
}
const texts = async (workspace: Workspace, name: string, to = 4) =>
  (
    await workspace.view('copy', {
      query: all,
      from: 0,
      to,
      columns: [await columnNamed(workspace, name)],
      header: false,
    })
  ).split('\r\n')
const findingNamed = async (workspace: Workspace, check: string) => {
  const { findings } = await workspace.view('quality', null)
  const found = findings.find((one) => one.check === check)
  if (!found) throw new Error(`no ${check}`)
  return found
}
const at = '2026-03-02T09:00:00.000Z'

describe('the quality view', () => {
  test('says how many customers and how much value each finding touches, worst first', async () => {
    const workspace = await opened()
    const { findings, score, customers, valueName } = await workspace.view('quality', null)
    expect({ customers, valueName }).toEqual({ customers: 34, valueName: '累计金额' })
    expect(score).toBeGreaterThan(80)
    const levels = findings.map(({ level }) => ['error', 'warning', 'info'].indexOf(level))
    expect(levels).toEqual([...levels].sort((a, b) => a - b))
    // 30 × 100 + 700 + 300 − 1000 = 3,000
    const duplicates = await findingNamed(workspace, 'duplicates')
    expect(duplicates).toMatchObject({ customers: 2, value: 1000 })
    expect(duplicates.valueShare).toBeCloseTo(1000 / 3000, 10)
    expect(await findingNamed(workspace, 'unreadable')).toMatchObject({ customers: 1, value: 0 })
  })

  test('never carries a number per customer', async () => {
    const small = JSON.stringify(await (await opened()).view('quality', null)).length
    const many = Array.from(
      { length: 3000 },
      (_, i) => `Y${i},某人${i}乙,1370000${1000 + i},华中,-1,8`,
    )
    const large = JSON.stringify(
      await (await opened([list, ...many].join('\n'))).view('quality', null),
    )
    expect(large.length).toBeLessThan(small * 1.5)
  })

  test('follows an edit, and the sheet shows the customers of a finding alone', async () => {
    const workspace = await opened()
    const { id } = await findingNamed(workspace, 'negative')
    const query = { ...all, filters: [`finding:${id}` as const] }
    expect((await workspace.view('sheet', query)).rowCount).toBe(1)
    const [row = -1] = await workspace.view('rows', { query, from: 0, to: 9 })
    const column = await columnNamed(workspace, '累计金额')
    await workspace.run({
      kind: 'editCells',
      table: 'customers',
      origin: 'edit',
      cells: [{ row, column, text: '1000' }],
    })
    expect((await workspace.view('sheet', query)).rowCount).toBe(0)
    const { findings } = await workspace.view('quality', null)
    expect(findings.map(({ check }) => check)).not.toContain('negative')
    await workspace.call('undo', null)
    expect((await workspace.view('sheet', query)).rowCount).toBe(1)
  })
})

describe('mending', () => {
  test('the preview is what the command writes, in one step', async () => {
    const workspace = await opened()
    const { id } = await findingNamed(workspace, 'variants')
    const choice = { fix: 'unify' } as const
    const page = await workspace.view('finding', { finding: id, choice, from: 0, to: 20 })
    expect(page).toMatchObject({
      customers: 1,
      changes: 1,
      rows: [{ name: '张三', cells: [{ text: '华东区', after: '华东' }] }],
      texts: [{ text: '华东区', count: 1 }],
    })
    await workspace.run({ kind: 'fixFinding', finding: id, choice })
    expect(await texts(workspace, '地区')).toEqual(['华东', '华东', '华东', '华东'])
    expect((await workspace.view('project', null)).undo).toBe('fixFinding')
    await workspace.call('undo', null)
    expect(await texts(workspace, '地区')).toEqual(['华东', '华东', '华东区', '华东'])
  })

  test('only the cells that say what is asked for', async () => {
    const workspace = await opened()
    const { id } = await findingNamed(workspace, 'unreadable')
    const choice = { fix: 'replace', find: '面议', text: '5000元' } as const
    const page = await workspace.view('finding', { finding: id, choice, from: 0, to: 20 })
    expect(page?.rows).toMatchObject([{ cells: [{ text: '面议', after: '5000元' }] }])
    await workspace.run({ kind: 'fixFinding', finding: id, choice })
    expect((await texts(workspace, '累计金额'))[2]).toBe('5000元')
  })

  test('a finding that is gone changes nothing; a fix that it does not offer is refused', async () => {
    const workspace = await opened()
    const before = (await workspace.view('project', null)).revision
    await workspace.run({ kind: 'fixFinding', finding: 'ancient:c_9', choice: { fix: 'clear' } })
    expect((await workspace.view('project', null)).revision).toBe(before)
    expect(
      await workspace.view('finding', { finding: 'ancient:c_9', choice: null, from: 0, to: 9 }),
    ).toBeNull()
    const { id } = await findingNamed(workspace, 'negative')
    await expect(
      workspace.run({ kind: 'fixFinding', finding: id, choice: { fix: 'swap' } }),
    ).rejects.toMatchObject({ code: 'command.invalid' })
  })
})

describe('duplicates', () => {
  test('stand side by side where they differ', async () => {
    const workspace = await opened()
    const { count, certain, surplus, groups } = await workspace.view('duplicates', {
      from: 0,
      to: 10,
    })
    expect({ count, certain, surplus }).toEqual({ count: 1, certain: 1, surplus: 1 })
    const [group] = groups
    expect(group).toMatchObject({
      certain: true,
      reasons: ['phone', 'name'],
      keep: 0,
      members: [{ row: 0 }, { row: 1 }],
      same: 2, // phone and region
    })
    const named = new Map(group?.columns.map((column) => [column.name, column]))
    expect([...named.keys()].sort()).toEqual(['NPS', '客户名称', '客户编号', '累计金额'].sort())
    expect(named.get('累计金额')).toMatchObject({
      texts: ['700', '300'],
      differs: true,
      together: { how: 'sum', text: '1000' },
    })
    expect(named.get('NPS')).toMatchObject({ texts: ['9', ''], differs: false, together: null })
  })

  test('merging the certain ones is one step; the grade follows; it is taken apart after a reload', async () => {
    const store = await openDexieStore('quality-merges')
    const workspace = await imported(list, store)
    const { scheme } = await workspace.view('scheme', null)
    await workspace.run(override(1, scheme.tiers[0]?.id ?? ''))
    await workspace.run({ kind: 'mergeCustomers', groups: 'certain', at })
    const { totals } = await workspace.view('summary', null)
    expect(totals.graded + totals.ungraded).toBe(33)
    expect(totals.overridden).toBe(1) // it passed over to the row that stays
    const merged = await workspace.view('duplicates', { from: 0, to: 10 })
    expect(merged.count).toBe(0)
    const { id = '' } = (await workspace.view('project', null)) ?? {}
    await workspace.call('closeProject', null)
    await workspace.call('openProject', { id })
    const { count, merges } = await workspace.view('merges', { from: 0, to: 10 })
    expect(count).toBe(1)
    expect(merges[0]).toMatchObject({
      at,
      keep: '恒达机电有限公司',
      rows: ['恒达机电（有限公司）'],
    })
    // the tier by hand of the row that went is not told as one whose customer is lost
    const { issues } = await workspace.view('project', null)
    expect(issues.map(({ code }) => code)).not.toContain('override.unknownCustomer')
    await workspace.run({ kind: 'takeApart', id: merges[0]?.id ?? '' })
    expect(await texts(workspace, '客户名称', 2)).toEqual([
      '恒达机电有限公司',
      '恒达机电（有限公司）',
    ])
    expect((await workspace.view('merges', { from: 0, to: 10 })).count).toBe(0)
    await workspace.close()
    store.close()
  })

  test('replacing the whole list forgets its merges, and undo brings both back', async () => {
    const workspace = await opened()
    await workspace.run({ kind: 'mergeCustomers', groups: 'certain', at })
    const { session } = await workspace.call('planImport', {
      source: { kind: 'text', text: '客户名称,累计金额\n甲,1\n乙,2\n', name: '新' },
      choices: {},
      into: 'replace',
    })
    await workspace.call('runImport', { session, name: '新', into: 'replace' })
    expect((await workspace.view('merges', { from: 0, to: 10 })).count).toBe(0)
    await workspace.call('undo', null)
    expect((await workspace.view('merges', { from: 0, to: 10 })).count).toBe(1)
  })
})
