import { expect, test } from 'vitest'
import { changedCriterion } from '../../../src/scheme/changedCriterion.ts'
import type { Criterion } from '../../../src/scheme/scheme.ts'
import { criterion } from '../../fixtures/gradingTables.ts'

const own = { id: 'linear', worst: 0, best: 99 } as const
const held: Criterion = criterion('x', {
  scoring: { id: 'percentile' },
  frozen: { parameters: [1, 2], bounds: null },
})

test('what is frozen goes with the column, scoring, direction or preparation that it was frozen for', () => {
  expect(changedCriterion(held, { weight: 3 })).toMatchObject({ frozen: held.frozen })
  expect(changedCriterion(held, { missing: { id: 'median' } })).toHaveProperty('frozen')
  for (const set of [
    { scoring: own },
    { column: 'y' },
    { direction: 'lower' },
    { prepare: { winsorise: null, log: true } },
  ] as const)
    expect(changedCriterion(held, set)).not.toHaveProperty('frozen')
  const turned = { parameters: [2, 1], bounds: null }
  expect(changedCriterion(held, { direction: 'lower', frozen: turned }).frozen).toEqual(turned)
})

test('a criterion without preparation or freezing is stored without the fields', () => {
  const cleared = changedCriterion(held, { frozen: null, prepare: null })
  expect(Object.keys(cleared)).toEqual(Object.keys(criterion('x')))
  const idle = changedCriterion(held, { prepare: { winsorise: [0, 1], log: false } })
  expect(idle).not.toHaveProperty('prepare')
})

test('quantiles are kept to 0.0001 and refused where they cross', () => {
  const at = (low: number, high: number) =>
    changedCriterion(held, { prepare: { winsorise: [low, high], log: false } }).prepare?.winsorise
  expect(at(0.01234567, 0.99)).toEqual([0.0123, 0.99])
  for (const [low, high] of [
    [0.9, 0.1],
    [0.5, 0.50001],
    [-0.1, 1],
    [NaN, 1],
  ] as const)
    expect(() => at(low, high)).toThrowError(
      expect.objectContaining({ code: 'command.invalid' }) as Error,
    )
})

test('nothing is frozen where nothing was computed', () => {
  expect(() =>
    changedCriterion(held, { frozen: { parameters: [NaN, NaN], bounds: null } }),
  ).toThrowError(expect.objectContaining({ code: 'command.invalid' }) as Error)
})

test('the logarithm moves own parameters along, unless others come with it', () => {
  const linear = criterion('x', { scoring: own })
  const prepare = { winsorise: null, log: true }
  const there = changedCriterion(linear, { prepare })
  expect(there.scoring).toEqual({ id: 'linear', worst: 0, best: Math.log(100) })
  expect(changedCriterion(there, { prepare: null }).scoring).toEqual(own)
  const scoring = { id: 'linear', worst: 1, best: 2 } as const
  expect(changedCriterion(linear, { prepare, scoring }).scoring).toEqual(scoring)
})
