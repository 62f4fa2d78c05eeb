import { describe, expect, test } from 'vitest'
import { openWorkspace, type Workspace } from '../../../src/engine/workspace.ts'
import type { ReferenceChoice } from '../../../src/engine/reference/loading.ts'
import { memoryStore } from '../../../src/storage/memory.ts'

/** Five customers, scored by one number from 0 to 100; tiers A ≥ 80, B ≥ 60, C ≥ 40, D. */
const list = (scores: readonly number[], more = '') =>
  [
    '客户编号,客户名称,分数' + (more && ',等级'),
    ...scores.map((score, at) => `k${at},甲${at},${score}` + (more && `,${more[at]}`)),
  ].join('\n')

async function opened(text: string, store = memoryStore()): Promise<Workspace> {
  const workspace = openWorkspace({ today: () => '2026-01-31', store })
  await workspace.importFile({ kind: 'text', text, name: '客户.csv' })
  const { scheme } = await workspace.view('scheme', null)
  const [column] = (await workspace.view('columns', { table: 'customers' })).filter(
    ({ name }) => name === '分数',
  )
  for (const { id } of scheme.criteria)
    await workspace.run({ kind: 'removeCriterion', criterion: id })
  await workspace.run({ kind: 'addCriterion', column: column?.id ?? '' })
  const [made] = (await workspace.view('scheme', null)).scheme.criteria
  await workspace.run({
    kind: 'setCriterion',
    criterion: made?.id ?? '',
    set: { scoring: { id: 'linear', worst: 0, best: 100 } },
  })
  await workspace.run({
    kind: 'setTiering',
    tiering: { id: 'cutoffs', cutoffs: [80, 60, 40] },
  })
  return workspace
}

const query = { sort: null, filters: [], search: '' }
async function tiersOf(workspace: Workspace): Promise<string> {
  const { tiers } = await workspace.view('window', { query, from: 0, to: 100 })
  return tiers.map((tier) => 'ABCD'[tier] ?? '-').join('')
}

async function newScores(workspace: Workspace, asOf: string, scores: readonly number[]) {
  const [column] = (await workspace.view('columns', { table: 'customers' })).filter(
    ({ name }) => name === '分数',
  )
  await workspace.run({ kind: 'setAsOf', asOf })
  await workspace.run({
    kind: 'editCells',
    table: 'customers',
    origin: 'edit',
    cells: scores.map((score, row) => ({ row, column: column?.id ?? '', text: String(score) })),
  })
}

test('reviews month by month, counted by hand: two in a row, a buffer of 2, one step at a time', async () => {
  const workspace = await opened(list([85, 70, 50, 20, 79]))
  await workspace.run({ kind: 'setStability', id: 'buffer', set: { id: 'buffer', points: 2 } })
  await workspace.run({ kind: 'setStability', id: 'reviews', set: { id: 'reviews', count: 2 } })
  await workspace.run({ kind: 'setStability', id: 'oneStep', set: { id: 'oneStep' } })
  expect(await tiersOf(workspace)).toBe('ABCDB') // nothing to compare with: as computed
  const months: readonly (readonly [string, readonly number[], string])[] = [
    ['2026-01-31', [85, 70, 50, 20, 79], 'ABCDB'], // everybody is new
    // k0 falls (1st), k1 within 2 of A, k2 rises (1st), k3 to A by score (1st), k4 below B − 2 (1st)
    ['2026-02-28', [70, 81, 65, 90, 57], 'ABCDB'],
    // k0 2nd → B; k2 61 is above B by 1 only: stays, and its count ends; k3 2nd → one step: C; k4 58 is not below 58: ends
    ['2026-03-31', [70, 81, 61, 90, 58], 'BBCCB'],
    // k2 rises again from 1; k3 began anew after its move (1st); k4 falls (1st)
    ['2026-04-30', [70, 81, 65, 90, 10], 'BBCCB'],
    // k2 2nd → B; k3 2nd → B; k4 2nd → one step: C
    ['2026-05-31', [70, 81, 65, 90, 10], 'BBBBC'],
  ]
  for (const [asOf, scores, expected] of months) {
    await newScores(workspace, asOf, scores)
    expect([asOf, await tiersOf(workspace)]).toEqual([asOf, expected])
    await workspace.call('settleReview', null)
    expect([asOf, await tiersOf(workspace)]).toEqual([asOf, expected]) // settling is no second review
    await workspace.call('settleReview', null)
    expect([asOf, await tiersOf(workspace)]).toEqual([asOf, expected])
  }
  const { reference } = await workspace.view('stability', null)
  expect(reference).toEqual({
    origin: 'settled',
    name: '',
    reviewed: '2026-05-31',
    settledToday: true,
    matched: 5,
    fresh: 0,
    absent: 0,
  })
})

