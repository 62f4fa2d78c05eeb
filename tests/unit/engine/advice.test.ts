import { describe, expect, test } from 'vitest'
import { createJob } from '../../../src/core/job.ts'
import { finish } from '../../../src/core/steps.ts'
import { lastLint, linting } from '../../../src/engine/linting.ts'
import { newDocument } from '../../../src/engine/newDocument.ts'
import { Session } from '../../../src/engine/session.ts'
import type { Workspace } from '../../../src/engine/workspace.ts'
import { numbers, tableOf } from '../../fixtures/gradingTables.ts'
import { customersCsv } from '../../bench/customers.ts'
import { all, criterionNamed, imported, tiers } from './graded.ts'

const weighed = (workspace: Workspace, helper: 'equal' | 'pairwise' | 'entropy' | 'critic') =>
  workspace.view('weighing', { helper, scope: { id: 'all' }, judgements: [] })
const weights = async (workspace: Workspace) =>
  (await workspace.view('scheme', null)).scheme.criteria.map(({ weight }) => weight)

describe('the weight assistant', () => {
  test('proposes beside the present weights, and says who would change tier before it is applied', async () => {
    const workspace = await imported()
    const before = await tiers(workspace)
    const view = await weighed(workspace, 'equal')
    expect(view?.items.map(({ name, weight, proposed }) => [name, weight, proposed])).toEqual([
      ['购买频率', 60, 33.3],
      ['单次消费金额', 20, 33.3],
      ['客户生命周期价值', 20, 33.3],
    ])
    // by hand, a third each: 张三 (1 + 0 + 3/28)/3 = 36.9, 李四 (0.2 + 1 + 1)/3 = 73.3, 王五 (0 + 0.2 + 0)/3 = 6.7
    expect(view?.proposal).toMatchObject({ isSame: false, up: 1, down: 1, same: 1 })
    expect(await tiers(workspace)).toEqual(before) // nothing has changed yet

    if (!view?.proposal) throw new Error('no proposal')
    await workspace.run({ kind: 'setWeights', ...view.proposal.set })
    expect(await weights(workspace)).toEqual([33.3, 33.3, 33.3])
    const { undo } = await workspace.view('project', null)
    expect(undo).toBe('setWeights')
    await workspace.call('undo', null)
    expect(await weights(workspace)).toEqual([60, 20, 20])
    expect(await tiers(workspace)).toEqual(before)
  })

  test('what it foretells is what comes, by every helper', async () => {
    const workspace = await imported(customersCsv(900, 3))
    for (const helper of ['equal', 'entropy', 'critic'] as const) {
      const before = await tiers(workspace)
      const view = await weighed(workspace, helper)
      if (!view?.proposal) throw new Error(helper)
      await workspace.run({ kind: 'setWeights', ...view.proposal.set })
      const after = await tiers(workspace)
      const moved = before.filter((line, row) => line !== after[row]).length
      expect(view.proposal.up + view.proposal.down).toBe(moved)
      const again = await weighed(workspace, helper)
      expect(again?.proposal).toMatchObject({ isSame: true, up: 0, down: 0 })
      await workspace.call('undo', null)
    }
  })

  test('criteria in groups: shares now count the groups, and the groups can be weighed by answers alone', async () => {
    const workspace = await imported()
    const { scheme } = await workspace.view('scheme', null)
    const [first, ...rest] = scheme.criteria
    if (!first) throw new Error('no criteria')
    const grouped = {
      ...scheme,
      criteria: [{ ...first, group: 'g1' }, ...rest.map((one) => ({ ...one, group: 'g2' }))],
      groups: ['g1', 'g2'].map((id) => ({ id, name: id, weight: 1, cap: null })),
    }
    await workspace.run({ kind: 'setScheme', scheme: grouped })
    const view = await weighed(workspace, 'equal')
    // by hand: half of the whole, and half of the other half each; a third each as proposed
    expect(view?.items.map(({ share }) => share)).toEqual([0.5, 0.25, 0.25])
    expect(view?.proposal?.set.groups.map(({ weight }) => weight)).toEqual([33.3, 66.6])
    expect(view?.scopes.map(({ scope, count }) => [scope.id, count])).toEqual([
      ['all', 3],
      ['groups', 2],
      ['group', 2],
    ])
    const groups = (helper: 'pairwise' | 'entropy') =>
      workspace.view('weighing', {
        helper,
        scope: { id: 'groups' },
        judgements: [{ first: 'g1', second: 'g2', ratio: 3 }],
      })
    const answered = await groups('pairwise')
    expect(answered?.proposal?.set).toEqual({
      criteria: [],
      groups: [
        { id: 'g1', weight: 75 },
        { id: 'g2', weight: 25 },
      ],
    })
    expect((await groups('entropy'))?.proposal).toBeNull() // groups have no points of their own
  })

  test('answers are kept with the scheme; a question about a group that is gone is answered with nothing', async () => {
    const workspace = await imported()
    const [first, second] = [
      await criterionNamed(workspace, '购买频率'),
      await criterionNamed(workspace, '单次消费金额'),
    ]
    const judgements = [{ first, second, ratio: 3 }]
    const view = await workspace.view('weighing', {
      helper: 'pairwise',
      scope: { id: 'all' },
      judgements,
    })
    expect(view?.facts).toMatchObject({ id: 'pairwise', pairs: 3, answered: 1 })
    if (!view?.proposal) throw new Error('no proposal')
    await workspace.run({ kind: 'setWeights', ...view.proposal.set, judgements })
    expect((await workspace.view('scheme', null)).scheme.judgements).toEqual(judgements)
    const gone = { id: 'group', group: 'g_gone' } as const
    expect(
      await workspace.view('weighing', { helper: 'equal', scope: gone, judgements: [] }),
    ).toBeNull()
  })
})

