import { describe, expect, test } from 'vitest'
import { type Given, ran, records, table } from './given.ts'

const contribution = (given: Omit<Given, 'asOf'>, settings: object = {}) =>
  ran('contribution', { asOf: '2024-06-30', ...given }, settings)
const orders = (roles: string, ...lines: readonly string[]) => ({
  records: { orders: records('orders', roles, ...lines) },
})

describe('margin', () => {
  test('amount less refunds and cost; orders of unknown cost are left out and counted', async () => {
    const { of, codes, usuallyOn } = await contribution(
      orders(
        'record when amount refund cost',
        '0 A 2024-01-01 100 10 60', // 30
        '0 B 2024-01-02 50 - 20', // 30
        '1 C 2024-01-02 50 - -',
        '1 D 2024-07-02 50 - 1', // after the as-of date
      ),
    )
    expect(usuallyOn).toBe(true)
    expect(of('contribution.margin')).toEqual([60, '', 0])
    expect(codes).toEqual([['contribution.costUnknown', 1]])
  })
  test('profit comes first, then cost, then the rate', async () => {
    const { of, facts } = await contribution(
      orders('record amount cost profit', '0 A 100 60 25', '1 B 100 60 -', '2 C 100 - -'),
      { marginRate: 0.3 },
    )
    expect(of('contribution.margin')).toEqual([25, 40, 30])
    expect(facts).toMatchObject({ margin: 95, unit: 'CNY', referred: null })
  })
  test('costs of lines are summed, repeated ones of the order count once', async () => {
    const lines = orders('record total cost', '0 A 100 10', '0 A 100 20', '0 A 100 30')
    expect((await contribution(lines)).of('contribution.margin')).toEqual([40, 0, 0])
    const whole = orders('record total cost', '0 A 100 30', '0 A 100 30')
    expect((await contribution(whole)).of('contribution.margin')).toEqual([70, 0, 0])
  })
  test('without costs, profits, a rate or referrers it lacks its source', async () => {
    const some = orders('record amount', '0 A 5')
    expect(await contribution(some)).toMatchObject({
      needs: ['contribution.source'],
      usuallyOn: false,
    })
    const rated = await contribution(some, { marginRate: 0.5 })
    expect(rated).toMatchObject({ needs: [], usuallyOn: false })
    expect(rated.of('contribution.margin')).toEqual([2.5, 0, 0])
  })
})

describe('referred customers', () => {
  const list = table(
    'customers',
    'key name phone referrer',
    'C1 甲 13800138000 -',
    'C2 乙 13900139000 C1', // by number
    'C3 丙 - 138-0013-8000', // by phone
    'C4 丁 - 甲', // by name
    'C5 戊 - C5', // himself
    'C6 己 - 庚', // two of that name
    'C7 庚 - C8',
    'C8 庚 - C7', // a circle of two
    'C9 辛 - 王五', // nobody's name
  )
  test('by number, phone and name; himself, shared and unknown names count for nobody', async () => {
    const run = await contribution({
      customers: list,
      records: {
        orders: records(
          'orders',
          'when amount',
          '1 2024-01-01 10',
          '2 2024-01-02 20.5',
          '3 2024-07-02 999', // after the as-of date
          '6 2024-01-01 7',
        ),
      },
    })
    expect(run.usuallyOn).toBe(true)
    expect(run.of('contribution.referred')).toEqual([3, 0, 0, 0, 0, 0, 1, 1, 0])
    expect(run.of('contribution.referredAmount')).toEqual([30.5, 0, 0, 0, 0, 0, 0, 7, 0])
    expect(run.codes).toEqual([
      ['contribution.referrerUnknown', 2],
      ['contribution.ownReferrer', 1],
    ])
    expect(run.facts).toMatchObject({ referrers: 3, referred: 5, referredAmount: 37.5 })
    expect(run.ids).not.toContain('contribution.margin')
  })
  test('without orders the money is that of the list', async () => {
    const own = table('customers', 'key measure referrer', 'C1 5 -', 'C2 30 C1', 'C3 - C1')
    const bare = await contribution({ customers: own, records: {} })
    expect(bare.ids).toEqual(['contribution.referred'])
    const run = await contribution({ customers: own, records: {}, own: { totalSpend: 'c1' } })
    expect(run.of('contribution.referredAmount')).toEqual([30, 0, 0])
  })
})

describe('who brought most', () => {
  const lines = ['C1 甲 -', 'C2 乙 C1', 'C3 - C1', 'C4 丁 C3', 'C5 戊 C3', 'C6 己 C2']
  const customers = { ...table('customers', 'key name referrer', ...lines), key: 'c0' }

  test('by money, then by count; a customer without a name by the number', async () => {
    // C1 brought 10 + 0, C3 brought 5 + 5, C2 brought 7
    const { facts } = await contribution({
      customers,
      ...orders(
        'when amount',
        '1 2024-01-01 10',
        '3 2024-01-01 5',
        '4 2024-01-01 5',
        '5 2024-01-01 7',
      ),
    })
    expect(facts).toMatchObject({
      top: [
        { row: 0, name: '甲', count: 2, amount: 10 },
        { row: 2, name: 'C3', count: 2, amount: 10 },
        { row: 1, name: '乙', count: 1, amount: 7 },
      ],
    })
  })
  test('by count where no money is known; ten at most', async () => {
    const { facts } = await contribution({ customers, records: {} })
    expect(facts).toMatchObject({
      top: [
        { name: '甲', count: 2, amount: null },
        { name: 'C3', count: 2, amount: null },
        { name: '乙', count: 1, amount: null },
      ],
    })
    const many = Array.from({ length: 12 }, (_, at) => `K${at} n${at} K${at + 1}`)
    const chain = { ...table('customers', 'key name referrer', ...many), key: 'c0' }
    const run = await contribution({ customers: chain, records: {} })
    expect((run.facts as { top: readonly unknown[] }).top).toHaveLength(10)
  })
})
