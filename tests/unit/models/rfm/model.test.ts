import { describe, expect, test } from 'vitest'
import { createJob } from '../../../../src/core/job.ts'
import type { ModelInput } from '../../../../src/models/model.ts'
import { rfm } from '../../../../src/models/rfm/rfm.ts'
import { defaults, type RfmSettings, sound } from '../../../../src/models/rfm/settings.ts'
import type { DateColumn, NumberColumn } from '../../../../src/table/column.ts'
import type { Table } from '../../../../src/table/table.ts'
import { dates, numbers, tableOf as tableWith } from '../../../fixtures/gradingTables.ts'

const job = createJob()
const tableOf = (columns: readonly (DateColumn | NumberColumn)[]) =>
  tableWith(columns, columns[0]?.values.length ?? 0)
const asOf = 20_000

/** Customers by rows; orders as [customer, days ago, amount]. */
type Order = readonly [customer: number, ago: number, amount: number]
function input(
  customers: Table,
  orders: readonly Order[] | null,
  own: ModelInput['own'] = {},
): ModelInput {
  const table = tableOf([
    dates(
      'when',
      (orders ?? []).map(([, ago]) => asOf - ago),
      { role: 'when' },
    ),
    numbers(
      'amount',
      (orders ?? []).map(([, , amount]) => amount),
      { role: 'amount' },
    ),
  ])
  const whose = Int32Array.from(orders ?? [], ([customer]) => customer)
  return {
    customers,
    asOf,
    records: orders ? { orders: { table, whose } } : {},
    own,
    purchases: () =>
      Promise.resolve(
        orders && {
          customers: whose,
          days: Float64Array.from(orders, ([, ago]) => asOf - ago),
          amounts: Float64Array.from(orders, ([, , amount]) => amount),
          unit: 'CNY',
        },
      ),
  }
}
const people = (count: number) =>
  tableOf([
    numbers(
      'x',
      Array.from({ length: count }, () => 0),
    ),
  ])
const settings = (change: Partial<RfmSettings> = {}): RfmSettings => ({ ...defaults(), ...change })
const run = async (given: ModelInput, change: Partial<RfmSettings> = {}) => {
  const found = await rfm.run(given, settings(change), job)
  const values = (id: string) => {
    const figure = found.figures.find((each) => each.id === id)
    if (!figure) throw new Error(`no figure ${id}`)
    if (figure.reading !== 'category') return [...figure.values]
    return Array.from(figure.codes, (code) => {
      const label = figure.labels[code - 1]
      return label === undefined ? '' : 'text' in label ? label.text : label.word
    })
  }
  const codes = found.notes.map(({ code }) => code)
  return { ...found, values, codes }
}

describe('RFM of orders', () => {
  const orders: readonly Order[] = [
    [0, 1, 100],
    [0, 5, 100],
    [0, 9, 100],
    [1, 50, 60],
    [1, 60, 60],
    [2, 300, 10],
  ]

  test('three customers at three levels by hand; who never bought has nothing', async () => {
    const { values, codes, facts } = await run(input(people(4), orders))
    expect(values('rfm.recency')).toEqual([1, 50, 300, NaN])
    expect(values('rfm.frequency')).toEqual([3, 2, 1, NaN])
    expect(values('rfm.monetary')).toEqual([300, 120, 10, NaN])
    expect(values('rfm.r')).toEqual([3, 2, 1, NaN])
    expect(values('rfm.f')).toEqual([3, 2, 1, NaN])
    expect(values('rfm.m')).toEqual([3, 2, 1, NaN])
    expect(values('rfm.code')).toEqual(['333', '222', '111', ''])
    expect(values('rfm.segment')).toEqual([
      'segment.champions',
      'segment.needAttention',
      'segment.lost',
      '',
    ])
    expect(codes).toEqual(['rfm.unscored', 'rfm.few'])
    expect(facts).toMatchObject({ levels: 3, customers: 3, source: 'orders', unit: 'CNY' })
    expect(JSON.stringify(structuredClone(facts))).toBe(JSON.stringify(facts))
  })

  test('a window leaves out who bought before it', async () => {
    const { values } = await run(input(people(3), orders), { window: 55 })
    expect(values('rfm.frequency')).toEqual([3, 1, NaN])
    expect(values('rfm.segment')[2]).toBe('')
  })

  test('orders without a day are left out, and it says so', async () => {
    const { values, notes } = await run(input(people(2), [...orders.slice(0, 5), [1, NaN, 5]]))
    expect(values('rfm.frequency')).toEqual([3, 2])
    expect(notes[0]).toMatchObject({ code: 'rfm.undated', detail: { count: 1, source: 'orders' } })
  })

  test('cut points bring their own number of levels; those that cannot be used give way to quantiles', async () => {
    const points = { recency: [30, 90], frequency: [2, 3], monetary: [50, 200] }
    const cut = await run(input(people(3), orders), { method: 'cutPoints', points, levels: '5' })
    expect(cut.facts?.levels).toBe(3)
    expect(cut.values('rfm.code')).toEqual(['333', '222', '111'])
    expect(cut.codes).not.toContain('rfm.cutPoints')
    for (const wrong of [null, { ...points, recency: [90, 30] }, { ...points, monetary: [1] }]) {
      const { codes, facts } = await run(input(people(3), orders), {
        method: 'cutPoints',
        points: wrong,
      })
      expect(codes).toContain('rfm.cutPoints')
      expect(facts?.levels).toBe(3)
    }
  })

  test('empty scores are told: all bought once', async () => {
    const once = Array.from({ length: 30 }, (_, at): Order => [at, at, at])
    const { notes, values } = await run(input(people(30), once))
    expect(new Set<unknown>(values('rfm.f'))).toEqual(new Set<unknown>([1]))
    expect(notes).toContainEqual({
      code: 'rfm.emptyScores',
      level: 'info',
      detail: { measure: 'frequency', scores: ['2', '3'], method: 'quantile' },
    })
  })

  test('own segments of five levels are carried over to three, and it says so', async () => {
    const whole = { low: 1, high: 5 }
    const rules = [
      { name: { text: '好' }, recency: { low: 4, high: 5 }, frequency: whole, monetary: whole },
      { name: { text: ' ' }, recency: { low: 1, high: 1 }, frequency: whole, monetary: whole },
    ]
    const { values, codes } = await run(input(people(3), orders), {
      segments: 'own',
      own: { levels: 5, rules },
    })
    expect(values('rfm.segment')).toEqual(['好', 'segment.others', 'segment.others'])
    expect(codes).toContain('rfm.rescaled')
  })

  test('runs by itself where orders have days and money, and says what they lack', () => {
    const whole = input(people(1), [[0, 1, 1]])
    expect(rfm.usuallyOn(whole)).toBe(true)
    expect(rfm.needs(whole, settings())).toEqual([])
    const table = whole.records.orders?.table as Table
    const without = (role: string): ModelInput => ({
      ...whole,
      records: {
        orders: {
          table: { ...table, columns: table.columns.filter((each) => each.role !== role) },
          whose: new Int32Array(1),
        },
      },
    })
    expect(rfm.needs(without('when'), settings())).toEqual(['orders.when'])
    expect(rfm.needs(without('amount'), settings())).toEqual(['orders.amount'])
    expect(rfm.usuallyOn(without('when'))).toBe(false)
    expect(rfm.needs(input(people(1), null), settings())).toEqual(['rfm.source'])
  })
})

