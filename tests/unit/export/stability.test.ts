import { expect, test } from 'vitest'
import { openWorkspace } from '../../../src/engine/workspace.ts'
import type { Workspace } from '../../../src/engine/workspace.ts'

const known = '客户编号,名称,分数,等级\nk0,甲,10,A\nk1,乙,90,A'
const text = `${known}\nk2,丙,50,`

async function opened(list = text): Promise<Workspace> {
  const workspace = openWorkspace({ today: () => '2026-11-21' })
  await workspace.importFile({ kind: 'text', text: list, name: '客户.csv' })
  const { criteria } = await workspace.view('scheme', null)
  for (const { criterion } of criteria)
    await workspace.run({
      kind: 'setCriterion',
      criterion: criterion.id,
      set: { scoring: { id: 'linear', worst: 0, best: 100 } },
    })
  await workspace.run({ kind: 'setTiering', tiering: { id: 'cutoffs', cutoffs: [80, 60, 40] } })
  return workspace
}

async function written(workspace: Workspace, exporter: 'csv' | 'workbook'): Promise<Buffer> {
  const file = await workspace.exportFile({
    exporter,
    language: 'zh',
    fileName: 'x',
    rows: 'all',
    query: null,
    options: { details: false, maskPhones: false, maskIdentities: true, guardFormulas: true },
  })
  return Buffer.concat(file.parts)
}

async function csvOf(workspace: Workspace): Promise<readonly Readonly<Record<string, string>>[]> {
  const lines = (await written(workspace, 'csv')).toString('utf8').replace('\ufeff', '')
  const [head = '', ...rows] = lines.trimEnd().split('\r\n')
  const names = head.split(',')
  return rows.map((row) => {
    const cells = row.split(',')
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']))
  })
}

/** Texts of the first sheet's cells, formulas with their present values. */
async function bookTexts(workspace: Workspace): Promise<readonly string[]> {
  const { strFromU8, unzipSync } = await import('fflate')
  const files = unzipSync(new Uint8Array(await written(workspace, 'workbook')))
  const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  return [...sheet.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, one]) => one ?? '')
}

const override = (expires: string | null, row = 0) =>
  ({
    kind: 'override',
    rows: [row],
    tier: 't_b',
    reason: '战略客户',
    by: '王',
    at: '2026-11-01T00:00:00Z',
    expires,
  }) as const

test('without stability settings files have no columns of it', async () => {
  const [first] = await csvOf(await opened())
  expect(Object.keys(first ?? {})).not.toContain('稳定后等级')
})

test('computed, settled and final tier, since when, and what is pending', async () => {
  const workspace = await opened()
  await workspace.run({ kind: 'setStability', id: 'oneStep', set: { id: 'oneStep' } })
  await workspace.run({ kind: 'setStability', id: 'reviews', set: { id: 'reviews', count: 2 } })
  const { choice } = await workspace.call('previewReference', { session: null, choice: null })
  await workspace.call('loadReference', { session: null, choice: { ...choice, day: '2026-10-01' } })
  await workspace.run(override(null, 1))
  const rows = await csvOf(workspace)
  const shown = rows.map((row) =>
    ['系统等级', '稳定后等级', '定级日期', '待定', '评定日期', '调级原因'].map((name) => row[name]),
  )
  expect(shown).toEqual([
    ['D', 'A', '2026-10-01', 'D×1', '2026-11-21', ''],
    ['A', 'A', '2026-10-01', '', '2026-11-21', '战略客户'],
    ['C', 'C', '2026-11-21', '', '2026-11-21', ''], // new: in its tier from this review on
  ])
})

test.each([
  ['csv', 'x.csv'],
  ['workbook', 'x.xlsx'],
] as const)(
  'a review that is loaded from its own %s counts once on its day',
  async (kind, name) => {
    const first = await opened(known)
    await first.run({ kind: 'setStability', id: 'reviews', set: { id: 'reviews', count: 2 } })
    const { choice } = await first.call('previewReference', { session: null, choice: null })
    await first.call('loadReference', { session: null, choice: { ...choice, day: '2026-10-01' } })
    const file = new File([new Uint8Array(await written(first, kind))], name)

    const next = await opened('客户编号,名称,分数\nk0,甲,10\nk1,乙,90')
    await next.run({ kind: 'setStability', id: 'reviews', set: { id: 'reviews', count: 2 } })
    const source = { kind: 'file', file, name } as const
    const { session } = await next.call('planImport', { source, choices: {} })
    const preview = await next.call('previewReference', { session, choice: null })
    await next.call('loadReference', { session, choice: preview.choice })
    const states = async () =>
      (await csvOf(next)).map((row) => ['稳定后等级', '定级日期', '待定'].map((name) => row[name]))
    expect(await states()).toEqual([
      ['A', '2026-10-01', 'D×1'],
      ['A', '2026-10-01', ''],
    ])
    await next.run({ kind: 'setAsOf', asOf: '2026-12-21' })
    expect(await states()).toEqual([
      ['D', '2026-12-21', ''],
      ['A', '2026-10-01', ''],
    ])
  },
)

test('a tier by hand that has ended is written as such, in CSV and workbook alike', async () => {
  const workspace = await opened()
  await workspace.run(override('2026-11-20'))
  const said = '（已过期 2026-11-20）战略客户'
  const [first] = await csvOf(workspace)
  expect(first?.['调级原因']).toBe(said)
  expect(await bookTexts(workspace)).toContain(said)
  await workspace.run({ kind: 'setAsOf', asOf: '2026-11-20' }) // its last day
  expect((await csvOf(workspace))[0]?.['调级原因']).toBe('战略客户')
  const texts = await bookTexts(workspace)
  expect(texts).toContain('战略客户')
  expect(texts).not.toContain(said)
})

test('one whose tier was removed says so in both', async () => {
  const workspace = await opened()
  await workspace.run(override(null))
  await workspace.run({ kind: 'removeTier', tier: 't_b' })
  const said = '（等级已删去）战略客户'
  expect((await csvOf(workspace))[0]?.['调级原因']).toBe(said)
  expect(await bookTexts(workspace)).toContain(said)
})