test('a review may be settled again on its day, after a change of the scheme; and is undone as one step', async () => {
  const workspace = await opened(list([85, 70]))
  await workspace.run({ kind: 'setStability', id: 'oneStep', set: { id: 'oneStep' } })
  await workspace.call('settleReview', null)
  await newScores(workspace, '2026-02-28', [10, 70])
  expect(await tiersOf(workspace)).toBe('BB') // A → D by score, one step
  await workspace.call('settleReview', null)
  // a mistake in the list is mended on the same day: judged against January, not against what was settled today
  await newScores(workspace, '2026-02-28', [90, 70])
  expect(await tiersOf(workspace)).toBe('AB')
  await workspace.call('settleReview', null)
  expect(await tiersOf(workspace)).toBe('AB')
  expect((await workspace.view('stability', null)).reference?.reviewed).toBe('2026-02-28')
  await workspace.call('undo', null) // settled again
  await workspace.call('undo', null) // the cells
  expect(await tiersOf(workspace)).toBe('BB')
})

describe('earlier tiers from a column of the list', () => {
  const choice = async (workspace: Workspace, set: Partial<ReferenceChoice> = {}) => {
    const { choice: found } = await workspace.call('previewReference', {
      session: null,
      choice: null,
    })
    return { ...found, ...set }
  }

  test('words are matched to tiers; one that means none leaves its customers new, or is told', async () => {
    const text = '客户编号,分数,等级\nk0,10,Ａ级\nk1,10,a\nk2,10,金牌\nk3,10,\nk4,90,D'
    const workspace = await opened(text)
    await workspace.run({ kind: 'setStability', id: 'oneStep', set: { id: 'oneStep' } })
    const preview = await workspace.call('previewReference', { session: null, choice: null })
    expect(preview).toMatchObject({ matched: 3, fresh: 2, absent: 0, undated: 3 })
    expect(preview.words).toContainEqual({ text: '金牌', count: 1, tier: null })
    await workspace.call('loadReference', { session: null, choice: await choice(workspace) })
    expect(await tiersOf(workspace)).toBe('BBDDC')
    const [first] = (await workspace.view('scheme', null)).scheme.tiers
    await workspace.call('loadReference', {
      session: null,
      choice: await choice(workspace, { words: [['金牌', first?.id ?? '']] }),
    })
    expect(await tiersOf(workspace)).toBe('BBBDC')
    expect(await workspace.view('stability', null)).toMatchObject({
      reference: { origin: 'column', name: '等级', matched: 4, fresh: 1, reviewed: null },
      held: { total: 4, by: [{ id: 'oneStep', count: 4 }] },
    })
    await workspace.call('removeReference', null)
    expect(await tiersOf(workspace)).toBe('DDDDA')
    expect((await workspace.view('stability', null)).reference).toBeNull()
  })

  test('a day asked once holds the stay', async () => {
    const workspace = await opened('客户编号,分数,等级\nk0,10,A\nk1,70,B')
    await workspace.run({
      kind: 'setStability',
      id: 'minimumStay',
      set: { id: 'minimumStay', days: 60, onlyDown: true },
    })
    const day = '2026-01-01'
    await workspace.call('loadReference', {
      session: null,
      choice: await choice(workspace, { day }),
    })
    expect(await tiersOf(workspace)).toBe('AB')
    await workspace.run({ kind: 'setAsOf', asOf: '2026-03-02' }) // 60 days
    expect(await tiersOf(workspace)).toBe('DB')
  })

  test('a list without any such column says so', async () => {
    const workspace = await opened(list([1, 2]))
    await expect(
      workspace.call('previewReference', { session: null, choice: null }),
    ).rejects.toMatchObject({ code: 'reference.noTiers' })
  })
})

