import { describe, expect, test } from 'vitest'
import { AppError } from '../../../src/core/error.ts'
import * as edit from '../../../src/scheme/edit.ts'
import type { Condition, Effect, Rule, Scheme } from '../../../src/scheme/scheme.ts'
import { criterion, schemeWith } from '../../fixtures/gradingTables.ts'

const few: Condition = { id: 'compare', column: 'x', operator: '<', value: 3 }
const rule = (id: string, set: Partial<Rule> = {}): Rule => ({
  id,
  enabled: true,
  conditions: [few],
  effect: { id: 'veto' },
  ...set,
})
const scheme = schemeWith([criterion('x'), criterion('y')])
const ruled = ['r1', 'r2', 'r3'].reduce((next, id) => edit.addRule(next, rule(id)), scheme)
const ids = ({ rules = [] }: Scheme) => rules.map(({ id }) => id)

function reason(run: () => unknown): unknown {
  try {
    run()
  } catch (error) {
    if (error instanceof AppError && error.code === 'command.invalid') return error.detail['reason']
    throw error
  }
  return 'nothing refused'
}

/** The reasons are what the page looks its sentence up by. */
describe('what is refused says why', () => {
  test.each<[string, () => unknown]>([
    ['criterion exists', () => edit.addCriterion(scheme, criterion('x'))],
    ['weight', () => edit.addCriterion(scheme, criterion('z', { weight: -1 }))],
    ['weight', () => edit.setWeight(scheme, 'k_x', Infinity)],
    ['not found', () => edit.removeCriterion(scheme, 'k_gone')],
    ['not found', () => edit.setTier(scheme, 'gone', {})],
    ['not found', () => edit.removeTier(scheme, 'gone')],
    ['not found', () => edit.moveRule(ruled, 'gone', 0)],
    ['not found', () => edit.setRule(scheme, 'r1', {})],
    ['one number per tier', () => edit.setTiering(scheme, { id: 'cutoffs', cutoffs: [1] })],
    ['fewest tiers', () => edit.removeTier(edit.removeTier(scheme, 'a'), 'b')],
    ['tier without a name', () => edit.setTier(scheme, 'a', { name: ' ' })],
    ['tier name taken', () => edit.setTier(scheme, 'a', { name: ' B' })],
    ['not a date', () => edit.setAsOf(scheme, '2026-02-30x')],
    ['rule exists', () => edit.addRule(ruled, rule('r2'))],
    ['rule without a condition', () => edit.addRule(scheme, rule('r', { conditions: [] }))],
    [
      'not a number',
      () => edit.addRule(scheme, rule('r', { conditions: [{ ...few, value: NaN }] })),
    ],
    [
      'no category',
      () =>
        edit.addRule(
          scheme,
          rule('r', { conditions: [{ id: 'among', column: 'x', categories: [], not: true }] }),
        ),
    ],
    ['bonus points', () => edit.setRule(ruled, 'r1', { effect: { id: 'bonus', points: 100.5 } })],
    ['bonus points', () => edit.setRule(ruled, 'r1', { effect: { id: 'bonus', points: NaN } })],
    ['no such tier', () => edit.setRule(ruled, 'r1', { effect: { id: 'cap', tier: 'z' } })],
    ['rule without a condition', () => edit.setRule(ruled, 'r1', { conditions: [] })],
  ])('%s', (why, run) => {
    expect(reason(run)).toBe(why)
  })

  test('the ends of what is allowed are allowed', () => {
    const bonus = (points: number): Effect => ({ id: 'bonus', points })
    for (const points of [-100, 0, 100])
      expect(edit.setRule(ruled, 'r1', { effect: bonus(points) }).rules?.[0]?.effect).toEqual(
        bonus(points),
      )
    expect(edit.setWeight(scheme, 'k_x', 0).criteria[0]?.weight).toBe(0)
    expect(edit.setTier(scheme, 'a', { name: 'A' }).tiers).toEqual(scheme.tiers) // its own name
    expect(edit.setTier(scheme, 'a', { label: '' }).tiers[0]).toEqual({
      id: 'a',
      name: 'A',
      label: '',
    })
  })

  test('32 rules, a bit each in the result, and no more', () => {
    let many = scheme
    for (let at = 0; at < 32; at++) many = edit.addRule(many, rule(`r${at}`))
    expect(ids(many)).toHaveLength(32)
    expect(reason(() => edit.addRule(many, rule('r32')))).toBe('most rules')
  })

  test('nine tiers with letters that nothing else has, and no more', () => {
    const named = edit.setTier(edit.setTier(scheme, 'b', { name: 'D' }), 'c', { name: 'e' })
    let many = named
    while (many.tiers.length < 9) many = edit.addTier(many)
    expect(many.tiers.slice(3).map(({ id, name }) => [id, name])).toEqual(
      ['B', 'C', 'F', 'G', 'H', 'I'].map((name) => [`t_${name.toLowerCase()}`, name]),
    )
    expect(many.tiers.every(({ label }) => label === '')).toBe(true)
    expect(reason(() => edit.addTier(many))).toBe('most tiers')
  })
})

describe('rules', () => {
  test('are added at the end, changed in place, moved within the list', () => {
    expect(ids(ruled)).toEqual(['r1', 'r2', 'r3'])
    const off = edit.setRule(ruled, 'r2', { enabled: false })
    expect(off.rules?.map(({ enabled }) => enabled)).toEqual([true, false, true])
    expect(off.rules?.[1]).toEqual(rule('r2', { enabled: false }))
    expect([-3, 0, 1, 9].map((to) => ids(edit.moveRule(ruled, 'r2', to)))).toEqual([
      ['r2', 'r1', 'r3'],
      ['r2', 'r1', 'r3'],
      ['r1', 'r2', 'r3'],
      ['r1', 'r3', 'r2'],
    ])
  })

  test('that are gone leave the scheme as one that never had any', () => {
    const one = edit.removeRule(edit.removeRule(ruled, 'r1'), 'r3')
    expect(ids(one)).toEqual(['r2'])
    expect(edit.removeRule(one, 'r2')).toEqual(scheme)
    expect(edit.removeRule(one, 'r2')).not.toHaveProperty('rules')
    expect(one).toHaveProperty('rules')
  })
})

test('a criterion is moved within the list, whatever place is asked for', () => {
  const three = edit.addCriterion(scheme, criterion('z'))
  const order = (to: number) => edit.moveCriterion(three, 'k_y', to).criteria.map(({ id }) => id)
  expect([-1, 0, 1, 2, 7].map(order)).toEqual([
    ['k_y', 'k_x', 'k_z'],
    ['k_y', 'k_x', 'k_z'],
    ['k_x', 'k_y', 'k_z'],
    ['k_x', 'k_z', 'k_y'],
    ['k_x', 'k_z', 'k_y'],
  ])
  expect(edit.setValueColumn(three, 'x').valueColumn).toBe('x')
  expect(edit.setAggregation(three, { id: 'topsis' }).aggregation).toEqual({ id: 'topsis' })
})