describe('RFM of a list that brings its figures along', () => {
  const list = (last: number[]) =>
    tableOf([
      numbers('ago', last),
      dates(
        'last',
        last.map((days) => asOf - days),
      ),
      numbers('count', [3, 2, 1, 0]),
      numbers('total', [300, 120, 10, 0]),
      numbers('each', [100, 60, 10, NaN]),
    ])
  const own = { orderCount: 'count', totalSpend: 'total' }

  test('is off until somebody asks, and reads three columns of it', () => {
    const given = input(list([1, 50, 300, 400]), null, { ...own, lastPurchase: 'last' })
    expect(rfm.usuallyOn(given)).toBe(false)
    expect(rfm.needs(given, settings())).toEqual([])
    expect(rfm.reads(given, settings()).map(({ id }) => id)).toEqual(['last', 'count', 'total'])
    expect(rfm.needs(given, settings({ source: 'orders' }))).toEqual(['rfm.source'])
  })

  test.each(['ago', 'last'])('days by %s; a customer with 0 orders has no scores', async (last) => {
    const { values, facts } = await run(
      input(list([1, 50, 300, 400]), null, { ...own, lastPurchase: last }),
    )
    expect(values('rfm.recency')).toEqual([1, 50, 300, NaN])
    expect(values('rfm.code')).toEqual(['333', '222', '111', ''])
    expect(facts?.source).toBe('list')
  })

  test('money of one order counts as often as there are orders; totals are averaged', async () => {
    const table = list([1, 50, 300, 400])
    const each = { lastPurchase: 'ago', orderCount: 'count', spendPerOrder: 'each' }
    const spread = await run(input(table, null, each))
    expect(spread.values('rfm.monetary')).toEqual([300, 120, 10, NaN])
    const total = { lastPurchase: 'ago', orderCount: 'count', totalSpend: 'total' }
    const averaged = await run(input(table, null, total), { monetary: 'average' })
    expect(averaged.values('rfm.monetary')).toEqual([100, 60, 10, NaN])
  })

  test('a last day after the as-of date is no recency, and it says so', async () => {
    const { values, codes } = await run(
      input(list([-3, 50, 300, 400]), null, { ...own, lastPurchase: 'last' }),
    )
    expect(values('rfm.recency')).toEqual([NaN, 50, 300, NaN])
    expect(values('rfm.segment')[0]).toBe('')
    expect(codes).toContain('rfm.later')
  })

  test('rows that were deleted are not customers', async () => {
    const table = list([1, 50, 300, 400])
    const order = Uint32Array.from([1, 2])
    const { values } = await run(input({ ...table, order }, null, { ...own, lastPurchase: 'last' }))
    expect(values('rfm.recency')).toEqual([NaN, 50, 300, NaN])
  })
})

describe('settings from a file', () => {
  test('what makes no sense is as usual', () => {
    const odd = {
      source: 'web',
      window: -3,
      monetary: 7,
      method: {},
      points: { recency: ['a'] },
      levels: 5,
      segments: '__proto__',
      own: { levels: 9, rules: [] },
      other: 1,
    }
    expect(sound(odd)).toEqual(defaults())
    expect(sound({ own: { levels: 5, rules: [{ name: { word: 'x' } }] } })).toEqual(defaults())
    expect(sound({ window: 1.5 })).toEqual(defaults())
    expect(sound({ window: Infinity })).toEqual(defaults())
  })

  test('what makes sense stays', () => {
    const interval = { low: 1, high: 2 }
    const rule = {
      name: { text: 'a' },
      recency: interval,
      frequency: interval,
      monetary: interval,
    }
    const given = settings({
      window: 365,
      segments: 'own',
      own: { levels: 3, rules: [rule] },
      points: { recency: [1, 2], frequency: [1, 2], monetary: [1, 2] },
    })
    expect(sound(given)).toEqual(given)
  })
})
