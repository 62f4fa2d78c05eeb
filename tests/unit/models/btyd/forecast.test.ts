import { describe, expect, test } from 'vitest'
import { seeded } from '../../../../src/core/random.ts'
import { finish } from '../../../../src/core/steps.ts'
import { choose, type Wanted } from '../../../../src/models/btyd/choose.ts'
import { diagnose } from '../../../../src/models/btyd/diagnosis.ts'
import { forecast } from '../../../../src/models/btyd/forecast.ts'
import { historyOf } from '../../../../src/models/btyd/history.ts'
import { holdoutOf } from '../../../../src/models/btyd/holdout.ts'
import {
  discountedPurchases,
  formulaValue,
  retentionValue,
} from '../../../../src/models/btyd/lifetimeValue.ts'
import { patternsOf } from '../../../../src/models/btyd/patterns.ts'
import { spendDaysOf } from '../../../../src/models/btyd/spendDays.ts'
import { predictionFacts } from '../../../../src/models/prediction/facts.ts'

type Purchase = readonly [customer: number, day: number, amount: number]

const daysOf = (purchases: readonly Purchase[], count: number, asOf: number) =>
  spendDaysOf(
    {
      customers: Int32Array.from(purchases, ([customer]) => customer),
      days: Float64Array.from(purchases, ([, day]) => day),
      amounts: Float64Array.from(purchases, ([, , amount]) => amount),
    },
    count,
    asOf,
  )

const each = (count: number, make: (row: number) => Purchase[]) =>
  Array.from({ length: count }, (_, row) => make(row)).flat()

/** What a list comes to, with what the diagnosis says. */
function look(
  purchases: readonly Purchase[],
  count: number,
  asOf: number,
  wanted: Wanted = 'auto',
) {
  const all = daysOf(purchases, count, asOf)
  const found = finish(forecast(historyOf(all, asOf), { months: 12, discount: 0.01 }, wanted))
  const first = all.days.reduce((least, day) => Math.min(least, day), asOf)
  const split = Math.round(asOf - (asOf - first) / 3)
  const held = finish(holdoutOf(daysOf(purchases, count, split), all, split, asOf, wanted))
  const codes = diagnose(found, { wanted, days: 360, observed: asOf - first, priced: true }).map(
    ({ code }) => code,
  )
  return { found, held, codes }
}

const known = (values: Float64Array) => values.filter((value) => !Number.isNaN(value))

/** Customers who buy on each day with a chance of their own and leave at a chance of their own. */
function people(count: number, days: number, leave: (row: number) => number): Purchase[] {
  const random = seeded(11)
  return each(count, (row) => {
    const rate = 0.02 + 0.1 * random()
    const leaves = leave(row)
    const made: Purchase[] = [[row, row % 60, 20 + 30 * random()]]
    for (let day = (row % 60) + 1; day <= days; day++) {
      if (random() >= rate) continue
      made.push([row, day, 20 + 30 * random()])
      if (random() < leaves) break
    }
    return made
  })
}

describe('the choice of a model', () => {
  test('BG/NBD where customers leave', () => {
    const { found, codes } = look(
      people(800, 500, () => 0.15),
      800,
      500,
    )
    expect(found.choice?.model.id).toBe('bgNbd')
    expect(codes).toEqual([])
  })

  test('none that knows of leaving where nobody leaves: purchases, but no P(alive)', () => {
    const { found, codes } = look(
      people(800, 500, () => 0),
      800,
      500,
    )
    expect(found.choice?.model.id).toBe('nbd')
    expect(known(found.alive).length).toBe(0)
    expect(known(found.purchases).length).toBe(found.repeaters)
    expect(codes).toContain('prediction.noDropout')
    expect(found.choice?.gains.bgNbd).toBeLessThan(6)
    expect(found.choice?.gains.paretoNbd).toBeLessThan(6)
  })

  test('Pareto/NBD where it is wanted, whatever the other one says', () => {
    const purchases = people(400, 500, () => 0.15)
    const patterns = patternsOf(historyOf(daysOf(purchases, 400, 500), 500))
    expect(finish(choose(patterns, 'paretoNbd'))?.model.id).toBe('paretoNbd')
  })
})

