import { describe, expect, test } from 'vitest'
import { customersCsv } from '../../bench/customers.ts'
import type { Command } from '../../../src/project/command.ts'
import type { Aggregation, Tiering } from '../../../src/scheme/scheme.ts'
import { all, columnNamed, criterionNamed, imported, override, tiers } from './graded.ts'

const tierings: readonly Tiering[] = [
  { id: 'cutoffs', cutoffs: [60, 40, 20] },
  { id: 'quota', cumulative: [1000, 3000, 6000, 10_000] },
  { id: 'topN', cumulative: [5, 20, 50] },
  { id: 'valueShare', column: null, cumulative: [8000, 9000, 9500, 10_000] },
  { id: 'naturalBreaks' },
]
const aggregations: readonly Aggregation[] = [
  { id: 'weightedSum' },
  { id: 'weightedProduct' },
  { id: 'topsis' },
]
const methods = tierings.flatMap((tiering) =>
  aggregations.map((aggregation) => ({ tiering, aggregation })),
)

describe('every view answers', () => {
  test.each(methods)('with tiers by $tiering.id and $aggregation.id', async (set) => {
    const workspace = await imported(customersCsv(120, 3))
    const { scheme } = await workspace.view('scheme', null)
    const number = (await workspace.view('sheet', all)).columns.find(
      ({ type }) => type === 'number',
    )
    const commands: Command[] = [
      { kind: 'setTiering', tiering: set.tiering },
      { kind: 'setAggregation', aggregation: set.aggregation },
      {
        kind: 'addRule',
        rule: {
          enabled: true,
          conditions: [{ id: 'missing', column: number?.id ?? '', not: true }],
          effect: { id: 'cap', tier: scheme.tiers[1]?.id ?? '' },
        },
      },
      override(0, scheme.tiers[0]?.id ?? ''),
    ]
    for (const command of commands) await workspace.run(command)
    const summary = await workspace.view('summary', null)
    expect(summary.totals.tiers.reduce((sum, { count }) => sum + count, 0)).toBe(120)
    expect(summary.totals.ruleHits[0]).toBeGreaterThan(0)
    const lines = set.tiering.id === 'valueShare' ? 0 : scheme.tiers.length - 1
    expect(summary.cutoffs).toHaveLength(lines)
    expect((await workspace.view('insights', { by: null })).cutoffs).toHaveLength(lines)
    expect((await workspace.view('movement', { against: 'kept' })).matrix.flat()).not.toEqual([])
    const near = await workspace.view('sheet', { ...all, filters: ['near'] })
    expect(near.rowCount).toBe(summary.totals.near)
    const {
      byHand,
      tiers: final,
      computedTiers,
    } = await workspace.view('window', {
      query: all,
      from: 0,
      to: 120,
    })
    expect(byHand.indexOf(true)).toBe(0)
    expect(byHand.filter(Boolean)).toHaveLength(1)
    for (let row = 1; row < 120; row++)
      if (final[row] !== computedTiers[row]) expect(final[row]).toBe(1)
    for (const row of [0, 1, 60, 119]) {
      const view = await workspace.view('explain', { row, query: all })
      expect(view?.explanation.hits.length).toBeGreaterThanOrEqual(0)
      if (lines === 0) expect(view?.explanation.toNext).toBeNull()
    }
    for (const exporter of ['workbook', 'csv'] as const) {
      const file = await workspace.exportFile({
        exporter,
        language: 'en',
        fileName: 'x',
        rows: 'view',
        query: { ...all, filters: ['near'] },
        options: { details: true, maskPhones: false, maskIdentities: true, guardFormulas: true },
      })
      expect(file.rows).toBe(near.rowCount)
    }
  })
})

describe('natural breaks', () => {
  test('keep their cut-offs while a weight is dragged and are drawn anew on release', async () => {
    const workspace = await imported(customersCsv(200, 5))
    await workspace.run({ kind: 'chooseTiering', method: 'naturalBreaks' })
    const [first] = (await workspace.view('scheme', null)).criteria
    const criterion = first?.criterion.id ?? ''
    const cutoffs = async () => (await workspace.view('summary', null)).cutoffs
    const before = await cutoffs()
    for (const weight of [1, 2, 300])
      await workspace.run({ kind: 'setWeight', criterion, weight, merge: 'drag' })
    expect(await cutoffs()).toEqual(before)
    await workspace.call('settle', null)
    const after = await cutoffs()
    expect(after).not.toEqual(before)
    // the same scheme without a drag gives the same lines
    await workspace.call('undo', null)
    expect(await cutoffs()).toEqual(before)
    await workspace.run({ kind: 'setWeight', criterion, weight: 300 })
    expect(await cutoffs()).toEqual(after)
  })
})

