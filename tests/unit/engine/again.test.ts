import { describe, expect, test } from 'vitest'
import type { UpdateChoices } from '../../../src/engine/updatingTable.ts'
import { openWorkspace, type Workspace } from '../../../src/engine/workspace.ts'
import { memoryStore } from '../../../src/storage/memory.ts'
import { all, columnNamed, criterionNamed, imported, override, tiers, today } from './graded.ts'

// Source: the two lists below, compared by hand; tiers of the first: the issue's text.
const head = '客户名称,联系方式,购买频率,单次消费金额,客户生命周期价值,等级,备注,城市'
const newer = [
  head,
  '李四,139xxxxxx,每季度一次,3500元,30000元,B级,高价值客户,上海',
  '张三,138xxxxxx,每月一次,500元,5000元,A级,换了联系人,北京',
  '赵六,136xxxxxx,每月两次,800元,9000元,B级,展会来的,深圳',
].join('\n') // 王五 is not there

async function planned(workspace: Workspace, text = newer) {
  const source = { kind: 'text', text, name: '三月.csv' } as const
  return workspace.call('planImport', { source, choices: {}, into: 'replace' })
}

async function texts(workspace: Workspace): Promise<string[]> {
  const { columns } = await workspace.view('sheet', all)
  const shown = columns.filter(({ group, id }) => group !== 'result' || !id.startsWith('$'))
  const text = await workspace.view('copy', {
    query: all,
    from: 0,
    to: 100,
    columns: shown.map(({ id }) => id),
    header: true,
  })
  return text.split('\r\n').map((line) => line.replaceAll('\t', '|'))
}

async function update(workspace: Workspace, set: Partial<UpdateChoices> = {}) {
  const { session } = await planned(workspace)
  const held = [await columnNamed(workspace, '备注')]
  const choices: UpdateChoices = { held, missing: 'keep', ...set }
  await workspace.call('runImport', { session, name: '', into: 'replace', update: choices })
}

describe('a newer file beside the open project', () => {
  test('says who is new, changed, the same and missing, and in which columns', async () => {
    const workspace = await imported()
    const { session } = await planned(workspace)
    const found = await workspace.call('compareImport', { session })
    expect(found).toMatchObject({ added: 1, changed: 1, unchanged: 1, missing: 1, repeated: 0 })
    expect(found.matchedBy).toEqual([
      { by: 'name', count: 2 },
      { by: 'phone', count: 0 }, // 138xxxxxx is masked
    ])
    expect(
      found.columns.map(({ name, held, changed, kept }) => [name, held, changed, kept]),
    ).toEqual([
      ['单次消费金额', false, 1, 0],
      ['备注', true, 0, 1], // the user's own: stays
    ])
    expect(found.newColumns).toEqual(['城市'])
    expect(found.absentColumns).toEqual([])
    expect(found.known).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(found.examples).toEqual({
      added: ['赵六'],
      missing: ['王五'],
      repeated: [],
      merged: [],
      changed: [
        { customer: '李四', column: '单次消费金额', before: '3000', after: '3500', edited: false },
      ],
    })
  })

  test('a column that is no longer held takes the words of the file', async () => {
    const workspace = await imported()
    const { session } = await planned(workspace)
    const found = await workspace.call('compareImport', { session, held: [] })
    expect(found).toMatchObject({ changed: 2, unchanged: 0 })
    expect(found.examples.changed).toContainEqual({
      customer: '张三',
      column: '备注',
      before: '长期稳定客户',
      after: '换了联系人',
      edited: false,
    })
  })

  test('reads the columns of the project as they are read there', async () => {
    const workspace = await imported()
    const column = await columnNamed(workspace, '单次消费金额')
    await workspace.run({ kind: 'changeColumn', table: 'customers', column, reading: 'text' })
    const { plan } = await planned(workspace)
    expect(plan.columns.find(({ name }) => name === '单次消费金额')?.reading).toBe('text')
  })

  test('is compared with what was edited since the plan', async () => {
    const workspace = await imported()
    const { session } = await planned(workspace)
    await workspace.call('compareImport', { session })
    const column = await columnNamed(workspace, '单次消费金额')
    const cells = [{ row: 1, column, text: '3500元' }]
    await workspace.run({ kind: 'editCells', table: 'customers', origin: 'edit', cells })
    expect(await workspace.call('compareImport', { session })).toMatchObject({ changed: 0 })
  })
})