test('the page is told sums and tenths that agree with the columns', () => {
  const { found, held } = look(
    people(800, 500, () => 0.15),
    800,
    500,
  )
  const given = { days: 360, observed: 500, unit: 'CNY', priced: true }
  const { alive, active, repeaters } = predictionFacts(found, held, given)
  const chances = known(found.alive)
  expect(active).toBeCloseTo(
    chances.reduce((sum, chance) => sum + chance, 0),
    9,
  )
  expect(alive.reduce((sum, count) => sum + count, 0)).toBe(repeaters)
  expect(alive.slice(0, 5).reduce((sum, count) => sum + count, 0)).toBe(
    chances.filter((chance) => chance < 0.5).length,
  )
})

describe('one-time buyers', () => {
  test('get nothing: it cannot be estimated, and that is not 100 %', () => {
    const purchases = [...people(300, 400, () => 0.2), ...each(200, (i) => [[300 + i, i, 9]])]
    const { found, codes } = look(purchases, 520, 400) // 20 never bought
    for (const values of [found.alive, found.purchases, found.money, found.value])
      for (const row of [300, 499, 505]) expect(values[row]).toBeNaN()
    expect(known(found.value).length).toBe(found.repeaters)
    expect(codes).toContain('prediction.oneTime')
  })
})

describe('odd lists give a diagnosis, no NaN among the numbers, no endless search', () => {
  const random = seeded(4)
  const often = (amount: () => number) =>
    each(200, (row) => each(3, () => [[row, Math.floor(random() * 300), amount()]]))
  const lists: [string, Purchase[], number, number][] = [
    ['nothing', [], 5, 100],
    ['one-time buyers only', each(300, (row) => [[row, row % 90, 5]]), 300, 100],
    ['one customer with 10,000 orders', each(10_000, (i) => [[0, i, 5]]), 1, 10_000],
    ['all on one day', each(300, (row) => [[row, 50, 5]]), 300, 50],
    [
      'all on the last two days',
      each(300, (row) => [
        [row, 49, 5],
        [row, 50, 6],
      ]),
      300,
      50,
    ],
    ['clockwork', each(100, (row) => each(50, (i) => [[row, 7 * i, 5]])), 100, 350],
    [
      'two days, then silence',
      each(300, (row) => [
        [row, row % 50, 5],
        [row, (row % 50) + 1, 6],
      ]),
      300,
      900,
    ],
    ['free of charge', often(() => 0), 200, 300],
    ['amounts unknown', often(() => NaN), 200, 300],
    ['amounts over 40 powers of ten', often(() => 10 ** (40 * random())), 200, 300],
    ['amounts all the same', often(() => 9.9), 200, 300],
    [
      'everything after the as-of day',
      each(300, (row) => [
        [row, 200, 5],
        [row, 300, 5],
      ]),
      300,
      100,
    ],
    [
      '8,000 purchase days beside a few',
      [
        ...each(8000, (i): Purchase[] => [[0, i, 5]]),
        ...each(100, (row): Purchase[] => [
          [row + 1, 40 * row, 5],
          [row + 1, 60 * row + 7, 8],
        ]),
      ],
      101,
      8000,
    ],
  ]
  test.each(lists)('%s', (_, purchases, count, asOf) => {
    for (const wanted of ['auto', 'bgNbd', 'paretoNbd'] as const) {
      const { found, held, codes } = look(purchases, count, asOf, wanted)
      if (!found.choice) {
        expect(codes).toEqual(['prediction.fewRepeaters'])
        expect(held).toBeNull()
      }
      for (const chance of known(found.alive)) {
        expect(chance).toBeGreaterThanOrEqual(0)
        expect(chance).toBeLessThanOrEqual(1)
      }
      for (const values of [found.purchases, found.money, found.value])
        for (const value of known(values)) {
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThan(Infinity)
        }
      const expected = found.choice ? found.repeaters : 0
      expect(known(found.purchases).length).toBe(expected)
      if (held) expect(held.expected).toBeGreaterThanOrEqual(0)
    }
  })

  test('money: an infinite mean is refused, dependence on frequency is said', () => {
    // customers' means fall off as m^−0.6: their mean over customers is infinite
    const heavy = each(600, (row) => {
      const mean = (1 - random()) ** (-1 / 0.6)
      return each(4, (): Purchase[] => [[row, Math.floor(random() * 300), mean * (0.5 + random())]])
    })
    const refused = look(heavy, 600, 300)
    expect(refused.codes).toContain('prediction.spendUnbounded')
    expect(known(refused.found.value).length).toBe(0)
    const frequentSpendMore = each(300, (row) =>
      each(2 + (row % 10), (): Purchase[] => [
        [row, Math.floor(random() * 300), (1 + (row % 10)) * (5 + random())],
      ]),
    )
    expect(look(frequentSpendMore, 300, 300).codes).toContain('prediction.spendDependent')
  })
})

