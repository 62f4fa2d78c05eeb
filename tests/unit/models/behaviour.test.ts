import { describe, expect, test } from 'vitest'
import type { BehaviourFacts } from '../../../src/models/behaviour/facts.ts'
import { type Given, ran, records } from './given.ts'

/** Every expectation is worked out by hand; the sum stands beside it. */

const asOf = '2024-06-30'
const behaviour = async (given: Omit<Given, 'asOf'>, settings: object = {}) => {
  const run = await ran('behaviour', { asOf, ...given }, settings)
  return { ...run, facts: run.facts as BehaviourFacts }
}
const orders = (roles: string, ...lines: readonly string[]) => ({
  records: { orders: records('orders', roles, ...lines) },
})

describe('count, amount, average, first and last', () => {
  const some = orders(
    'record when amount refund',
    '0 A1 2024-01-10 100 -',
    '0 A1 2024-01-10 50 -', // a second line of A1
    '0 A2 2024-03-01 90 30',
    '0 A3 2024-04-01 -20 -', // a credit note: takes from the money, is no order
    '1 B1 2024-05-05 - -', // of no known amount
    '1 B2 2024-07-01 500 -', // after the as-of date
    '1 B3 2024-02-02 80 80', // refunded in full
  )
  test('each by its definition', async () => {
    const { of, codes } = await behaviour(some)
    expect(of('orders.count')).toEqual([2, 1, 0])
    expect(of('orders.amount')).toEqual([190, '', 0]) // 150 + (90 − 30) − 20
    expect(of('orders.average')).toEqual([95, '', '']) // 190 ÷ 2
    expect(of('orders.first')).toEqual(['2024-01-10', '2024-05-05', ''])
    expect(of('orders.last')).toEqual(['2024-03-01', '2024-05-05', ''])
    expect(codes).toEqual([
      ['orders.afterAsOf', 1],
      ['orders.unpriced', 1],
    ])
  })
  test('a window of 3 months is from 31 March on; first and last look at all orders', async () => {
    const { of, facts } = await behaviour(some, { window: 3 })
    expect(of('orders.count')).toEqual([0, 1, 0])
    expect(of('orders.amount')).toEqual([-20, '', 0])
    expect(of('orders.first')).toEqual(['2024-01-10', '2024-05-05', ''])
    expect(facts.from).toBe(19_813) // 2024-03-31, the day after 30 March
  })
  test('an order of the last day of the window counts, of the day before its first does not', async () => {
    const { of } = await behaviour(
      orders('when amount', '0 2024-06-30 1', '1 2024-03-31 1', '2 2024-03-30 1'),
      { window: 3 },
    )
    expect(of('orders.count')).toEqual([1, 1, 0])
  })
  test('orders without a day are in no window, and said so', async () => {
    const some = orders('when amount', '0 - 10', '0 2024-06-01 5')
    const all = await behaviour(some)
    expect(all.of('orders.count')).toEqual([2, 0, 0])
    expect(all.codes).toEqual([['orders.undated', 1]])
    expect(all.notes[0]?.detail['windowed']).toBe(0)
    const windowed = await behaviour(some, { window: 12 })
    expect(windowed.of('orders.count')).toEqual([1, 0, 0])
    expect(windowed.notes[0]?.detail['windowed']).toBe(1)
  })
  test('columns that are not there give no figures', async () => {
    const { ids } = await behaviour(orders('record amount', '0 1 5'))
    expect(ids).toEqual(['orders.count', 'orders.amount', 'orders.average'])
    expect((await behaviour(orders('record when', '0 1 2024-01-01'))).ids).toEqual([
      'orders.count',
      'orders.first',
      'orders.last',
      'orders.rhythm',
    ])
  })
})

describe('rhythm: the median gap between purchase days', () => {
  test('from three different days on; several orders of a day are one', async () => {
    const { of, facts } = await behaviour(
      orders(
        'when amount',
        '0 2024-01-01 1',
        '0 2024-01-11 1',
        '0 2024-01-11 9',
        '0 2024-02-20 1',
        '0 2024-02-22 1', // gaps 10, 40, 2
        '1 2024-01-01 1',
        '1 2024-01-05 1', // one gap of 4: two days only
        '2 2024-03-01 1',
        '2 2024-03-07 1',
        '2 2024-03-17 1', // gaps 6, 10
      ),
    )
    expect(of('orders.rhythm')).toEqual([10, '', 8]) // median of 2, 10, 40; of 6, 10
    expect(facts.typicalGap).toBe(8) // of 2, 4, 6, 10, 10, 40: (6 + 10) ÷ 2
  })
})

