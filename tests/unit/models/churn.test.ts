import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { churn, type ChurnSettings } from '../../../src/models/churn/churn.ts'
import { levels, reasons } from '../../../src/models/churn/reasons.ts'
import { day, type Given, inputOf, job, type Order, recordsOf, tableWith } from './history.ts'

async function run(given: Given, settings: Partial<ChurnSettings> = {}) {
  const input = inputOf(given)
  const all = { ...churn.defaults(), dormantDays: 90, lostDays: 180, ...settings }
  const { figures, facts, notes } = await churn.run(input, all, job)
  const [risk, reason, overdue] = figures
  const word = (names: readonly string[], codes: Uint32Array) =>
    [...codes].map((code) => names[code - 1]?.replace('risk.', '') ?? '')
  return {
    levels: risk?.reading === 'category' ? word(levels, risk.codes) : [],
    reasons: reason?.reading === 'category' ? word(reasons, reason.codes) : [],
    overdue: overdue?.reading === 'number' ? [...overdue.values] : [],
    facts,
    codes: notes.map(({ code }) => code),
  }
}

/** Purchases every `gap` days, the last one on `last`. */
const every = (customer: number, gap: number, last: number, times = 4): Order[] =>
  Array.from({ length: times }, (_, back) => [customer, last - back * gap] as const)

describe('risk by one’s own rhythm: medium from 2, high from 3 times the usual gap', () => {
  test('worked out by hand', async () => {
    // usual gap 20; idle 39, 40, 59, 60, 181 → 1.95, 2, 2.95, 3, 9.05 times; beyond 180 days lost
    const last = [39, 40, 59, 60, 181].map((idle) => 1000 - idle)
    const orders = last.flatMap((on, row) => every(row, 20, on))
    const {
      levels: found,
      reasons: why,
      overdue,
      facts,
      codes,
    } = await run({
      customers: 6,
      asOf: 1000,
      orders,
    })
    expect(overdue).toEqual([1.95, 2, 2.95, 3, 9.05, NaN])
    expect(found).toEqual(['low', 'middle', 'middle', 'high', '', ''])
    expect(why).toEqual(['', 'rhythm', 'rhythm', 'rhythm', '', ''])
    expect(facts.risk?.lost).toBe(1)
    expect(facts.risk?.levels.map(({ customers, amount }) => [customers, amount])).toEqual([
      [1, 400],
      [2, 800],
      [1, 400],
    ])
    expect(facts.risk?.reasons).toEqual([
      { reason: 'risk.rhythm', customers: 3, amount: 1200, high: 1 },
    ])
    expect(codes).toContain('churn.lost')
  })
  test('nobody is called late before two weeks', async () => {
    const orders = [...every(0, 1, 987), ...every(1, 1, 986)] // 13 and 14 days, usual gap 1
    const { levels: found, overdue } = await run({ customers: 2, asOf: 1000, orders })
    expect(overdue).toEqual([13, 14])
    expect(found).toEqual(['low', 'high'])
  })
})

test('below three purchase days the limits of the lifecycle tell', async () => {
  // dormant beyond 90; the second half of the way to 180 begins beyond 135
  const orders: Order[] = [[0, 910], [1, 909], [2, 865], [3, 864], ...every(4, 30, 909, 2)]
  const { levels: found, reasons: why } = await run({ customers: 5, asOf: 1000, orders })
  expect(found).toEqual(['low', 'middle', 'middle', 'high', 'middle'])
  expect(why).toEqual(['', 'once', 'once', 'once', 'limits'])
})

test('slowing down: the last two gaps at least twice as long as those before', async () => {
  // gaps 10, 10, 20, 20 and 10, 10, 20, 19 (median 19.5 < 20); idle 0
  const orders: Order[] = [
    ...[940, 950, 960, 980, 1000].map((on): Order => [0, on]),
    ...[941, 951, 961, 981, 1000].map((on): Order => [1, on]),
    ...[950, 960, 980, 1000].map((on): Order => [2, on]), // one gap before is no rhythm
  ]
  const { levels: found, reasons: why } = await run({ customers: 3, asOf: 1000, orders })
  expect(found).toEqual(['middle', 'low', 'low'])
  expect(why).toEqual(['slowing', '', ''])
})

