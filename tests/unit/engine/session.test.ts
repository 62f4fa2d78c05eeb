import { describe, expect, test } from 'vitest'
import type { SheetQuery } from '../../../src/engine/views.ts'
import { all, columnNamed, criterionNamed, imported, override, tiers } from './graded.ts'

describe('editing', () => {
  test('a weight moves tiers; undo and redo go back and forth', async () => {
    const workspace = await imported()
    const before = await workspace.view('summary', null)
    for (const name of ['单次消费金额', '客户生命周期价值']) {
      const criterion = await criterionNamed(workspace, name)
      await workspace.run({ kind: 'setWeight', criterion, weight: 0 })
    }
    // frequency alone: 12, 4 and 2 a year; the most frequent is best
    const moved = await tiers(workspace)
    expect(moved[0]).toBe('张三 A')
    expect(moved).not.toEqual(['张三 A', '李四 B', '王五 C'])
    expect((await workspace.view('summary', null)).moved).not.toBeNull()

    expect(await workspace.call('undo', null)).toMatchObject({ kind: 'setWeight' })
    expect(await workspace.call('undo', null)).toMatchObject({ kind: 'setWeight' })
    expect(await workspace.call('undo', null)).toMatchObject({ kind: null })
    expect((await workspace.view('summary', null)).totals).toEqual(before.totals)
    await workspace.call('redo', null)
    await workspace.call('redo', null)
    expect(await tiers(workspace)).toEqual(moved)
  })

  test('a drag of many steps is one undo step', async () => {
    const workspace = await imported()
    const criterion = await criterionNamed(workspace, '购买频率')
    for (let weight = 0; weight <= 50; weight++)
      await workspace.run({ kind: 'setWeight', criterion, weight, merge: 'drag 1' })
    await workspace.call('settle', null)
    await workspace.call('undo', null)
    const project = await workspace.view('project', null)
    expect(project).toMatchObject({ undo: null, redo: 'setWeight' })
    expect(await tiers(workspace)).toEqual(['张三 A', '李四 B', '王五 C'])
  })

  test('rows keep their places while a weight is dragged and are sorted anew on release', async () => {
    const workspace = await imported()
    const byScore: SheetQuery = { ...all, sort: { column: '$score', descending: true } }
    const order = () => workspace.view('rows', { query: byScore, from: 0, to: 3 })
    const start = await order()
    const frequency = await criterionNamed(workspace, '购买频率')
    const value = await criterionNamed(workspace, '客户生命周期价值')
    const spend = await criterionNamed(workspace, '单次消费金额')
    await workspace.run({ kind: 'setWeight', criterion: value, weight: 0 })
    await workspace.run({ kind: 'setWeight', criterion: spend, weight: 0 })
    expect(await order()).toEqual([0, 1, 2]) // 12, 4, 2 a year
    await workspace.run({ kind: 'setWeight', criterion: spend, weight: 1, merge: 'drag' })
    await workspace.run({ kind: 'setWeight', criterion: frequency, weight: 0, merge: 'other drag' })
    expect(await order()).toEqual([0, 1, 2])
    await workspace.call('settle', null)
    expect(await order()).toEqual([1, 2, 0]) // 3000, 1000, 500 yuan
    expect(start).toHaveLength(3)
  })

  test('a tier set by hand beats the computed one, which is kept', async () => {
    const workspace = await imported()
    const { scheme } = await workspace.view('scheme', null)
    await workspace.run(override(2, scheme.tiers[0]?.id ?? ''))
    expect(await tiers(workspace)).toEqual(['张三 A', '李四 B', '王五 A'])
    expect(await tiers(workspace, { ...all, filters: ['overridden'] })).toEqual(['王五 A'])
    const reasons = { query: all, from: 1, to: 3, columns: ['$reason'], header: false }
    expect(await workspace.view('copy', reasons)).toBe('\r\n年度框架协议')
    const window = await workspace.view('window', { query: all, from: 2, to: 3 })
    expect([window.tiers, window.computedTiers]).toEqual([[0], [2]])
    await workspace.run(override(2, null))
    expect(await tiers(workspace)).toEqual(['张三 A', '李四 B', '王五 C'])
  })

  test('an override finds its customer whatever the customer number is read as', async () => {
    const text = ['客户编号,客户名称,金额', '8,甲,100', '约8,乙,50', '看情况,丙,0', ',丁,20'].join(
      '\n',
    )
    const workspace = await imported(text)
    const { scheme } = await workspace.view('scheme', null)
    const key = await columnNamed(workspace, '客户编号')
    for (const reading of ['code', 'number', 'category'] as const) {
      await workspace.run({
        kind: 'changeColumn',
        table: 'customers',
        column: key,
        role: 'key',
        reading,
      })
      for (const row of [0, 1, 2, 3]) {
        await workspace.run(override(row, scheme.tiers[1]?.id ?? ''))
        const names = await tiers(workspace, { ...all, filters: ['overridden'] })
        expect(names).toEqual([`${['甲', '乙', '丙', '丁'][row] ?? ''} B`])
        const view = await workspace.view('explain', { row, query: all })
        expect(view?.explanation.override?.reason).toBe('年度框架协议')
        const reasons = { query: all, from: row, to: row + 1, columns: ['$reason'], header: false }
        expect(await workspace.view('copy', reasons)).toBe('年度框架协议')
        const { issues } = await workspace.view('project', null)
        expect(issues.map(({ code }) => code)).not.toContain('override.unknownCustomer')
        await workspace.run(override(row, null))
      }
    }
  })

  test('a cell that is edited regrades its customer', async () => {
    const workspace = await imported()
    const column = await columnNamed(workspace, '购买频率')
    await workspace.run({
      kind: 'editCells',
      table: 'customers',
      origin: 'edit',
      cells: [{ row: 2, column, text: '看情况' }],
    })
    const { toCheck } = await workspace.view('summary', null)
    expect(toCheck).toBe(2) // 王五's cell could not be read; 张三's value is below a year's spend
    const view = await workspace.view('explain', { row: 2, query: all })
    expect(view?.issues.map(({ code }) => code)).toContain('column.unreadable')
    expect(view?.explanation.completeness).toBeLessThan(1)
  })
})