describe('earlier tiers from a file', () => {
  const planned = async (workspace: Workspace, text: string, name = '上月.csv') =>
    (
      await workspace.call('planImport', {
        source: { kind: 'text', text, name },
        choices: {},
      })
    ).session

  test('joined by customer number; who is not on the list, and who is new, are counted', async () => {
    const workspace = await opened(list([10, 70, 90]))
    await workspace.run({ kind: 'setStability', id: 'oneStep', set: { id: 'oneStep' } })
    const session = await planned(
      workspace,
      '编号,名称,得分,等级,系统等级\nK1,甲1,1,C,C\nk9,没有,1,A,A\nK0,甲0,1,C,A',
    )
    const preview = await workspace.call('previewReference', { session, choice: null })
    expect(preview).toMatchObject({ matched: 2, fresh: 1, absent: 1 })
    const tierName = preview.columns.find(({ id }) => id === preview.choice.tier)?.name
    expect(tierName).toBe('系统等级') // before 等级, which may be set by hand
    await workspace.call('loadReference', { session, choice: preview.choice })
    expect(await tiersOf(workspace)).toBe('BBA')
    expect((await workspace.view('stability', null)).reference).toMatchObject({
      origin: 'file',
      name: '上月.csv',
      absent: 0,
      matched: 2,
    })
    await expect(
      workspace.call('previewReference', { session, choice: null }),
    ).rejects.toMatchObject({ code: 'job.cancelled' }) // the session is over
  })

  test('a file of other customers, or without names, is refused and changes nothing', async () => {
    const workspace = await opened(list([10, 70]))
    const others = await planned(workspace, '客户编号,等级\nx1,A\nx2,B')
    await expect(
      workspace.call('previewReference', { session: others, choice: null }),
    ).rejects.toMatchObject({ code: 'reference.nobody' })
    expect((await workspace.view('stability', null)).reference).toBeNull()
    expect((await workspace.view('project', null)).undo).not.toBe('loadReference')
  })
})

test('a customer number typed anew takes its earlier tier along, and undo gives it back', async () => {
  const workspace = await opened(list([85, 70]))
  await workspace.run({ kind: 'setStability', id: 'oneStep', set: { id: 'oneStep' } })
  await workspace.call('settleReview', null)
  await newScores(workspace, '2026-02-28', [10, 70])
  const [key] = await workspace.view('columns', { table: 'customers' })
  await workspace.run({
    kind: 'editCells',
    table: 'customers',
    origin: 'edit',
    cells: [{ row: 0, column: key?.id ?? '', text: 'neu' }],
  })
  expect(await tiersOf(workspace)).toBe('BB')
  await workspace.call('undo', null)
  expect(await tiersOf(workspace)).toBe('BB')
})

test('is stored with the project, opened again and copied', async () => {
  const store = memoryStore()
  const workspace = await opened(list([85, 70]), store)
  await workspace.run({ kind: 'setStability', id: 'oneStep', set: { id: 'oneStep' } })
  await workspace.call('settleReview', null)
  await newScores(workspace, '2026-02-28', [10, 70])
  const { id } = await workspace.view('project', null)
  const copy = await workspace.call('duplicateProject', { id, name: '副本' })
  for (const one of [id, copy]) {
    await workspace.call('closeProject', null)
    await workspace.call('openProject', { id: one })
    expect(await tiersOf(workspace)).toBe('BB')
    expect((await workspace.view('project', null)).tables).toEqual([
      { id: 'customers', rowCount: 2 },
    ])
    expect(await workspace.view('tables', null)).toEqual([])
  }
})