describe('taking it over', () => {
  test('keeps rows, notes and overrides, adds the new, marks the missing; one undo gives all back', async () => {
    const workspace = await imported()
    const note = await columnNamed(workspace, '备注')
    const cells = [{ row: 0, column: note, text: '下周回访' }]
    await workspace.run({ kind: 'editCells', table: 'customers', origin: 'edit', cells })
    const { scheme } = await workspace.view('scheme', null)
    await workspace.run(override(1, scheme.tiers[0]?.id ?? ''))
    const before = { texts: await texts(workspace), tiers: await tiers(workspace) }
    expect(before.tiers).toEqual(['张三 A', '李四 A', '王五 C'])

    await update(workspace)
    expect(await texts(workspace)).toEqual([
      '客户名称|联系方式|城市|购买频率|单次消费金额|客户生命周期价值|等级|备注|名单状态',
      '张三|138xxxxxx|北京|每月一次|500|5000|A级|下周回访|',
      '李四|139xxxxxx|上海|每季度一次|3500|30000|B级|高价值客户|',
      '王五|137xxxxxx||半年一次|1000|2000|C级|新客户|这次不在',
      '赵六|136xxxxxx|深圳|每月两次|800|9000|B级|展会来的|',
    ])
    expect(await workspace.view('rows', { query: all, from: 0, to: 10 })).toEqual([0, 1, 2, 3])
    expect((await workspace.view('summary', null)).totals.overridden).toBe(1)
    expect((await tiers(workspace))[1]).toBe('李四 A')
    expect((await workspace.view('scheme', null)).scheme).toEqual(scheme)

    await workspace.call('undo', null)
    expect({ texts: await texts(workspace), tiers: await tiers(workspace) }).toEqual(before)
    expect((await workspace.view('project', null)).undo).toBe('override') // one step, no more
    await workspace.call('redo', null)
    expect(await texts(workspace)).toHaveLength(5)
  })

  test('who is there again loses the mark', async () => {
    const workspace = await imported()
    await update(workspace)
    const line = '王五,137xxxxxx,半年一次,1000元,2000元,C级,新客户,杭州'
    const { session } = await planned(workspace, [newer, line].join('\n'))
    expect(await workspace.call('compareImport', { session })).toMatchObject({
      added: 0,
      changed: 1, // the city
      unchanged: 3,
      missing: 0,
    })
    const update2: UpdateChoices = { held: [], missing: 'keep' }
    await workspace.call('runImport', { session, name: '', into: 'replace', update: update2 })
    expect((await texts(workspace))[3]).toBe('王五|137xxxxxx|杭州|半年一次|1000|2000|C级|新客户|')
  })

  test('drops the missing with their overrides where that is chosen', async () => {
    const workspace = await imported()
    const { scheme } = await workspace.view('scheme', null)
    await workspace.run(override(2, scheme.tiers[0]?.id ?? ''))
    await update(workspace, { missing: 'drop' })
    expect((await texts(workspace)).map((line) => line.split('|')[0])).toEqual([
      '客户名称',
      '张三',
      '李四',
      '赵六',
    ])
    const { totals, issues } = await workspace.view('summary', null)
    expect(totals.overridden).toBe(0)
    expect(issues.filter(({ code }) => code === 'override.unknownCustomer')).toEqual([])
    await workspace.call('undo', null)
    expect(await tiers(workspace)).toEqual(['张三 A', '李四 B', '王五 A'])
  })

  test('many changed cells are one step too, and undo gives all back', async () => {
    const lines = (amount: (row: number) => number) =>
      [
        '编号,名称,金额',
        ...Array.from({ length: 30_000 }, (_, row) => `K${row},甲${row},${amount(row)}`),
      ].join('\n')
    const workspace = await imported(lines((row) => row))
    const before = await texts(workspace)
    const { session } = await planned(
      workspace,
      lines((row) => row + 1),
    )
    expect(await workspace.call('compareImport', { session })).toMatchObject({ changed: 30_000 })
    const choices: UpdateChoices = { held: [], missing: 'keep' }
    await workspace.call('runImport', { session, name: '', into: 'replace', update: choices })
    expect((await texts(workspace))[1]).not.toBe(before[1])
    await workspace.call('undo', null)
    expect(await texts(workspace)).toEqual(before)
  })

  test('an override follows a customer whose number is written otherwise', async () => {
    const lines = (number: string) => `客户编号,客户名称,金额\nK1,甲,5\n${number},乙,9\nK3,丙,7`
    const workspace = await imported(lines('K2'))
    const { scheme } = await workspace.view('scheme', null)
    await workspace.run(override(1, scheme.tiers[2]?.id ?? ''))
    const { session } = await planned(workspace, lines('k 2'))
    expect(await workspace.call('compareImport', { session })).toMatchObject({
      added: 0,
      changed: 1,
      missing: 0,
    })
    const choices: UpdateChoices = { held: [], missing: 'keep' }
    await workspace.call('runImport', { session, name: '', into: 'replace', update: choices })
    expect((await texts(workspace))[2]).toBe('乙|k 2|9')
    const { totals, issues } = await workspace.view('summary', null)
    expect(totals.overridden).toBe(1)
    expect(issues.filter(({ code }) => code === 'override.unknownCustomer')).toEqual([])
    await workspace.call('undo', null)
    expect((await workspace.view('summary', null)).totals.overridden).toBe(1)
  })

  test('criteria go on with the cells of the newer file', async () => {
    const workspace = await imported()
    const criterion = await criterionNamed(workspace, '单次消费金额')
    await update(workspace)
    const view = await workspace.view('criterion', { criterion, bins: 10, row: 1 })
    expect(view?.point?.x).toBe(3500)
  })
})