describe('the check of the scheme', () => {
  test('is of now, and goes with what is wrong', async () => {
    const workspace = await imported()
    const codes = async () => {
      const view = await workspace.view('lint', null)
      expect(view.isStale).toBe(false)
      return view.issues.map(({ code, about }) => `${code} ${about}`)
    }
    const criterion = await criterionNamed(workspace, '购买频率')
    expect(await codes()).toEqual([])
    await workspace.run({ kind: 'setWeight', criterion, weight: 1000 })
    expect(await codes()).toContain(`lint.oneCriterion ${criterion}`)
    await workspace.call('undo', null)
    expect(await codes()).toEqual([])
  })

  test('changes nothing of the grade, however often it looks', async () => {
    const workspace = await imported(customersCsv(3000, 5))
    const before = await workspace.view('summary', null)
    await workspace.view('lint', null)
    expect((await workspace.view('summary', null)).totals).toEqual(before.totals)
    const shown = await tiers(workspace, all)
    await workspace.view('lint', null)
    expect(await tiers(workspace, all)).toEqual(shown)
  })
})

test('an edit ends a look that is under way: nothing is told of a scheme that is no more', async () => {
  const column = (id: string, of: (i: number) => number) =>
    numbers(
      id,
      Array.from({ length: 600 }, (_, i) => of(i)),
    )
  const columns = [column('x', (i) => i), column('y', (i) => (i * 37) % 600)]
  const document = await newDocument(
    {
      id: 'p',
      name: '客户',
      source: null,
      tables: [tableOf(columns, 600)],
      template: null,
      asOf: '2026-11-21',
      language: 'zh',
      createdAt: '2026-11-21T00:00:00Z',
    },
    createJob(),
  )
  const session = new Session(document, () => {})
  const look = linting(session)
  look.next()
  const [criterion] = session.document.scheme.criteria
  session.run({ kind: 'setWeight', criterion: criterion?.id ?? '', weight: 5 })
  while (!look.next().done);
  expect(lastLint(session)).toBeNull()
  finish(linting(session))
  expect(lastLint(session)?.grades).toBe(session.grade.count)
  // how columns stand is no reason to look again
  session.run({ kind: 'setLayout', set: { hidden: ['last'] } })
  const known = lastLint(session)
  finish(linting(session))
  expect(lastLint(session)).toBe(known)
})

test('classes of a date that fades are told from the latest days on, with none lost', async () => {
  const workspace = await imported(customersCsv(500, 2))
  const { criteria } = await workspace.view('scheme', null)
  const dated = criteria.find(({ columnType }) => columnType === 'date')?.criterion.id ?? ''
  const prepare = { winsorise: null, log: false, decay: 60 }
  await workspace.run({ kind: 'setCriterion', criterion: dated, set: { prepare } })
  const linear = await workspace.view('criterion', { criterion: dated, bins: 10, row: null })
  expect(linear?.domain?.every(Number.isFinite)).toBe(true)
  expect(linear?.curve.every(([x, u]) => Number.isFinite(x) && u >= 0 && u <= 1)).toBe(true)
  await workspace.run({ kind: 'chooseScoring', criterion: dated, scoring: 'quantileBins' })
  const { classes = [] } =
    (await workspace.view('criterion', { criterion: dated, bins: 10, row: null })) ?? {}
  expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(500)
  expect(classes[0]?.above).toBeNull()
  expect(classes.at(-1)?.upTo).toBeNull()
  classes.slice(1).forEach(({ above, utility }, at) => {
    expect(above).toBe(classes[at]?.upTo)
    expect(utility).toBeLessThan(classes[at]?.utility ?? 0) // the fewer days, the better
  })
})