describe('rules', () => {
  test('cap a tier, say how many they hit, and each step can be undone', async () => {
    const workspace = await imported()
    expect(await tiers(workspace)).toEqual(['张三 A', '李四 B', '王五 C'])
    const { scheme } = await workspace.view('scheme', null)
    const column = await columnNamed(workspace, '购买频率')
    const [, second = expect.fail(), third = expect.fail()] = scheme.tiers
    await workspace.run({
      kind: 'addRule',
      rule: {
        enabled: true,
        conditions: [{ id: 'compare', column, operator: '>=', value: 4 }],
        effect: { id: 'cap', tier: second.id },
      },
    })
    expect(await tiers(workspace)).toEqual(['张三 B', '李四 B', '王五 C'])
    expect((await workspace.view('summary', null)).totals.ruleHits).toEqual([2])
    const rules = (await workspace.view('scheme', null)).scheme.rules ?? []
    const rule = rules[0]?.id ?? ''
    await workspace.run({ kind: 'setRule', rule, set: { effect: { id: 'cap', tier: third.id } } })
    expect(await tiers(workspace)).toEqual(['张三 C', '李四 C', '王五 C'])
    await workspace.run({ kind: 'setRule', rule, set: { enabled: false } })
    expect(await tiers(workspace)).toEqual(['张三 A', '李四 B', '王五 C'])
    await workspace.run({ kind: 'removeRule', rule })
    expect((await workspace.view('scheme', null)).scheme).toEqual(scheme) // as one that never had any
    for (let step = 0; step < 3; step++) await workspace.call('undo', null)
    expect(await tiers(workspace)).toEqual(['张三 B', '李四 B', '王五 C'])
    expect(await workspace.view('project', null)).toMatchObject({
      undo: 'addRule',
      redo: 'setRule',
    })
  })

  test('points stand as a line of their own, and so does what clamping takes', async () => {
    const workspace = await imported()
    const column = await columnNamed(workspace, '购买频率')
    await workspace.run({
      kind: 'addRule',
      rule: {
        enabled: true,
        conditions: [{ id: 'compare', column, operator: '>=', value: 12 }],
        effect: { id: 'bonus', points: 50 },
      },
    })
    const view = await workspace.view('explain', { row: 0, query: all })
    // 张三 had 62.1 (60 + 0 + 20·3/28): 112.1 is clamped to 100
    expect(view?.explanation.score).toBe(100)
    expect(view?.explanation.extras).toMatchObject([
      { kind: 'bonus', shownPoints: 50 },
      { kind: 'clamp', shownPoints: -12.1 },
    ])
    expect((await workspace.view('explain', { row: 1, query: all }))?.explanation.extras).toEqual(
      [],
    )
  })

  test('that cannot be are refused: without a condition, of a wrong question, of an unknown tier', async () => {
    const workspace = await imported()
    const column = await columnNamed(workspace, '客户名称')
    const condition = { id: 'compare', column, operator: '>', value: 1 } as const
    const missing = { id: 'missing', column, not: false } as const
    const add = (rule: Omit<Extract<Command, { kind: 'addRule' }>['rule'], 'enabled'>) =>
      workspace.run({ kind: 'addRule', rule: { enabled: true, ...rule } })
    const refused = { code: 'command.invalid' }
    await expect(add({ conditions: [], effect: { id: 'veto' } })).rejects.toMatchObject(refused)
    await expect(add({ conditions: [condition], effect: { id: 'veto' } })).rejects.toMatchObject(
      refused,
    )
    await expect(
      add({ conditions: [missing], effect: { id: 'cap', tier: 'z' } }),
    ).rejects.toMatchObject(refused)
    await expect(
      add({ conditions: [missing], effect: { id: 'bonus', points: 101 } }),
    ).rejects.toMatchObject(refused)
    expect((await workspace.view('scheme', null)).scheme.rules).toBeUndefined()
  })

  test('a tier that goes leaves its rule at rest, and undo wakes it', async () => {
    const workspace = await imported()
    const criterion = await criterionNamed(workspace, '购买频率')
    const column = await columnNamed(workspace, '购买频率')
    const { tiers: list } = (await workspace.view('scheme', null)).scheme
    const top = list[0]?.id ?? ''
    await workspace.run({ kind: 'setWeight', criterion, weight: 60 })
    await workspace.run({
      kind: 'addRule',
      rule: {
        enabled: true,
        conditions: [{ id: 'compare', column, operator: '<', value: 4 }],
        effect: { id: 'floor', tier: top },
      },
    })
    expect((await tiers(workspace))[2]).toBe('王五 A')
    await workspace.run({ kind: 'removeTier', tier: top })
    const { issues, totals } = await workspace.view('summary', null)
    expect(issues.map(({ code }) => code)).toContain('rule.tierGone')
    expect(totals.ruleHits).toEqual([0])
    await workspace.call('undo', null)
    expect((await tiers(workspace))[2]).toBe('王五 A')
  })
})
