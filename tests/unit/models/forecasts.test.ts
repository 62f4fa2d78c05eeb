import { describe, expect, test } from 'vitest'
import { createJob } from '../../../src/core/job.ts'
import { seeded } from '../../../src/core/random.ts'
import type { Model, ModelInput } from '../../../src/models/model.ts'
import { prediction } from '../../../src/models/prediction/prediction.ts'
import { value } from '../../../src/models/value.ts'
import type { Column, NumberColumn } from '../../../src/table/column.ts'
import type { Table } from '../../../src/table/table.ts'

const job = createJob()

function column(
  id: string,
  role: Column['role'],
  values: number[],
  reading: 'number' | 'money' = 'number',
): NumberColumn {
  return {
    id,
    name: id,
    group: null,
    role,
    reading,
    unit: reading === 'money' ? 'CNY' : null,
    revision: 1,
    originals: null,
    marks: null,
    type: 'number',
    values: Float64Array.from(values),
  }
}

function tableWith(id: string, rows: number, columns: Column[]): Table {
  const order = Uint32Array.from({ length: rows }, (_, row) => row)
  return { id, rowCount: rows, order, key: null, columns }
}

type Purchase = readonly [customer: number, day: number, amount: number]

/** What models see of a list of `rows` customers and their orders. */
function inputOf(
  purchases: readonly Purchase[],
  rows: number,
  asOf: number,
  priced = true,
): ModelInput {
  const days = purchases.map(([, day]) => day)
  const amounts = purchases.map(([, , amount]) => amount)
  const when = {
    ...column('when', 'when', days),
    type: 'date',
    reading: 'date',
  } as unknown as Column
  const table = tableWith('orders', purchases.length, [
    when,
    ...(priced ? [column('total', 'total', amounts, 'money')] : []),
  ])
  const customers = Int32Array.from(purchases, ([customer]) => customer)
  return {
    customers: tableWith('customers', rows, []),
    asOf,
    records: { orders: { table, whose: customers } },
    own: {},
    purchases: () =>
      Promise.resolve({
        customers,
        days: Float64Array.from(days),
        amounts: Float64Array.from(amounts),
        unit: 'CNY',
      }),
  }
}

async function figuresOf<Settings extends object, Facts>(
  model: Model<Settings, Facts>,
  input: ModelInput,
  settings: Partial<Settings> = {},
) {
  const run = await model.run(input, { ...model.defaults(), ...settings }, job)
  const figure = (id: string) => {
    const found = run.figures.find((each) => each.id === id)
    return found && 'values' in found ? found.values : null
  }
  return { ...run, figure, codes: run.notes.map(({ code }) => code) }
}

/** 300 customers who leave after a purchase with a chance of one in five, and one who bought once. */
function shop(): Purchase[] {
  const random = seeded(8)
  const made: Purchase[] = [[300, 5, 50]]
  for (let row = 0; row < 300; row++)
    for (let day = row % 40; day < 400; day += 1 + Math.floor(-30 * Math.log(1 - random()))) {
      made.push([row, day, 20 + 60 * random()])
      if (random() < 0.2) break
    }
  return made
}