describe('cells edited by hand since the last import', () => {
  async function edited(store = memoryStore()) {
    const workspace = await imported(undefined, store)
    const column = await columnNamed(workspace, '单次消费金额')
    // rows of the template: 张三, 李四, 王五
    const cells = [{ row: 1, column, text: '3200' }]
    await workspace.run({ kind: 'editCells', table: 'customers', origin: 'edit', cells })
    return workspace
  }

  test('are told apart from others that the file changes, also after a reload', async () => {
    const store = memoryStore()
    const first = await edited(store)
    await first.close()
    const workspace = openWorkspace({ store, today })
    const [project] = await workspace.call('listProjects', null)
    await workspace.call('openProject', { id: project?.id ?? '' })
    const { session } = await planned(workspace)
    const found = await workspace.call('compareImport', { session, held: [] })
    expect(found.edited).toBe(1)
    expect(await workspace.call('comparedCells', { session, held: [], from: 0, to: 1 })).toEqual({
      total: 2,
      cells: [
        { customer: '李四', column: '单次消费金额', before: '3200', after: '3500', edited: true },
      ],
    })
    const { cells } = await workspace.call('comparedCells', { session, held: [], from: 1, to: 9 })
    expect(cells).toMatchObject([{ customer: '张三', column: '备注', edited: false }])
  })

  test('can stay, where other cells of their column are updated', async () => {
    const workspace = await edited()
    const { session } = await planned(workspace)
    const found = await workspace.call('compareImport', { session, held: [], edited: 'keep' })
    expect(found).toMatchObject({ changed: 1, edited: 1 })
    await workspace.call('runImport', {
      session,
      name: '',
      into: 'replace',
      update: { held: [], edited: 'keep', missing: 'keep' },
    })
    const rows = await texts(workspace)
    expect(rows.find((row) => row.startsWith('李四'))).toContain('3200')
    expect(rows.find((row) => row.startsWith('张三'))).toContain('换了联系人')
  })

  test('give way otherwise, and count no longer as edited; undo brings both back', async () => {
    const workspace = await edited()
    await update(workspace, { held: [] })
    const again = await planned(workspace, newer.replace('3500元', '4000元'))
    const found = await workspace.call('compareImport', { session: again.session })
    expect([found.changed, found.edited]).toEqual([1, 0])
    await workspace.call('undo', null)
    const back = await planned(workspace)
    expect((await workspace.call('compareImport', { session: back.session })).edited).toBe(1)
  })

  test('undone edits are no edits', async () => {
    const workspace = await edited()
    await workspace.call('undo', null)
    const { session } = await planned(workspace)
    expect((await workspace.call('compareImport', { session })).edited).toBe(0)
  })
})

describe('what was decided for a column', () => {
  const first = '客户名称,购买频率\n张三,每月一次\n李四,偶尔\n'
  const second = '客户名称,购买频率\n张三,偶尔\n李四,每年3次\n王五,偶尔\n'

  test('goes for the newer file too, without being asked again', async () => {
    const workspace = await imported('客户名称\n临时\n')
    const { session } = await workspace.call('planImport', {
      source: { kind: 'text', text: first, name: 'a.csv' },
      choices: { columns: { 1: { words: [['偶尔', 2]] } } },
    })
    await workspace.call('runImport', { session, name: '名单', into: 'new' })
    const again = await planned(workspace, second)
    expect(again.plan.columns[1]).toMatchObject({ success: 1, reading: 'frequency' })
    await workspace.call('runImport', {
      session: again.session,
      name: '',
      into: 'replace',
      update: { held: [], missing: 'keep' },
    })
    const column = await columnNamed(workspace, '购买频率')
    const block = { query: all, from: 0, to: 10, columns: [column] }
    const stats = await workspace.view('stats', block)
    expect(stats).toMatchObject({ numbers: 3, sum: 2 + 3 + 2 })
    const shown = await workspace.view('copy', { ...block, header: false })
    expect(shown.split('\r\n')).toEqual(['偶尔', '每年3次', '偶尔'])
  })
})
