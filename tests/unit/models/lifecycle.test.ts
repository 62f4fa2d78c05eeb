import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lifecycle, type LifecycleFacts } from '../../../src/models/lifecycle/lifecycle.ts'
import { friendlyDays, type LimitSettings } from '../../../src/models/lifecycle/limits.ts'
import { stages } from '../../../src/models/lifecycle/stage.ts'
import type { ModelInput } from '../../../src/models/model.ts'
import { day, type Given, inputOf, job, type Order, tableWith } from './history.ts'

async function run(given: Given | ModelInput, settings: Partial<LimitSettings> = {}) {
  const input = 'purchases' in given ? given : inputOf(given)
  const { figures, facts, notes } = await lifecycle.run(
    input,
    { ...lifecycle.defaults(), ...settings },
    job,
  )
  const [stage, idle] = figures
  if (stage?.reading !== 'category' || idle?.reading !== 'number') throw new Error('no figures')
  return {
    stages: [...stage.codes].map((code) => stages[code - 1]?.replace('lifecycle.', '') ?? '?'),
    idle: [...idle.values],
    facts,
    codes: notes.map(({ code }) => code),
  }
}

const days = { dormantDays: 90, lostDays: 180 }

describe('stages by days', () => {
  // by hand: as of 2024-07-01 the limits lie at 2024-04-02 (90 days) and 2024-01-03 (180 days)
  const orders: readonly Order[] = [
    [1, '2024-06-01'], // once, 30 days ago
    [2, '2024-06-01'],
    [2, '2024-06-01'], // two orders of one day are one purchase day
    [3, '2024-01-01'],
    [3, '2024-04-02'], // exactly 90 days ago: not yet dormant
    [4, '2024-04-01'], // 91
    [5, '2024-01-03'], // 180: not yet lost
    [6, '2024-01-02'], // 181
    [7, ''], // bought, nobody knows when
  ]
  test('each customer stands where the limits say', async () => {
    const { stages: found, idle } = await run({ customers: 8, asOf: '2024-07-01', orders }, days)
    expect(found).toEqual([
      'prospect',
      'first',
      'first',
      'repeat',
      'dormant',
      'dormant',
      'lost',
      '?',
    ])
    expect(idle).toEqual([NaN, 30, 30, 90, 91, 180, 181, NaN])
  })
  test('customers and amounts per stage, and who is not known', async () => {
    const { facts, codes } = await run({ customers: 8, asOf: '2024-07-01', orders }, days)
    expect(facts.stages.map(({ customers, amount }) => [customers, amount])).toEqual([
      [1, 0],
      [2, 300],
      [1, 200],
      [2, 200],
      [1, 100],
    ])
    expect(facts.unknown).toBe(1)
    expect(codes).toEqual(['lifecycle.unknown'])
  })
  test('looking back, each month end is as if it were the as-of date', async () => {
    const { facts } = await run({ customers: 8, asOf: '2024-07-15', orders }, days)
    const at = (date: string) => facts.months.find((month) => month.day === day(date))?.counts
    // first, repeat, dormant, lost. 2024-01-31: customers 3, 5, 6 had bought once
    expect(at('2024-01-31')).toEqual([3, 0, 0, 0])
    // 2024-04-30: 3 twice; 4 once; 5 (118 days) and 6 (119 days) dormant
    expect(at('2024-04-30')).toEqual([1, 1, 2, 0])
    // the as-of date is the last; 3 (104), 4 (105) dormant, 5 (194) and 6 (195) lost
    expect(facts.months.at(-1)).toEqual({ day: day('2024-07-15'), counts: [2, 0, 2, 2] })
    expect(facts.months).toHaveLength(7) // no month end before the first purchase
  })
})

test('by own rhythm: three and six times the usual gap; customers without one by days', async () => {
  // usual gap 10 (gaps 10, 10); dormant beyond 30 days, lost beyond 60
  const every = (customer: number, last: number): Order[] =>
    [20, 10, 0].map((before) => [customer, last - before])
  const orders = [...every(0, 970), ...every(1, 969), ...every(2, 940), ...every(3, 939)]
  const input = { customers: 5, asOf: 1000, orders: [...orders, [4, 911] as const] }
  const { stages: found } = await run(input, { ...days, by: 'rhythm' })
  expect(found).toEqual(['repeat', 'dormant', 'dormant', 'lost', 'first'])
})