describe('prediction', () => {
  test('gives repeat customers a chance, purchases and money; nothing to who bought once or never', async () => {
    const { figure, facts, notes } = await figuresOf(prediction, inputOf(shop(), 302, 400))
    const [alive, purchases, spend, worth] = [
      figure('prediction.alive'),
      figure('prediction.purchases'),
      figure('prediction.spend'),
      figure('prediction.value'),
    ] as Float64Array[] as [Float64Array, Float64Array, Float64Array, Float64Array]
    for (const values of [alive, purchases, spend, worth])
      expect([values[300], values[301]]).toEqual([NaN, NaN])
    expect(facts?.model).toBe('bgNbd')
    expect(facts?.alive.reduce((sum, n) => sum + n, 0)).toBe(facts?.repeaters)
    const row = alive.findIndex((chance) => chance > 0.5)
    // discounted: less than purchases × spend, more than all of it a year later at 10 %
    const plain = (purchases[row] as number) * (spend[row] as number)
    expect(worth[row]).toBeLessThan(plain)
    expect(worth[row]).toBeGreaterThan(plain / 1.1)
    expect(facts?.holdout?.customers).toBeGreaterThan(290)
    expect(notes.find(({ code }) => code === 'prediction.oneTime')?.detail).toMatchObject({
      total: facts?.customers,
    })
  })

  test('without amounts foretells purchases, and no money', async () => {
    const { figures, facts } = await figuresOf(prediction, inputOf(shop(), 301, 400, false))
    expect(figures.map(({ id }) => id)).toEqual(['prediction.alive', 'prediction.purchases'])
    expect(facts?.spend).toBeNull()
  })

  test('too few repeat customers: empty columns, and a note', async () => {
    const few: Purchase[] = [
      [0, 1, 5],
      [0, 20, 5],
      [1, 3, 7],
    ]
    const { figure, codes, facts } = await figuresOf(prediction, inputOf(few, 2, 30))
    expect([...(figure('prediction.alive') ?? [])]).toEqual([NaN, NaN])
    expect(codes).toEqual(['prediction.fewRepeaters'])
    expect(facts?.model).toBeNull()
  })

  test('needs orders with days; can be cancelled', async () => {
    const input = inputOf(shop(), 301, 400)
    expect(prediction.needs({ ...input, records: {} }, prediction.defaults())).toEqual(['orders'])
    expect(prediction.needs(input, prediction.defaults())).toEqual([])
    const stop = new AbortController()
    stop.abort()
    await expect(
      prediction.run(input, prediction.defaults(), createJob(stop.signal)),
    ).rejects.toThrow('job.cancelled')
  })
})

describe('value', () => {
  // 4 orders of 100 in two years: 2 a year; a newcomer with one order of 60: one a year, not 52
  const orders: Purchase[] = [
    [0, 0, 100],
    [0, 200, 100],
    [0, 400, 100],
    [0, 729, 100],
    [1, 725, 60],
    [2, 700, 50],
    [2, 705, -20],
    [3, 10, NaN],
  ]

  test('by formula: order value × orders a year × margin × years (hand calculation)', async () => {
    const { figure, codes } = await figuresOf(value, inputOf(orders, 5, 729), { margin: 0.3 })
    const formula = figure('value.formula') as Float64Array
    expect(formula[0]).toBeCloseTo(100 * 2 * 0.3 * 3, 9)
    expect(formula[1]).toBeCloseTo(60 * 1 * 0.3 * 3, 9)
    expect(formula[2]).toBeCloseTo(30 * 1 * 0.3 * 3, 9) // less its credit note
    expect([formula[3], formula[4]]).toEqual([NaN, NaN]) // no amount known, no order
    const history = figure('value.history') as Float64Array
    expect([...history]).toEqual([120, 18, 9, NaN, 0])
    expect(codes).toEqual([])
  })

  test('by retention: m·r/(1 + d − r); without a margin sales, which is said', async () => {
    const settings = { method: 'retention', retention: 0.8, discount: 0.1 } as const
    const { figure, codes } = await figuresOf(value, inputOf(orders, 5, 729), settings)
    expect(figure('value.formula')?.[0]).toBeCloseTo((200 * 0.8) / 0.3, 9)
    expect(codes).toEqual(['value.noMargin'])
  })

  test("from the list's own columns where there are no orders", async () => {
    const columns = [column('f', 'measure', [12, 4]), column('s', 'measure', [50, NaN], 'money')]
    const input: ModelInput = {
      ...inputOf([], 2, 729),
      customers: tableWith('customers', 2, columns),
      records: {},
      own: { frequency: 'f', spendPerOrder: 's' },
    }
    expect(value.needs(input, value.defaults())).toEqual([])
    expect(value.reads(input, value.defaults()).map(({ id }) => id)).toEqual(['f', 's'])
    const { figure, facts } = await figuresOf(value, input)
    expect([...(figure('value.formula') ?? [])]).toEqual([1800, NaN])
    expect(figure('value.history')).toBeNull()
    expect(facts).toMatchObject({ customers: 1, formula: 1800, unit: 'CNY' })
  })
})
