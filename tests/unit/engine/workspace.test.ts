import { describe, expect, test } from 'vitest'
import { openWorkspace } from '../../../src/engine/workspace.ts'
import { openDexieStore } from '../../../src/storage/dexie/store.ts'
import { memoryStore } from '../../../src/storage/memory.ts'
import { all, criterionNamed, imported, override, tiers, today } from './graded.ts'
import { templateText } from './templateText.ts'

describe('the template table, as pasted', () => {
  test('gives three customers their tiers at once', async () => {
    const workspace = await imported()
    expect((await workspace.view('project', null)).rowCount).toBe(3)
    // tiers: the issue's text, "gives 张三 A, 李四 B, 王五 C at once"
    expect(await tiers(workspace)).toEqual(['张三 A', '李四 B', '王五 C'])
  })

  test("warns that 张三's lifetime value is below one year's spend", async () => {
    const workspace = await imported()
    const { issues, toCheck } = await workspace.view('summary', null)
    // 12 × 500 = 6000 > 5000; 李四 4 × 3000 = 12000 < 30000; 王五 2 × 1000 = 2000, not below 2000
    expect(issues.find(({ code }) => code === 'customer.valueBelowYear')).toMatchObject({
      rows: [0],
      detail: { count: 1, examples: ['张三'] },
    })
    expect(toCheck).toBe(1)
    expect(await tiers(workspace, { ...all, filters: ['check'] })).toEqual(['张三 A'])
  })

  test('stands in the four groups of the field, the former tier beside the result', async () => {
    const { columns } = await (await imported()).view('sheet', all)
    expect(columns.map(({ group, name, id }) => [group, name ?? id])).toEqual([
      ['basic', '客户名称'],
      ['basic', '联系方式'],
      ['criteria', '购买频率'],
      ['criteria', '单次消费金额'],
      ['criteria', '客户生命周期价值'],
      ['result', '$score'],
      ['result', '$tier'],
      ['result', '$reason'],
      ['result', '$completeness'],
      ['result', '等级'],
      ['note', '备注'],
    ])
    expect(columns.map(({ frozen }) => frozen)).toEqual([
      true,
      ...Array.from({ length: 10 }, () => false),
    ])
    expect(columns.filter(({ editable }) => !editable).map(({ id }) => id)).toEqual([
      '$score',
      '$tier',
      '$reason',
      '$completeness',
    ])
  })

  test('keeps the words that people wrote', async () => {
    const workspace = await imported()
    const { columns } = await workspace.view('sheet', all)
    const { cells, tiers: steps } = await workspace.view('window', { query: all, from: 0, to: 200 })
    const texts = (name: string) => cells[columns.findIndex((one) => one.name === name)]?.texts
    expect(texts('购买频率')).toEqual(['每月一次', '每季度一次', '半年一次'])
    expect(steps).toEqual([0, 1, 2])
  })

  test('each grade is explained to the last point', async () => {
    const workspace = await imported()
    const view = await workspace.view('explain', { row: 1, query: all })
    const { lines, score } = view?.explanation ?? { lines: [], score: NaN }
    expect(lines.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 9)
    expect(view).toMatchObject({ name: '李四', viewRow: 1, previousTier: 'B级' })
    expect(view?.lines.map(({ name, text }) => `${name} ${text}`)).toContain('购买频率 每季度一次')
    expect(view?.facts).toContainEqual({ name: '备注', text: '高价值客户', isNumber: false })
  })
})