describe('limits', () => {
  // 20 customers with one gap each: 1..20 days; type-7 90 % quantile of 1..20 = 18.1, so 30 days
  const orders = Array.from({ length: 20 }, (_, row): Order[] => [
    [row, 900],
    [row, 901 + row],
  ]).flat()
  test('are found from gaps, and said', async () => {
    const { facts, codes } = await run({ customers: 20, asOf: 1000, orders })
    expect(facts.limits).toMatchObject({ dormantDays: 30, lostDays: 60, source: 'gaps', gaps: 20 })
    expect(codes).toEqual(['lifecycle.limitsFound'])
  })
  test('are the usual ones where gaps are few', async () => {
    const { facts, codes } = await run({ customers: 20, asOf: 1000, orders: orders.slice(0, 38) })
    expect(facts.limits).toMatchObject({
      dormantDays: 90,
      lostDays: 180,
      source: 'usual',
      gaps: 19,
    })
    expect(codes).toEqual(['lifecycle.limitsUsual'])
  })
  test('a limit of churn below that of dormancy is said', async () => {
    const { codes } = await run(
      { customers: 1, asOf: 1000, orders: [[0, 990]] },
      { dormantDays: 90, lostDays: 60 },
    )
    expect(codes).toEqual(['lifecycle.neverDormant'])
  })
  test.each([
    [1, 7],
    [18.1, 30],
    [90, 90],
    [91, 120],
    [731, 1095],
  ])('%s days round up to %s', (found, friendly) => expect(friendlyDays(found)).toBe(friendly))
})

test('without orders, the last purchase and the number of orders in the list tell', async () => {
  const list = tableWith('customers', [
    [
      'measure',
      'date',
      '最近购买',
      ['2024-06-01', '2024-03-01', '2023-01-01', '', '2024-06-01', ''],
    ],
    ['measure', 'number', '订单数', ['1', '5', '2', '0', '3', '4']],
  ])
  const own = { lastPurchase: '最近购买', orderCount: '订单数' }
  const { stages: found, facts, codes } = await run({ customers: 6, asOf: '2024-07-01', list, own })
  expect(found).toEqual(['first', 'dormant', 'lost', 'prospect', 'repeat', '?'])
  expect(facts.months).toEqual([])
  expect(facts.stages.every(({ amount }) => amount === null)).toBe(true)
  expect(codes).toContain('lifecycle.fromList')
  // the same as days since then
  const since = tableWith('customers', [['measure', 'number', '距今', ['30', '122', '547']]])
  const ages = await run({
    customers: 3,
    asOf: '2024-07-01',
    list: since,
    own: { lastPurchase: '距今' },
  })
  expect(ages.stages).toEqual(['?', 'dormant', 'lost'])
})

describe('laws', () => {
  const history = fc.record({
    customers: fc.constant(6),
    asOf: fc.constant(1000),
    orders: fc.array(
      fc.tuple(
        fc.integer({ min: -1, max: 5 }),
        fc.integer({ min: 300, max: 1000 }),
        fc.integer({ min: -50, max: 500 }),
      ),
      { maxLength: 60 },
    ),
  })
  const by = fc.constantFrom('days' as const, 'rhythm' as const)

  test('every customer is counted once', () =>
    fc.assert(
      fc.asyncProperty(history, by, async (given, by) => {
        const { facts } = await run(given, { by })
        const counted = facts.stages.reduce((sum, { customers }) => sum + customers, facts.unknown)
        expect(counted).toBe(given.customers)
        for (const { counts } of facts.months)
          expect(counts.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(given.customers)
        expect(facts.months.at(-1)?.counts ?? [0, 0, 0, 0]).toEqual(
          facts.stages.slice(1).map(({ customers }) => customers),
        )
      }),
    ))

  test('a later as-of date without purchases makes nobody more active', () =>
    fc.assert(
      fc.asyncProperty(history, by, fc.integer({ min: 0, max: 400 }), async (given, by, later) => {
        const rank = ['prospect', 'repeat', 'first', 'dormant', 'lost']
        const place = (stage: string) =>
          stage === 'first' ? rank.indexOf('repeat') : rank.indexOf(stage)
        const now = await run(given, { by, ...days })
        const then = await run({ ...given, asOf: given.asOf + later }, { by, ...days })
        now.stages.forEach((stage, row) =>
          expect(place(then.stages[row] ?? '')).toBeGreaterThanOrEqual(place(stage)),
        )
      }),
    ))

  test('the order of the rows never matters', () =>
    fc.assert(
      fc.asyncProperty(history, by, fc.infiniteStream(fc.nat()), async (given, by, order) => {
        const keys = given.orders.map(() => order.next().value as number)
        const orders = given.orders
          .map((one, at) => ({ one, key: keys[at] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one)
        const [one, other] = [await run(given, { by }), await run({ ...given, orders }, { by })]
        const plain = (facts: LifecycleFacts) => JSON.stringify(facts)
        expect(other.stages).toEqual(one.stages)
        expect(plain(other.facts)).toBe(plain(one.facts))
      }),
    ))
})