describe('the hold-out', () => {
  test('does not know what came: purchases after the split change the count of what came only', () => {
    const purchases = people(600, 450, () => 0.1)
    const split = 300
    const before = daysOf(purchases, 600, split)
    const held = finish(holdoutOf(before, daysOf(purchases, 600, 450), split, 450, 'auto'))
    const silent = purchases.filter(([, day]) => day <= split)
    const other = finish(holdoutOf(before, daysOf(silent, 600, 450), split, 450, 'auto'))
    expect(other?.expected).toBe(held?.expected)
    expect(other?.actual).toBe(0)
    expect(held?.actual).toBe(
      purchases.filter(([, day]) => day > split).length, // one a day by construction
    )
    expect(held?.byFrequency.customers.reduce((sum, n) => sum + n, 0)).toBe(held?.customers)
    // those who come back are foretold better than by going on as before
    expect(held?.error.expected).toBeLessThan(held?.error.naive ?? 0)
    const { track } = held as NonNullable<typeof held>
    expect(track.actual.length).toBe(Math.floor((450 - track.from) / track.every))
    expect(track.actual.at(-1)).toBe(
      purchases.filter(([, day]) => day - track.from <= track.every * track.actual.length).length -
        600,
    )
    expect(Math.abs((track.expected.at(-1) ?? 0) / (track.actual.at(-1) ?? 1) - 1)).toBeLessThan(
      0.15,
    )
  })
})

describe('values by formula', () => {
  test('3 purchases a year of 70 at a margin of 30 % for 3 years: 189 (definitions.json, simple_clv)', () => {
    expect(formulaValue(70, 3, 0.3, 3)).toBeCloseTo(189, 12)
  })

  test('discounted: 100 a year for 2 years at 10 % is 100/1.1 + 100/1.21 (hand calculation)', () => {
    expect(formulaValue(100, 1, 1, 2, 0.1)).toBeCloseTo(100 / 1.1 + 100 / 1.21, 10)
  })

  test('margin and retention: 266.67, or 366.67 with a margin now (Gupta & Lehmann 2003)', () => {
    expect(retentionValue(100, 0.8, 0.1, 'later')).toBeCloseTo(266.6667, 4)
    expect(retentionValue(100, 0.8, 0.1, 'now')).toBeCloseTo(366.6667, 4)
    expect(retentionValue(100, 1, 0, 'later')).toBe(Infinity)
    expect(retentionValue(100, 1.2, 0.1, 'later')).toBeNaN()
  })

  test('purchases by month: 1 a month over 2.5 months at 1 % (hand calculation)', () => {
    const sum = discountedPurchases((ahead) => ahead / 30, 75, 30, 0.01)
    expect(sum).toBeCloseTo(1 / 1.01 + 1 / 1.01 ** 2 + 0.5 / 1.01 ** 2.5, 12)
    expect(discountedPurchases((ahead) => ahead / 30, 75, 30, 0)).toBe(2.5)
  })
})