describe('spend that fades', () => {
  test('counts half after each half-life; refunds come off; no day or no amount counts nothing', async () => {
    const some = orders(
      'when amount refund',
      '0 2024-06-30 100 -', // of the as-of date: in full
      '0 2024-04-01 80 -', // 90 days before
      '0 2024-01-02 50 10', // 180 days before
      '0 - 999 -',
      '0 2024-07-01 999 -', // after the as-of date
      '1 2024-05-01 - -', // of no known amount
    )
    // by hand: 100 + 80 ÷ 2 + (50 − 10) ÷ 4; nothing known of the second; no order of the third
    expect((await behaviour(some)).of('orders.fading')).toEqual([150, '', 0])
    // 100 + 80 ÷ 4 + 40 ÷ 16
    expect((await behaviour(some, { halfLife: 45 })).of('orders.fading')[0]).toBe(122.5)
    // of the last two months only what is in the window
    expect((await behaviour(some, { window: 2 })).of('orders.fading')[0]).toBe(100)
  })
})

describe('trend: the last months against as many before', () => {
  // as of 30 June, 3 months: last = 31 March – 30 June, before = 31 December – 30 March
  test('as a fraction; nobody without money in the earlier period has one', async () => {
    const { of } = await behaviour(
      orders(
        'when amount refund',
        '0 2024-02-01 100 -',
        '0 2024-05-01 60 -',
        '1 2024-06-01 70 -', // new
        '2 2024-01-01 40 -',
        '2 2024-03-30 20 10',
        '2 2023-12-30 999 -', // before both
      ),
    )
    expect(of('orders.trend')).toEqual([-0.4, '', -1]) // 60 ÷ 100 − 1; 0 ÷ 50 − 1
  })
  test('other lengths', async () => {
    const some = orders('when amount', '0 2024-05-15 50', '0 2024-06-15 75')
    expect((await behaviour(some, { trend: 1 })).of('orders.trend')).toEqual([0.5, '', ''])
    expect((await behaviour(some, { trend: 2 })).of('orders.trend')).toEqual(['', '', ''])
  })
})

describe('categories and channels', () => {
  test('main category by money, then by lines, then by text; its number', async () => {
    const { of, facts } = await behaviour(
      orders(
        'record when amount category channel',
        '0 A 2024-01-01 30 茶 门店',
        '0 A 2024-01-01 20 杯 门店',
        '0 B 2024-01-02 20 杯 网店',
        '0 C 2024-01-03 1 茶 网店', // tea 31, cups 40
        '1 D 2024-01-01 10 杯 门店',
        '1 E 2024-01-01 5 茶 网店',
        '1 F 2024-01-01 5 茶 网店', // tea 10 in two lines, cups 10 in one
        '2 G 2024-01-01 7 - -',
      ),
    )
    expect(of('orders.categories')).toEqual([2, 2, ''])
    expect(of('orders.category')).toEqual(['杯', '茶', ''])
    expect(of('orders.channel')).toEqual(['网店', '网店', '']) // 1 of 3, 1 of 3 in the shop
    expect(facts.categories).toEqual({
      top: [
        { text: '杯', count: 3, amount: 50 }, // 20 + 20 + 10
        { text: '茶', count: 4, amount: 41 }, // 30 + 1 + 5 + 5
      ],
      others: { kinds: 0, count: 0, amount: 0 },
      unknown: { count: 1, amount: 7 },
      amount: 98,
    })
    expect(facts.channels?.top).toEqual([
      { text: '门店', count: 2, amount: 60 }, // A 50, D 10
      { text: '网店', count: 4, amount: 31 }, // B 20, C 1, E 5, F 5
    ])
  })
  test('a total for the whole order is parted evenly among its lines that count', async () => {
    const { of } = await behaviour(
      orders(
        'record total category',
        '0 A 90 茶',
        '0 A 90 茶',
        '0 A 90 杯', // tea 60, cups 30
        '0 B 40 杯', // cups 70
      ),
    )
    expect(of('orders.category')).toEqual(['杯', '', ''])
  })
  test('the same but for case and blanks is one category; nobody who never bought has any', async () => {
    const { of } = await behaviour(orders('amount category', '0 5 Tea', '0 5 TEA', '1 5 cup'))
    expect(of('orders.categories')).toEqual([1, 1, 0])
    expect(of('orders.category')).toEqual(['TEA', 'cup', ''])
  })
})