describe('projects', () => {
  test.each([
    ['memory', () => Promise.resolve(memoryStore())],
    ['Dexie', () => openDexieStore('engine-test')],
  ])('what was done is there again after a reload (%s)', async (kind, openStore) => {
    const store = await openStore()
    const workspace = await imported(templateText, store)
    const criterion = await criterionNamed(workspace, '购买频率')
    await workspace.run({ kind: 'setWeight', criterion, weight: 77 })
    const { scheme } = await workspace.view('scheme', null)
    await workspace.run(override(2, scheme.tiers[0]?.id ?? ''))
    const before = await workspace.view('summary', null)
    const graded = await tiers(workspace)
    const { id } = await workspace.view('project', null)
    await workspace.call('saveNow', null)
    await workspace.close()
    if (kind === 'Dexie') store.close()

    const again = kind === 'Dexie' ? await openStore() : store
    const later = openWorkspace({ store: again })
    expect(await later.call('listProjects', null)).toMatchObject([{ id, rowCount: 3 }])
    expect(await later.call('openProject', { id })).toEqual({ damaged: [] })
    const after = await later.view('summary', null)
    expect({ ...after, gradeMs: 0, revision: 0 }).toEqual({ ...before, gradeMs: 0, revision: 0 })
    expect(await tiers(later)).toEqual(graded)
    await later.close()
  })

  test('replacing the data keeps the scheme by column names and is one undo step', async () => {
    const workspace = await imported()
    const before = await workspace.view('scheme', null)
    const text =
      '客户名称,单次消费金额,客户生命周期价值,购买频率\n赵六,100,1000,1\n钱七,900,9000,12'
    const { session } = await workspace.call('planImport', {
      source: { kind: 'text', text, name: '新名单.csv' },
      choices: {},
    })
    await workspace.call('runImport', { session, name: '', into: 'replace' })
    expect((await workspace.view('scheme', null)).scheme).toEqual(before.scheme)
    const { criteria } = await workspace.view('scheme', null)
    expect(criteria.map(({ present }) => present)).toEqual([2, 2, 2])
    await workspace.call('undo', null)
    expect(await tiers(workspace)).toEqual(['张三 A', '李四 B', '王五 C'])
  })

  test('an empty sheet takes what is pasted', async () => {
    const workspace = openWorkspace({ today })
    await workspace.call('createProject', { name: '空表', language: 'zh' })
    const { columns, total } = await workspace.view('sheet', all)
    expect(total).toBe(0)
    await workspace.run({
      kind: 'pasteBlock',
      table: 'customers',
      rows: [],
      columns: columns.filter(({ editable }) => editable).map(({ id }) => id),
      texts: [
        ['张三', '500', ''],
        ['李四', '3000', '新'],
      ],
      origin: 'paste',
    })
    expect(await workspace.view('sheet', all)).toMatchObject({ total: 2 })
  })

  test('rename, duplicate, delete and take back', async () => {
    const workspace = await imported()
    const { id } = await workspace.view('project', null)
    const names = async () =>
      (await workspace.call('listProjects', null)).map(({ name }) => name).sort()
    await workspace.call('renameProject', { id, name: '甲' })
    expect((await workspace.view('project', null)).name).toBe('甲')
    await workspace.call('duplicateProject', { id, name: '乙' })
    expect(await names()).toEqual(['乙', '甲'].sort())
    await workspace.call('deleteProject', { id })
    expect(await names()).toEqual(['乙'])
    await expect(workspace.view('project', null)).rejects.toMatchObject({ code: 'project.missing' })
    await workspace.call('restoreProject', { id })
    expect(await names()).toEqual(['乙', '甲'].sort())
  })

  test('a file that is no table is refused and changes nothing', async () => {
    const workspace = await imported()
    const before = await workspace.view('project', null)
    const source = { kind: 'file', file: new Blob([]), name: '空.csv' } as const
    await expect(workspace.call('planImport', { source, choices: {} })).rejects.toMatchObject({
      code: 'file.empty',
    })
    expect(await workspace.view('project', null)).toEqual(before)
  })
})

describe('events', () => {
  test('changes that stream are told once a frame, and once after the last', async () => {
    const workspace = await imported()
    const criterion = await criterionNamed(workspace, '购买频率')
    await new Promise((resolve) => setTimeout(resolve, 40))
    const told: number[] = []
    workspace.on((event) => {
      if (event.kind === 'changed') told.push(event.revision)
    })
    const start = performance.now()
    let last = 0
    for (let step = 0; step < 300; step++) {
      const command = { kind: 'setWeight', criterion, weight: step % 100, merge: 'd' } as const
      last = (await workspace.run(command)).revision
    }
    const frames = (performance.now() - start) / 16
    await new Promise((resolve) => setTimeout(resolve, 40))
    expect(told.length).toBeLessThanOrEqual(Math.ceil(frames) + 1)
    expect(told.at(-1)).toBe(last)
  })
})