describe('what else is known', () => {
  const orders = [0, 1, 2, 3, 4].flatMap((row) => every(row, 20, 990))
  test('an unresolved complaint is a high risk', async () => {
    const service = recordsOf(
      [
        ['when', 'date', '时间', ['2020-01-01', '2020-01-01', '2020-01-01', '2020-01-01', '']],
        ['group', 'category', '类型', ['投诉', '投诉', '咨询', '投诉', '投诉']],
        ['status', 'category', '状态', ['处理中', '已解决', '处理中', '已撤销', '']],
      ],
      [0, 1, 2, 3, 4],
    )
    const given = {
      customers: 5,
      asOf: 20_000,
      orders: orders.map(([c, d]): Order => [c, (d as number) + 19_000]),
    }
    const { levels: found, reasons: why } = await run({ ...given, records: { service } })
    expect(found).toEqual(['high', 'low', 'low', 'low', 'low'])
    expect(why[0]).toBe('complaint')
    const off = await run({ ...given, records: { service } }, { complaints: false })
    expect(off.levels[0]).toBe('low')
  })
  test('a poor answer of the last year is a medium risk', async () => {
    const survey = recordsOf(
      [
        [
          'when',
          'date',
          '时间',
          ['1972-01-01', '1972-01-01', '1972-01-02', '1970-06-01', '1972-01-01'],
        ],
        ['answer', 'number', 'NPS', ['6', '3', '9', '0', '7']],
      ],
      [0, 1, 1, 2, 3],
    )
    const asOf = day('1972-06-01')
    const recent = orders.map(([c, d]): Order => [c, (d as number) - 1000 + asOf])
    const { levels: found, reasons: why } = await run({
      customers: 5,
      asOf,
      orders: recent,
      records: { survey },
    })
    expect(found).toEqual(['middle', 'low', 'low', 'low', 'low'])
    expect(why[0]).toBe('answer')
  })
  test('the strongest reason is said', async () => {
    const survey = recordsOf([['answer', 'number', 'NPS', ['0']]], [0])
    const late = await run({
      customers: 1,
      asOf: 1000,
      orders: every(0, 20, 930),
      records: { survey },
    })
    expect([late.levels[0], late.reasons[0]]).toEqual(['high', 'rhythm']) // 3.5 times
    const medium = await run({
      customers: 1,
      asOf: 1000,
      orders: every(0, 20, 955),
      records: { survey },
    })
    expect([medium.levels[0], medium.reasons[0]]).toEqual(['middle', 'rhythm']) // of equal ones the first
  })
})

