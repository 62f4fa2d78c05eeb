import { describe, expect, test } from 'vitest'
import type { Workspace } from '../../src/engine/workspace.ts'
import type { Stability, Tiering } from '../../src/scheme/scheme.ts'
import { customersCsv } from '../bench/customers.ts'
import { compare, exported, imported } from '../office/compare.ts'
import { hasLibreOffice, recalculate, timeout } from '../office/libreoffice.ts'

const all: readonly Stability[] = [
  { id: 'buffer', points: 3.5 },
  { id: 'reviews', count: 2 },
  { id: 'minimumStay', days: 60, onlyDown: true },
  { id: 'oneStep' },
]

/** A list of 300, reviewed twice; then the weights change and half a year has passed. */
async function reviewed(tiering: Tiering, stability: readonly Stability[]): Promise<Workspace> {
  const workspace = await imported(customersCsv(300, 7))
  await workspace.run({ kind: 'setTiering', tiering })
  for (const set of stability) await workspace.run({ kind: 'setStability', id: set.id, set })
  const { criteria } = await workspace.view('scheme', null)
  const weigh = async (weights: readonly number[]) => {
    for (const [at, { criterion }] of criteria.entries())
      await workspace.run({
        kind: 'setWeight',
        criterion: criterion.id,
        weight: weights[at % weights.length] ?? 1,
      })
  }
  await workspace.run({ kind: 'setAsOf', asOf: '2026-11-21' })
  await workspace.call('settleReview', null)
  await workspace.run({ kind: 'setAsOf', asOf: '2026-12-21' })
  await weigh([5, 1, 1])
  await workspace.call('settleReview', null)
  await workspace.run({ kind: 'setAsOf', asOf: '2027-01-21' })
  await weigh([2, 6, 1])
  const { scheme } = await workspace.view('scheme', null)
  const { columns } = await workspace.view('sheet', { sort: null, filters: [], search: '' })
  const number = columns.find(({ type }) => type === 'number')
  await workspace.run({
    kind: 'addRule',
    rule: {
      enabled: true,
      conditions: [{ id: 'missing', column: number?.id ?? '', not: false }],
      effect: { id: 'cap', tier: scheme.tiers[2]?.id ?? '' },
    },
  })
  return workspace
}

const columnsOf = (sheet: readonly (readonly string[])[], names: readonly string[]) => {
  const heads = sheet[1] ?? []
  return sheet.slice(2).map((row) => names.map((name) => row[heads.indexOf(name)] ?? ''))
}

/** Fields of our CSV, none of which is quoted in these columns. */
async function csvColumns(workspace: Workspace, names: readonly string[]) {
  const file = await workspace.exportFile({
    exporter: 'csv',
    language: 'zh',
    fileName: 'x.csv',
    rows: 'all',
    query: null,
    options: { details: false, maskPhones: false, maskIdentities: true, guardFormulas: true },
  })
  const text = Buffer.concat(file.parts).toString('utf8').replace('\ufeff', '')
  const [head = [], ...rows] = text
    .trimEnd()
    .split('\r\n')
    .map((line) => line.match(/("([^"]|"")*"|[^,]*)(,|$)/g)?.map((f) => f.replace(/,$/, '')) ?? [])
  return rows.map((row) => names.map((name) => row[head.indexOf(name)] ?? ''))
}

const names = ['等级', '系统等级', '稳定后等级', '定级日期', '待定']

describe.skipIf(!hasLibreOffice)(
  'LibreOffice settles tiers as the app does (skipped where it is not installed)',
  () => {
    const tierings: readonly Tiering[] = [
      { id: 'cutoffs', cutoffs: [62, 58, 54] },
      { id: 'quota', cumulative: [1000, 3000, 6000, 10000] },
      { id: 'topN', cumulative: [50, 200, 600] },
      { id: 'naturalBreaks' },
    ]
    const sets: readonly (readonly [string, readonly Stability[]])[] = [
      ['all settings', all],
      ...all.map((one) => [one.id, [one]] as const),
    ]
    const cases = [
      ...tierings.map((tiering) => ({ tiering, what: 'all settings', stability: all })),
      ...sets
        .slice(1)
        .map(([what, stability]) => ({ tiering: tierings[0] as Tiering, what, stability })),
    ]
    test.concurrent.each(cases)('$tiering.id with $what', { timeout }, async (each) => {
      const workspace = await reviewed(each.tiering, each.stability)
      const { held } = await workspace.view('stability', null)
      expect(held.total).toBeGreaterThan(0)
      const sheet = await recalculate(await exported(workspace))
      const office = columnsOf(sheet, names)
      const app = await csvColumns(workspace, names)
      expect(app).toHaveLength(300)
      const wrong = app.flatMap((row, at) => {
        const other = office[at] ?? []
        return row.every((text, i) => text === other[i]) ? [] : [{ at, app: row, office: other }]
      })
      expect(wrong.slice(0, 5)).toEqual([])
      if (each.stability.some(({ id }) => id === 'reviews'))
        expect(app.some((row) => /^[A-D]×\d$/.test(row[4] ?? ''))).toBe(true)
      await compare(workspace, sheet) // score and final tier
    })
  },
)

test('an export is the next review’s reference: workbook and CSV give what was settled', async () => {
  const workspace = await reviewed({ id: 'cutoffs', cutoffs: [70, 55, 40] }, all)
  const book = await exported(workspace)
  const own = await csvColumns(workspace, names)
  const file = new File([new Uint8Array(book)], '一月.xlsx')
  await workspace.call('settleReview', null)
  await workspace.run({ kind: 'setAsOf', asOf: '2027-02-21' })
  const expected = await csvColumns(workspace, names)
  expect(expected).not.toEqual(own)
  await workspace.call('removeReference', null)
  expect(await csvColumns(workspace, names)).not.toEqual(expected)

  const { session } = await workspace.call('planImport', {
    source: { kind: 'file', file, name: '一月.xlsx' },
    choices: {},
  })
  const preview = await workspace.call('previewReference', { session, choice: null })
  expect(preview).toMatchObject({ matched: 300, fresh: 0, absent: 0, undated: 0 })
  const named = (id: string | null) => preview.columns.find((column) => column.id === id)?.name
  expect([named(preview.choice.tier), named(preview.choice.since)]).toEqual([
    '稳定后等级',
    '定级日期',
  ])
  await workspace.call('loadReference', { session, choice: preview.choice })
  expect(await csvColumns(workspace, names)).toEqual(expected)
})
