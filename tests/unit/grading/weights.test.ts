import { describe, expect, test } from 'vitest'
import { finish } from '../../../src/core/steps.ts'
import type { HelperInput, WeightHelperId } from '../../../src/grading/weights/helper.ts'
import { weightHelpers } from '../../../src/grading/weights/index.ts'
import { isRatio } from '../../../src/grading/weights/pairwise.ts'
import { roundedWeights } from '../../../src/grading/weights/rounded.ts'
import {
  itemsOf,
  sameScope,
  scopesOf,
  weightsFor,
  type WeightScope,
} from '../../../src/grading/weights/scope.ts'
import { acceptableRatio, mostCompared } from '../../../src/math/ahp.ts'
import { sharesOf } from '../../../src/math/shares.ts'
import { groupOf } from '../../../src/scheme/groups.ts'
import type { Scheme } from '../../../src/scheme/scheme.ts'
import { setWeights } from '../../../src/scheme/setWeights.ts'
import { criterion, schemeWith } from '../../fixtures/gradingTables.ts'

const item = (id: string, ...values: number[]) => ({ id, values: Float64Array.from(values) })
const proposed = (
  id: WeightHelperId,
  items: HelperInput['items'],
  judgements: HelperInput['judgements'] = [],
) => finish(weightHelpers.get(id).weights({ items, judgements }))