describe('churn per period, worked out by hand', () => {
  // limit 60 days. A buys every month to July, B stops on 2024-01-20, C on 2024-03-10, D comes on 2024-05-05
  const orders: Order[] = [
    ...['01', '02', '03', '04', '05', '06', '07'].map((month): Order => [
      0,
      `2024-${month}-15`,
      100,
    ]),
    [1, '2024-01-20', 50],
    [2, '2024-01-10', 30],
    [2, '2024-03-10', 60],
    [3, '2024-05-05', 40],
  ]
  const settings = { dormantDays: 30, lostDays: 60 }
  test('lost in the period ÷ customers at its start, from when somebody can be lost', async () => {
    const { facts } = await run({ customers: 4, asOf: '2024-07-20', orders }, settings)
    // first purchase 2024-01-10 + 60 days = 2024-03-10: April is the first period; July is not over
    // March 31: A 16 d, B 71 d lost, C 21 d → 2 customers. April 30: C 51 d. May 31: C 82 d lost, D 26 d. June 30: D 56 d
    expect(facts.turnover.map(({ start, customers, lost }) => [start, customers, lost])).toEqual([
      [day('2024-04-01'), 2, 0],
      [day('2024-05-01'), 2, 1],
      [day('2024-06-01'), 2, 0],
    ])
    expect(facts.turnover.map(({ churn }) => churn)).toEqual([0, 0.5, 0])
    // March → April: A 100 → 100, C 60 → 0: (160 − 60) / 160. April → May: A only. May → June: A 100 → 100, D 40 → 0
    expect(facts.turnover.map(({ net }) => net)).toEqual([0.625, 1, 100 / 140])
    expect(facts.turnover.map(({ gross }) => gross)).toEqual([0.625, 1, 100 / 140])
    expect(facts.typical?.churn).toBeCloseTo(1 / 6, 12)
    expect(facts.typical?.yearly).toBeCloseTo(1 - (5 / 6) ** 12, 12)
    expect(facts.typical?.years).toBeCloseTo(0.5, 12)
  })
  test('a period ends with the as-of date if that is its last day', async () => {
    const { facts } = await run({ customers: 4, asOf: '2024-07-31', orders }, settings)
    expect(facts.turnover.at(-1)?.start).toBe(day('2024-07-01'))
    expect(facts.cohorts?.whole).toBe(true)
  })
  test('too little history is said', async () => {
    const { facts, codes } = await run({ customers: 4, asOf: '2024-07-20', orders })
    expect(facts.turnover).toEqual([])
    expect(codes).toContain('churn.short')
  })
  test('cohorts: first purchase by quarter', async () => {
    const { facts } = await run(
      { customers: 4, asOf: '2024-07-20', orders },
      { ...settings, period: 'quarter' },
    )
    // first quarter A, B, C: 3 active, then A, then A; second quarter D: 1, then 0
    expect(facts.cohorts?.active).toEqual([[3, 1, 1], [1, 0], [0]])
    expect(facts.cohorts?.starts).toEqual(['2024-01-01', '2024-04-01', '2024-07-01'].map(day))
    expect(facts.cohorts?.whole).toBe(false)
  })
})

test('without orders, a yes / no column of the list says who is lost', async () => {
  const list = tableWith('customers', [
    ['other', 'boolean', '是否会员', ['是', '否', '是', '是']],
    ['other', 'boolean', '是否流失', ['是', '否', '', '否']],
  ])
  const { facts, levels: found } = await run({ customers: 4, asOf: 1000, list })
  expect(facts.flagged).toEqual({ column: '是否流失', lost: 1, customers: 3, churn: 1 / 3 })
  expect(facts.risk).toBeNull()
  expect(found).toEqual([])
})

describe('laws', () => {
  const history = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 500, max: 1000 })),
    { maxLength: 60 },
  )
  test('whoever bought is either judged or lost', () =>
    fc.assert(
      fc.asyncProperty(history, async (orders) => {
        const {
          facts,
          levels: found,
          reasons: why,
        } = await run({ customers: 6, asOf: 1000, orders })
        const buyers = new Set(orders.map(([customer]) => customer)).size
        const judged = facts.risk?.levels.reduce((sum, { customers }) => sum + customers, 0) ?? 0
        expect(judged + (facts.risk?.lost ?? 0)).toBe(buyers)
        found.forEach((level, row) =>
          expect(why[row] !== '').toBe(level === 'middle' || level === 'high'),
        )
      }),
    ))
  test('each buyer of the last 13 months is in one cohort, and never more of it come back than it has', () =>
    fc.assert(
      fc.asyncProperty(history, async (given) => {
        const orders = given.map(([customer, on]): Order => [customer, 2 * on - 1000])
        const { facts } = await run({ customers: 6, asOf: 1000, orders })
        const active = facts.cohorts?.active ?? []
        const first = facts.cohorts?.starts[0] ?? 0
        const firsts = new Map<number, number>()
        for (const [customer, on] of orders)
          firsts.set(customer, Math.min(firsts.get(customer) ?? Infinity, Number(on)))
        const within = [...firsts].filter(([, on]) => on >= first).length
        expect(active.reduce((sum, [size = 0]) => sum + size, 0)).toBe(within)
        for (const [size = 0, ...later] of active)
          for (const count of later) expect(count).toBeLessThanOrEqual(size)
      }),
    ))
})