describe('what was taken off and paid back', () => {
  test('discounts are a share of the full price: paid and taken off', async () => {
    const { of, facts } = await behaviour(
      orders(
        'record total discount',
        '0 A 80 20',
        '0 A 80 20', // the same order: once
        '0 B 100 -',
        '1 C 50 0',
      ),
    )
    expect(of('orders.discounts')).toEqual([0.1, 0, '']) // 20 ÷ (80 + 20 + 100)
    expect(facts.discounts).toBe(0.08) // 20 ÷ 250
  })
  test('discounts of lines are summed', async () => {
    const { of } = await behaviour(
      orders('record amount discount', '0 A 30 10', '0 A 30 20', '0 B 10 -'),
    )
    expect(of('orders.discounts')).toEqual([0.3, '', '']) // 30 ÷ (70 + 30)
    // that two lines of one order say the same is chance where other orders' do not
    const chance = await behaviour(
      orders(
        'record amount discount',
        '0 A 40 10',
        '0 A 40 10', // 20 ÷ (80 + 20)
        '1 B 50 10',
        '1 B 20 20', // 30 ÷ (70 + 30)
      ),
    )
    expect(chance.of('orders.discounts')).toEqual([0.2, 0.3, ''])
  })
  test('refunds: in part, in full, by status, by credit note; cancelled is none', async () => {
    const { of, facts } = await behaviour(
      orders(
        'record total refund status',
        '0 A 100 25 已完成',
        '0 B 100 100 已完成', // refunded in full by its amount
        '1 C 60 - 已退款', // by its status
        '1 D 40 - 已完成',
        '1 E 500 - 已取消',
        '2 F 50 - 已完成',
        '2 G -10 - 已完成',
      ),
    )
    // 125 ÷ 200; 60 ÷ 100; 10 ÷ 50
    expect(of('orders.refunds')).toEqual([0.625, 0.6, 0.2])
    expect(facts.refunds).toBeCloseTo(195 / 350, 12)
    expect(of('orders.count')).toEqual([1, 1, 1])
  })
  test('no share where nothing tells', async () => {
    expect((await behaviour(orders('record amount', '0 A 5'))).ids).not.toContain('orders.refunds')
  })
})

test('the page: repeat rate, average, months', async () => {
  const { facts } = await behaviour(
    orders(
      'when amount',
      '0 2024-01-01 10',
      '0 2024-03-01 20',
      '1 2024-03-31 30',
      '-1 2024-03-31 99', // nobody's
    ),
  )
  expect(facts).toMatchObject({
    orders: 3,
    buyers: 2,
    repeatBuyers: 1, // 1 of 2: a repeat purchase rate of 50 %
    amount: 60,
    average: 20,
    unit: 'CNY',
    from: null,
    months: [
      { month: '2024-01', orders: 1, amount: 10 },
      { month: '2024-02', orders: 0, amount: 0 },
      { month: '2024-03', orders: 2, amount: 50 },
    ],
  })
})

test('currencies are named, not converted', async () => {
  const some = orders('amount other=币种', '0 5 USD', '0 5 人民币', '1 7 CNY')
  const { codes, of } = await behaviour(some)
  expect(codes).toEqual([['orders.currencies', ['CNY', 'USD']]])
  expect(of('orders.amount')).toEqual([10, 7, 0])
  const cells = orders('amount', '0 $5', '0 ¥5')
  expect((await behaviour(cells)).codes).toEqual([['orders.currencies', ['CNY', 'USD']]])
  expect((await behaviour(orders('amount other=币种', '0 5 CNY', '0 5 元'))).codes).toEqual([])
})