describe('every helper', () => {
  const spread = [item('a', 0, 0.5, 1, 0.2), item('b', 1, 1, 0, 1), item('c', 0.5, NaN, 0.25, 0)]

  test.each(weightHelpers.all)(
    '$id: shares of all, total 1, whatever the order of the customers',
    (helper) => {
      const { shares } = finish(helper.weights({ items: spread, judgements: [] }))
      expect(shares).toHaveLength(3)
      expect(shares?.every((share) => share >= 0)).toBe(true)
      expect(shares?.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
      const turned = spread.map(({ id, values }) => ({ id, values: values.toReversed() }))
      const other = finish(helper.weights({ items: turned, judgements: [] })).shares
      shares?.forEach((share, at) => expect(other?.[at]).toBeCloseTo(share, 12))
    },
  )

  test.each(weightHelpers.all)('$id: one item takes all, none gives nothing', (helper) => {
    const one = finish(helper.weights({ items: spread.slice(0, 1), judgements: [] }))
    expect([...(one.shares ?? [])]).toEqual([1])
    expect(finish(helper.weights({ items: [], judgements: [] })).shares).toBeNull()
  })

  test.each(['entropy', 'critic'] as const)(
    '%s: constants and empty criteria weigh nothing',
    (id) => {
      const items = [item('a', 0, 1, 0.5), item('same', 0.4, 0.4, 0.4), item('none', NaN, NaN, NaN)]
      expect([...(proposed(id, items).shares ?? [])]).toEqual([1, 0, 0])
      expect(proposed(id, items.slice(1)).shares).toBeNull()
    },
  )
})

describe('what a helper found', () => {
  test('equal: only that', () => {
    expect(proposed('equal', [item('a', 1)]).facts).toEqual({ id: 'equal' })
  })

  test('entropy: how far each is from even', () => {
    // shares ½ ½ of 2: entropy 1, spread 0; all with one customer: entropy 0, spread 1
    const { facts } = proposed('entropy', [item('even', 1, 1), item('one', 0, 1)])
    if (facts.id !== 'entropy') throw new Error(facts.id)
    expect(facts.spread[0]).toBeCloseTo(0, 12)
    expect(facts.spread[1]).toBeCloseTo(1, 12)
  })

  test('CRITIC: deviations, and Σ(1 − r) over the others', () => {
    // the same twice and its opposite: r = 1 and −1, so 0 + 2 for each of the two and 2 + 2 for the third
    const { facts } = proposed('critic', [item('a', 0, 1), item('b', 0, 1), item('c', 1, 0)])
    if (facts.id !== 'critic') throw new Error(facts.id)
    expect(facts.deviations).toHaveLength(3)
    ;[2, 2, 4].forEach((conflict, at) => expect(facts.conflicts[at]).toBeCloseTo(conflict, 12))
  })
})

describe('pair by pair', () => {
  test('a ratio is a number above 0', () => {
    expect([9, 1, 1 / 9].map(isRatio)).toEqual([true, true, true])
    expect([0, -3, Infinity, NaN].map(isRatio)).toEqual([false, false, false, false])
  })

  test('answers about oneself and without a ratio count for nothing', () => {
    const three = ['a', 'b', 'c'].map((id) => ({ id, values: null }))
    const { shares, facts } = proposed('pairwise', three, [
      { first: 'a', second: 'a', ratio: 9 },
      { first: 'a', second: 'b', ratio: 0 },
      { first: 'gone', second: 'a', ratio: 5 },
    ])
    expect([...(shares ?? [])].every((share) => Math.abs(share - 1 / 3) < 1e-12)).toBe(true)
    expect(facts).toMatchObject({ answered: 0, ratio: 0, reconsider: null })
  })

  test('as many as can be compared, and not one more', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ id: `k${at}`, values: null }))
    expect(proposed('pairwise', many(mostCompared)).shares).toHaveLength(mostCompared)
    expect(proposed('pairwise', many(mostCompared + 1)).shares).toBeNull()
  })

  test('a small contradiction below the limit is nobody’s to reconsider', () => {
    const three = ['a', 'b', 'c'].map((id) => ({ id, values: null }))
    const { facts } = proposed('pairwise', three, [
      { first: 'a', second: 'b', ratio: 2 },
      { first: 'b', second: 'c', ratio: 2 },
      { first: 'a', second: 'c', ratio: 3 }, // 4 would fit
    ])
    if (facts.id !== 'pairwise') throw new Error(facts.id)
    expect(facts.ratio).toBeGreaterThan(0)
    expect(facts.ratio).toBeLessThanOrEqual(acceptableRatio)
    expect(facts.reconsider).toBeNull()
  })

  const items = ['a', 'b', 'c'].map((id) => ({ id, values: null }))

  test('answers count either way round, the last of a pair, and those about others not at all', () => {
    const { shares, facts } = proposed('pairwise', items, [
      { first: 'a', second: 'b', ratio: 9 },
      { first: 'b', second: 'a', ratio: 1 / 2 },
      { first: 'c', second: 'a', ratio: 1 / 4 },
      { first: 'b', second: 'c', ratio: 2 },
      { first: 'a', second: 'gone', ratio: 9 },
    ])
    // consistent 4 : 2 : 1
    ;[4 / 7, 2 / 7, 1 / 7].forEach((share, at) => expect(shares?.[at]).toBeCloseTo(share, 12))
    expect(facts).toMatchObject({ id: 'pairwise', pairs: 3, answered: 3, reconsider: null })
  })

  test('a circle names the pair, and the ratio that its fitting value would give', () => {
    const circle = [
      { first: 'a', second: 'b', ratio: 3 },
      { first: 'b', second: 'c', ratio: 3 },
      { first: 'a', second: 'c', ratio: 1 / 5 },
    ]
    const { facts } = proposed('pairwise', items, circle)
    if (facts.id !== 'pairwise' || !facts.reconsider) throw new Error('no doubt')
    const { first, second, fits, given, ratio } = facts.reconsider
    expect(circle).toContainEqual({ first, second, ratio: given })
    expect(facts.ratio).toBeGreaterThan(0.1)
    expect(ratio).toBeLessThan(facts.ratio)
    const mended = circle.map((one) =>
      one.first === first && one.second === second ? { ...one, ratio: fits } : one,
    )
    const after = proposed('pairwise', items, mended).facts
    expect(after).toMatchObject({ ratio })
  })
})

describe('shares as weights', () => {
  test('to 0.1, in order, together 100', () => {
    expect(roundedWeights(Float64Array.of(0.1234, 0.2776, 0.599))).toEqual([12.3, 27.8, 59.9])
    const shares = Float64Array.of(0.33349, 0.33341, 0.3331)
    const weights = roundedWeights(shares)
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(100, 9)
    expect(weights).toEqual(weights.toSorted((a, b) => b - a))
  })

  test('equal ones stay equal, also where they cannot make 100; 0 stays 0', () => {
    expect(roundedWeights(Float64Array.of(1 / 3, 1 / 3, 1 / 3))).toEqual([33.3, 33.3, 33.3])
    expect(roundedWeights(Float64Array.of(0.5, 0, 0.5))).toEqual([50, 0, 50])
  })
})

