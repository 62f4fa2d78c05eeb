import { describe, expect, test } from 'vitest'
import type { Workspace } from '../../src/engine/workspace.ts'
import type { Command } from '../../src/project/command.ts'
import type { AggregationId, Axis, Tiering } from '../../src/scheme/scheme.ts'
import { customersCsv } from '../bench/customers.ts'
import { compare, imported } from '../office/compare.ts'
import { hasLibreOffice, timeout } from '../office/libreoffice.ts'

const list = customersCsv(700, 11)
const names = ['行为', '贡献', '忠诚度', '互动']

describe.skipIf(!hasLibreOffice)(
  'LibreOffice recalculates workbooks of schemes with groups (skipped where it is not installed)',
  { timeout, concurrent: true },
  () => {
    test.each<AggregationId>(['weightedSum', 'weightedProduct', 'topsis'])(
      'criteria in groups, %s',
      async (id) => {
        const workspace = await grouped()
        await workspace.run({ kind: 'setAggregation', aggregation: { id } })
        await compare(workspace)
      },
    )

    test('groups with caps, and points of rules on top', async () => {
      const workspace = await grouped()
      const { scheme } = await workspace.view('scheme', null)
      for (const [at, { id }] of (scheme.groups ?? []).entries())
        await workspace.run({ kind: 'setGroup', group: id, set: { cap: 3 + 4 * at } })
      const column = await columnOf(workspace, '地区')
      await workspace.run({
        kind: 'addRule',
        rule: {
          enabled: true,
          conditions: [{ id: 'missing', column: column.id, not: true }],
          effect: { id: 'bonus', points: 3.5 },
        },
      })
      const before = (await workspace.view('summary', null)).totals.scoreMean
      await compare(workspace)
      const [first] = scheme.groups ?? []
      await workspace.run({ kind: 'setGroup', group: first?.id ?? '', set: { cap: null } })
      expect((await workspace.view('summary', null)).totals.scoreMean).toBeGreaterThan(before)
    })

    test.each(['ungraded', 'fixed', 'median'] as const)('groups, missing ones: %s', async (id) => {
      const workspace = await grouped()
      const { criteria } = await workspace.view('scheme', null)
      for (const { criterion } of criteria.slice(0, 2))
        await workspace.run({
          kind: 'setCriterion',
          criterion: criterion.id,
          set: { missing: id === 'fixed' ? { id, utility: 0.25 } : { id } },
        })
      await compare(workspace)
    })

    test('a matrix of two groups', async () => {
      const workspace = await grouped()
      await workspace.run({ kind: 'chooseTiering', method: 'matrix' })
      const { totals } = await workspace.view('summary', null)
      expect(totals.tiers.filter(({ count }) => count > 0).length).toBeGreaterThan(2)
      await compare(workspace)
    })

    test('a matrix of a column of dates, the fewer days the better, and one of numbers', async () => {
      const workspace = await imported(list)
      const date = await columnOf(workspace, '最近购买日期')
      await workspace.run({ kind: 'chooseTiering', method: 'matrix' })
      const { scheme } = await workspace.view('scheme', null)
      const { tiering } = scheme
      if (tiering.id !== 'matrix') throw new Error('a matrix was chosen')
      const days: Axis = { of: 'column', column: date.id, better: 'lower', cutoffs: [90, 400] }
      const cells = tiering.cells.slice(0, 3).map((row) => row.slice(0, 3))
      const axes = [days, { ...tiering.axes[1], cutoffs: tiering.axes[1].cutoffs.slice(0, 2) }]
      const [down = days, across = days] = axes
      await workspace.run({
        kind: 'setTiering',
        tiering: { ...tiering, axes: [down, across], cells },
      })
      await compare(workspace)
    })

    test.each<Tiering>([
      { id: 'quota', cumulative: [1000, 3333, 6500, 10_000] },
      { id: 'topN', cumulative: [5, 20, 41] },
      { id: 'valueShare', column: null, cumulative: [7000, 9000, 9700, 10_000] },
      { id: 'naturalBreaks' },
      { id: 'cutoffs', cutoffs: [70, 50, 30] },
    ])('tiers within each region: $id', async (tiering) => {
      const workspace = await imported(list)
      const region = await columnOf(workspace, '地区')
      for (const command of [
        { kind: 'setTiering', tiering },
        { kind: 'setWithin', column: region.id },
      ] as const satisfies readonly Command[])
        await workspace.run(command)
      await compare(workspace)
    })
  },
)

async function grouped(): Promise<Workspace> {
  const workspace = await imported(list)
  await workspace.run({ kind: 'useGroups', names })
  const { scheme } = await workspace.view('scheme', null)
  const used = new Set(scheme.criteria.map(({ group }) => group))
  expect(used.size).toBeGreaterThan(1)
  // other weights than those that leave the scores alone
  for (const [at, { id }] of (scheme.groups ?? []).entries())
    await workspace.run({ kind: 'setGroup', group: id, set: { weight: 10 + 13 * at } })
  return workspace
}

async function columnOf(workspace: Workspace, name: string) {
  const { columns } = await workspace.view('sheet', { sort: null, filters: [], search: '' })
  return columns.find((column) => column.name === name) ?? expect.fail(`the list has ${name}`)
}
