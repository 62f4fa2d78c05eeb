import { describe, expect, test } from 'vitest'
import type { Command } from '../../../../src/project/command.ts'
import { plan } from '../../../../src/project/commands/index.ts'
import type { ScoringId } from '../../../../src/scheme/scheme.ts'
import { templates } from '../../../../src/scheme/templates/index.ts'
import { aTier, sampleDocument } from '../documents.ts'
import { refusal, refused, run } from './run.ts'

const document = sampleDocument()

describe('criteria', () => {
  test('are added with a scoring that reads the column, once per column', () => {
    const next = run(document, { kind: 'addCriterion', column: 'region' })
    expect(next.scheme.criteria.at(-1)).toMatchObject({
      column: 'region',
      name: '地区',
      enabled: true,
      scoring: { id: 'lookup' },
    })
    expect(refusal(next, { kind: 'addCriterion', column: 'region' })).toMatchObject(
      refused('criterion exists'),
    )
    expect(refusal(document, { kind: 'addCriterion', column: 'gone' })).toMatchObject(
      refused('no such column'),
    )
  })

  test('are weighed, moved, changed and removed', () => {
    const two = run(document, { kind: 'addCriterion', column: 'vip' })
    const ids = two.scheme.criteria.map(({ id }) => id)
    const moved = run(two, { kind: 'moveCriterion', criterion: ids[1] ?? '', to: 0 })
    expect(moved.scheme.criteria.map(({ id }) => id)).toEqual([...ids].reverse())
    const weighed = run(two, { kind: 'setWeight', criterion: 'k_spend', weight: 12.5 })
    expect(weighed.scheme.criteria[0]?.weight).toBe(12.5)
    const off = run(two, { kind: 'setCriterion', criterion: 'k_spend', set: { enabled: false } })
    expect(off.scheme.criteria[0]?.enabled).toBe(false)
    const gone = run(two, { kind: 'removeCriterion', criterion: 'k_spend' })
    expect(gone.scheme.criteria.map(({ column }) => column)).toEqual(['vip'])
  })

  test('get another scoring with parameters of the column, or a reason', () => {
    const choose = (scoring: ScoringId) =>
      ({ kind: 'chooseScoring', criterion: 'k_spend', scoring }) as const
    expect(run(document, choose('quantileBins')).scheme.criteria[0]?.scoring).toEqual({
      id: 'quantileBins',
      classes: 5,
    })
    expect(refusal(document, choose('lookup'))).toMatchObject(
      refused('scoring does not read this column'),
    )
    expect(refusal(document, choose('spline' as ScoringId))).toMatchObject(
      refused('unknown scoring'),
    )
    const broken = { id: 'quantileBins', classes: 0 } as const
    const set = { scoring: broken }
    expect(refusal(document, { kind: 'setCriterion', criterion: 'k_spend', set })).toMatchObject(
      refused('quantileBins classes'),
    )
    const [first] = document.scheme.criteria
    if (!first) throw new Error('no criterion')
    const scheme = { ...document.scheme, criteria: [{ ...first, scoring: broken }] }
    expect(refusal(document, { kind: 'setScheme', scheme })).toMatchObject(
      refused('quantileBins classes'),
    )
  })

  test('are not scored by what cannot read their column', () => {
    const scoring = { id: 'lookup', points: [], other: 0 } as const
    const set = (set: { scoring: typeof scoring } | { column: string }) =>
      refusal(document, { kind: 'setCriterion', criterion: 'k_spend', set })
    expect(set({ scoring })).toMatchObject(refused('scoring does not read this column'))
    expect(set({ column: 'name' })).toMatchObject(refused('scoring does not read this column'))
    expect(set({ column: 'gone' })).toMatchObject(refused('no such column'))
  })

  test('take no negative weight, and the same weight is no step', () => {
    const weigh = (weight: number): Command => ({ kind: 'setWeight', criterion: 'k_spend', weight })
    expect(refusal(document, weigh(-1))).toMatchObject(refused('weight'))
    expect(refusal(document, weigh(NaN))).toMatchObject(refused('weight'))
    expect(plan(document, weigh(60))).toEqual([])
  })
})

describe('tiers', () => {
  test('one fewer keeps a cut-off per tier but the last, and the overrides', () => {
    for (const { id } of document.scheme.tiers) {
      const next = run(document, { kind: 'removeTier', tier: id })
      expect(next.scheme.tiers).toHaveLength(2)
      expect(next.scheme.tiering).toMatchObject({ id: 'cutoffs' })
      const { tiering } = next.scheme
      expect(tiering.id === 'cutoffs' && tiering.cutoffs).toHaveLength(1)
      expect(next.overrides).toEqual(new Map([['001', aTier]]))
    }
  })

  test('one fewer keeps a share per tier, the last all of the rest', () => {
    const quota = run(document, {
      kind: 'setTiering',
      tiering: { id: 'quota', cumulative: [1000, 4000, 10_000] },
    })
    const shares = quota.scheme.tiers.map(({ id }) => {
      const { tiering } = run(quota, { kind: 'removeTier', tier: id }).scheme
      return tiering.id === 'quota' && tiering.cumulative
    })
    // the tier's customers go to the next one below; those of the last to the one above
    expect(shares).toEqual([
      [4000, 10_000],
      [1000, 10_000],
      [1000, 10_000],
    ])
  })

  test('never fewer than two, never more than nine', () => {
    const two = run(document, { kind: 'removeTier', tier: 't_c' })
    expect(refusal(two, { kind: 'removeTier', tier: 't_b' })).toMatchObject(refused('fewest tiers'))
    let nine = document
    for (let i = 0; i < 6; i++) nine = run(nine, { kind: 'addTier' })
    expect(nine.scheme.tiers.map(({ name }) => name).join('')).toBe('ABCDEFGHI')
    expect(refusal(nine, { kind: 'addTier' })).toMatchObject(refused('most tiers'))
    const four = run(document, { kind: 'addTier', label: '观察客户' })
    expect(four.scheme.tiers.at(-1)).toMatchObject({ name: 'D', label: '观察客户' })
  })

  test('are renamed, but not like another', () => {
    const next = run(document, { kind: 'setTier', tier: 't_a', set: { name: '钻石' } })
    expect(next.scheme.tiers[0]).toEqual({ id: 't_a', name: '钻石', label: '重点客户' })
    expect(refusal(document, { kind: 'setTier', tier: 't_a', set: { name: 'B' } })).toMatchObject(
      refused('tier name taken'),
    )
  })
})