describe('what is weighed', () => {
  const grouped: Scheme = {
    ...schemeWith([
      criterion('x', { group: 'g1', weight: 7 }),
      criterion('y', { group: 'g1' }),
      criterion('z', { group: 'g2' }),
      criterion('off', { group: 'g2', enabled: false, weight: 3 }),
    ]),
    groups: [
      { id: 'g1', name: '行为', weight: 1, cap: null },
      { id: 'g2', name: '贡献', weight: 1, cap: null },
    ],
  }
  const [x = '', y = '', z = ''] = grouped.criteria.map(({ id }) => id)

  test('of groups no values; of a group its own criteria alone', () => {
    expect(itemsOf(grouped, [], { id: 'groups' })).toEqual([
      { id: 'g1', values: null },
      { id: 'g2', values: null },
    ])
    const ids = (scope: WeightScope) => itemsOf(grouped, [], scope).map(({ id }) => id)
    expect(ids({ id: 'all' })).toEqual([x, y, z])
    expect(ids({ id: 'group', group: 'g1' })).toEqual([x, y])
    expect(itemsOf(grouped, [], { id: 'all' }).map(({ values }) => values)).toEqual([
      null,
      null,
      null,
    ])
  })

  test('weights of groups, and of one group, leave the other alone', () => {
    expect(weightsFor(grouped, { id: 'groups' }, new Map([['g1', 70]]))).toEqual({
      criteria: [],
      groups: [{ id: 'g1', weight: 70 }],
    })
    expect(weightsFor(grouped, { id: 'group', group: 'g1' }, new Map([[x, 70]]))).toEqual({
      criteria: [{ id: x, weight: 70 }],
      groups: [],
    })
    expect(weightsFor({ ...grouped, groups: [] }, { id: 'all' }, new Map([[x, 70]]))).toEqual({
      criteria: [{ id: x, weight: 70 }],
      groups: [],
    })
  })

  test('one group is none to weigh against another', () => {
    const one = { ...grouped, groups: grouped.groups?.slice(0, 1) ?? [] }
    expect(scopesOf(one)).not.toContainEqual({ id: 'groups' })
  })

  test('scopes are the same by what they name', () => {
    expect(sameScope({ id: 'group', group: 'g1' }, { id: 'group', group: 'g1' })).toBe(true)
    expect(sameScope({ id: 'group', group: 'g1' }, { id: 'group', group: 'g2' })).toBe(false)
  })

  test('all, the groups, and groups of two at least', () => {
    expect(scopesOf(grouped)).toEqual([
      { id: 'all' },
      { id: 'groups' },
      { id: 'group', group: 'g1' },
    ])
    expect(scopesOf(schemeWith([criterion('x')]))).toEqual([{ id: 'all' }])
  })

  test('all criteria in groups get just the shares proposed; what is off keeps its weight', () => {
    const weights = new Map([
      [x, 20],
      [y, 30],
      [z, 50],
    ])
    const next = setWeights(grouped, weightsFor(grouped, { id: 'all' }, weights))
    expect(next.criteria.map(({ weight }) => weight)).toEqual([20, 30, 50, 3])
    expect(next.groups?.map(({ weight }) => weight)).toEqual([50, 50])
    const on = next.criteria.filter(({ enabled }) => enabled)
    const shares = sharesOf(on.map((one) => ({ weight: one.weight, ...groupOf(next, one) })))
    ;[0.2, 0.3, 0.5].forEach((share, at) => expect(shares[at]).toBeCloseTo(share, 12))
  })

  test('answers about what is gone are dropped; a bad weight changes nothing', () => {
    const set = { criteria: [{ id: x, weight: 1 }], groups: [] }
    const judgements = [
      { first: x, second: y, ratio: 3 },
      { first: x, second: 'gone', ratio: 3 },
      { first: 'g1', second: 'g2', ratio: 1 / 2 },
    ]
    expect(setWeights(grouped, { ...set, judgements }).judgements).toEqual([
      judgements[0],
      judgements[2],
    ])
    const refused = (bad: Parameters<typeof setWeights>[1]) =>
      expect(() => setWeights(grouped, bad)).toThrowError(
        expect.objectContaining({ code: 'command.invalid' }) as Error,
      )
    for (const weight of [-1, NaN, Infinity]) refused({ ...set, criteria: [{ id: x, weight }] })
    refused({ ...set, criteria: [{ id: 'gone', weight: 1 }] })
    refused({ ...set, groups: [{ id: 'gone', weight: 1 }] })
    refused({ ...set, judgements: [{ first: x, second: y, ratio: 0 }] })
  })
})
