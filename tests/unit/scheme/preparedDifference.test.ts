import { expect, test } from 'vitest'
import { changedCriterion } from '../../../src/scheme/changedCriterion.ts'
import { differencesOf } from '../../../src/scheme/difference.ts'
import { criterion, schemeWith } from '../../fixtures/gradingTables.ts'

test('preparing, freezing and no longer freezing are changes of their own', () => {
  const kept = schemeWith([criterion('x', { scoring: { id: 'percentile' } })])
  const changed = (set: Parameters<typeof changedCriterion>[1]) =>
    differencesOf(kept, schemeWith(kept.criteria.map((one) => changedCriterion(one, set))))
  const of = (what: string, from: number | null, to: number | null) => [
    { what, name: 'x', from, to },
  ]
  expect(changed({ prepare: { winsorise: null, log: true } })).toEqual(of('prepare', null, null))
  const frozen = { parameters: [1, 2], bounds: null }
  expect(changed({ frozen })).toEqual(of('frozen', 0, 1))
  expect(changed({ prepare: null, frozen: null })).toEqual([])
})
