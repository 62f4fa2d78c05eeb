import { describe, expect, test } from 'vitest'
import { openWorkspace } from '../../../src/engine/workspace.ts'
import type { Workspace } from '../../../src/engine/workspace.ts'
import { all } from './graded.ts'

const file = (name: string, text: string) => ({
  kind: 'file' as const,
  name,
  file: new Blob([text]),
})

/** Two customers of each kind, so that tiers differ; A buys monthly, B once long ago. */
const orders = [
  '订单号,客户编号,下单时间,金额',
  ...['01', '02', '03', '04', '05', '06'].map((month, at) => `${at + 1},A,2024-${month}-10,100`),
  '7,B,2023-01-01,5',
  '8,C,2024-06-01,50',
].join('\n')
const answers = [
  '答卷编号,客户编号,提交时间,NPS,满意度',
  '1,A,2024-05-01,9,5',
  '2,A,2024-06-01,10,4',
  '3,B,2024-06-01,3,2',
  '4,C,2024-06-02,8,4',
].join('\n')

async function opened(): Promise<Workspace> {
  const workspace = openWorkspace({ today: () => '2024-07-01' })
  await workspace.importFile(file('订单.csv', orders))
  return workspace
}

async function factsOf(workspace: Workspace, id: 'lifecycle' | 'churn') {
  const view = await workspace.view('model', { id })
  return view?.id === id ? view.facts : null
}

describe('lifecycle and churn of a project', () => {
  test('the limits that are set for the lifecycle are those of churn', async () => {
    const workspace = await opened()
    await workspace.run({
      kind: 'setModel',
      model: 'lifecycle',
      set: { settings: { dormantDays: 15, lostDays: 25 } },
    })
    const risk = (await factsOf(workspace, 'churn')) as {
      risk: { lost: number; limits: object }
    } | null
    expect(risk?.risk.limits).toMatchObject({ dormantDays: 15, lostDays: 25 })
    expect(risk?.risk.lost).toBe(2) // B and C (30 days); A bought 21 days ago
    await workspace.call('undo', null)
    const before = (await factsOf(workspace, 'churn')) as typeof risk
    expect(before?.risk.lost).toBe(1)
  })
  test('stages are words of the sheet that can be filtered by', async () => {
    const workspace = await opened()
    const query = {
      ...all,
      columns: [
        { column: 'lifecycle.stage', kind: 'values' as const, values: ['流失客户'], except: false },
      ],
    }
    expect((await workspace.view('sheet', query)).rowCount).toBe(1)
  })
})

test('answers by tier: each customer counts once, with the latest answer, and tiers add up', async () => {
  const workspace = await opened()
  await workspace.importFile(file('问卷.csv', answers))
  const groups = await workspace.view('byTier', { column: 'survey.group', scale: null })
  const satisfied = await workspace.view('byTier', {
    column: 'survey.csat',
    scale: { least: 1, most: 5, from: 4 },
  })
  const sum = (of: readonly number[]) => of.reduce((total, count) => total + count, 0)
  // A promoter (10), C passive (8), B detractor (3), though the column is not in the table
  expect([0, 1, 2].map((at) => sum(groups?.map(({ counts }) => counts[at] ?? 0) ?? []))).toEqual([
    1, 1, 1,
  ])
  expect(sum(groups?.map(({ filled }) => filled) ?? [])).toBe(3)
  expect(sum(satisfied?.map(({ reached }) => reached) ?? [])).toBe(2)
  expect(sum(satisfied?.map(({ filled }) => filled) ?? [])).toBe(3)
  expect(await workspace.view('byTier', { column: 'nothing', scale: null })).toBeNull()
})

test('money by tier: a figure that is not in the table adds up to the orders', async () => {
  const workspace = await opened()
  const history = await workspace.view('byTier', { column: 'value.history', scale: null })
  // by hand: A 6 × 100, B 5, C 50
  expect(history?.map(({ sum }) => sum).filter((sum) => sum > 0)).toEqual(
    expect.arrayContaining([600]),
  )
  expect(history?.reduce((total, { sum }) => total + sum, 0)).toBe(655)
  const best = history?.find(({ sum }) => sum === 600)
  expect(best?.filled).toBe(1)
})