describe('the scheme', () => {
  test('is kept and given back', () => {
    const changed = run(document, { kind: 'setWeight', criterion: 'k_spend', weight: 1 })
    const kept = run(changed, { kind: 'keepScheme' })
    expect(kept.keptScheme).toEqual(changed.scheme)
    const again = run(kept, { kind: 'setAsOf', asOf: '2026-06-30' })
    expect(run(again, { kind: 'revertScheme' }).scheme).toEqual(changed.scheme)
    expect(plan(document, { kind: 'keepScheme' })).toEqual([])
    expect(plan(document, { kind: 'revertScheme' })).toEqual([])
  })

  test.each(templates.all.map(({ id }) => id))(
    'begins anew with the template %s, in the words and for the day it had',
    (template) => {
      const next = run(document, { kind: 'useTemplate', template })
      expect(next.scheme).toMatchObject({ template, name: '客户分级', asOf: '2026-01-01' })
      expect(next.scheme.tiers[0]?.label).toBe('重点客户')
    },
  )

  test('takes the name of the template and labels for tiers that it lacks, where the page gives them', () => {
    const labels = ['一', '二', '三', '四']
    const named = { kind: 'useTemplate', template: 'bank', name: '银行', labels } as const
    const { scheme } = run(document, named) // four tiers, the document has three
    expect(scheme.name).toBe('银行')
    expect(scheme.tiers.map(({ label }) => label)).toEqual([
      '重点客户',
      '成长客户',
      '普通客户',
      '四',
    ])
  })

  test('refuses what is no template, no day, no column of numbers, no known format', () => {
    const { scheme } = document
    expect(refusal(document, { kind: 'useTemplate', template: 'x' })).toMatchObject(
      refused('no such template'),
    )
    expect(refusal(document, { kind: 'setAsOf', asOf: '明天' })).toMatchObject(
      refused('not a date'),
    )
    expect(refusal(document, { kind: 'setValueColumn', column: 'name' })).toMatchObject(
      refused('not a column of numbers'),
    )
    const newer = { ...scheme, format: 2 } as unknown as typeof scheme
    expect(refusal(document, { kind: 'setScheme', scheme: newer })).toMatchObject(
      refused('another format'),
    )
  })

  test('takes another value column, or none', () => {
    const none = run(document, { kind: 'setValueColumn', column: null })
    expect(none.scheme.valueColumn).toBeNull()
    expect(run(none, { kind: 'setValueColumn', column: 'spend' }).scheme.valueColumn).toBe('spend')
  })
})

describe('overrides', () => {
  const set = (rows: readonly number[], tier: string | null, expires: string | null = null) =>
    ({
      kind: 'override',
      rows,
      tier,
      reason: '长期合作',
      by: '陈',
      at: '2026-03-04T05:06:07.000Z',
      expires,
    }) as const

  test('are set for the customers of the rows, by their number', () => {
    const next = run(document, set([1, 2], 't_b', '2026-12-31'))
    expect([...next.overrides.keys()]).toEqual(['001', '002', '003'])
    expect(next.overrides.get('002')).toEqual({
      tier: 't_b',
      reason: '长期合作',
      by: '陈',
      at: '2026-03-04T05:06:07.000Z',
      expires: '2026-12-31',
    })
  })

  test('are taken back, and taking back none is no step', () => {
    expect(run(document, set([0], null)).overrides.size).toBe(0)
    expect(plan(document, set([1], null))).toEqual([])
  })

  test('to a tier, row, instant or day that is not there are refused', () => {
    expect(refusal(document, set([0], 't_z'))).toMatchObject(refused('no such tier'))
    expect(refusal(document, set([7], 't_a'))).toMatchObject(refused('no such row'))
    expect(refusal(document, set([0], 't_a', '年底'))).toMatchObject(refused('not a date'))
    expect(refusal(document, { ...set([0], 't_a'), at: '现在' })).toMatchObject(
      refused('not an instant'),
    )
  })
})

test('a project is renamed, but not to nothing', () => {
  expect(run(document, { kind: 'renameProject', name: ' 华东 ' }).name).toBe('华东')
  expect(plan(document, { kind: 'renameProject', name: '客户名单' })).toEqual([])
  expect(refusal(document, { kind: 'renameProject', name: ' ' })).toMatchObject(
    refused('a project without a name'),
  )
})
