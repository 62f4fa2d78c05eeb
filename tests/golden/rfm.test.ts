import { describe, expect, test } from 'vitest'
import { eightClasses } from '../../src/models/rfm/eightClasses.ts'
import type { Levels } from '../../src/models/rfm/levels.ts'
import { lint } from '../../src/models/rfm/lint.ts'
import { type Measures, measure, measureIds } from '../../src/models/rfm/measures.ts'
import { type ScoreMethod, type Scores, scoresOf } from '../../src/models/rfm/scores.ts'
import { segmentsOf } from '../../src/models/rfm/segments.ts'
import { segmentSummary } from '../../src/models/rfm/summary.ts'
import { dayOf } from '../../src/scheme/day.ts'
import { sharedData } from '../unit/sharedData.ts'
import {
  codes,
  column,
  fixtureReference,
  fixtureRows,
  numbers,
  purchasesOf,
  rulesOfR,
  type Row,
  sharedReference,
  sharedRows,
  type Summaries,
  type Threshold,
} from './rfm.reference.ts'

/** Every row of what the R package rfm 0.3.0 answers, run by R 4.2.2 (fixtures/rfm, data/MANIFEST.md "rfm"). */

const cuts: ScoreMethod = {
  id: 'cutPoints',
  points: {
    recency: [115, 181, 297, 482],
    frequency: [4, 5, 6, 8],
    monetary: [256, 382, 506, 666],
  },
}
const asR: ScoreMethod = { id: 'rPackage' }

const withinTable = (mine: number, theirs: number) =>
  Math.abs(mine - theirs) <= 1e-9 * Math.max(1, Math.abs(theirs))

/** The package prints lower and upper of each class; its first lower is the least value, its last upper the most + 1. */
function expectThresholds(scores: Scores, measures: Measures, thresholds: readonly Threshold[]) {
  for (const id of measureIds) {
    const { edges } = scores[id].scale
    const all = [
      measures[id].reduce((least, x) => Math.min(least, x)),
      ...edges,
      measures[id].reduce((most, x) => Math.max(most, x)) + 1,
    ]
    const theirs = [
      thresholds[0]?.[`${id}_lower`] ?? NaN,
      ...thresholds.map((each) => each[`${id}_upper`]),
    ]
    expect(all.length).toBe(theirs.length)
    expect(all.filter((edge, at) => !withinTable(edge, theirs[at] ?? NaN))).toEqual([])
  }
}

function expectSegments(
  measures: Measures,
  scores: Scores,
  rules: Parameters<typeof rulesOfR>[0],
  segments: readonly string[],
  summary: Summaries['test'],
) {
  const own = { id: 'own', levels: scores.levels, rules: rulesOfR(rules) } as const
  const found = segmentsOf(measures, scores, own)
  const names = found.names.map((name) => ('text' in name ? name.text : 'Others'))
  expect(Array.from(found.codes, (code) => names[code - 1])).toEqual(segments)
  const rows = segmentSummary(measures, found).flatMap((each) =>
    each.customers === 0
      ? []
      : {
          segment: 'text' in each.name ? each.name.text : 'Others',
          customers: each.customers,
          orders: each.orders,
          revenue: Math.round(each.revenue * 100) / 100,
          aov: Math.round(each.averageOrder * 100) / 100,
        },
  )
  expect(rows.sort((a, b) => (a.segment < b.segment ? -1 : 1))).toEqual(summary)
}

describe('the orders of the R package', () => {
  const rows = fixtureRows('scores.csv')
  const reference = fixtureReference()
  const orders = purchasesOf(
    fixtureRows('orders.csv'),
    { customer: 'customer', day: 'day', amount: 'revenue' },
    column(rows, 'customer'),
  )
  const { measures, leftOut } = measure(orders, rows.length, {
    asOf: dayOf(reference.asOf),
    window: null,
    monetary: 'total',
  })

  test('recency, frequency and money of each customer', () => {
    expect(measures.recency).toEqual(numbers(rows, 'recency'))
    expect(measures.frequency).toEqual(numbers(rows, 'orders'))
    expect(measures.monetary).toEqual(numbers(rows, 'amount'))
    expect(leftOut).toEqual({ undated: 0, later: 0 })
    expect(measures.frequency.reduce((sum, x) => sum + x)).toBe(4906)
  })

  test.each([
    ['five', 5],
    ['four', 4],
    ['three', 3],
  ] as const)('scores and thresholds with %s bins', (name, levels) => {
    const scores = scoresOf(measures, asR, levels)
    expect(codes(scores)).toEqual(column(rows, name))
    expectThresholds(scores, measures, reference.thresholds[name])
  })

  test('scores with own cut points: a customer at a cut point is of the class above', () => {
    expect(codes(scoresOf(measures, cuts, 5))).toEqual(column(rows, 'cuts'))
  })

  test.each(['vignette', 'test'] as const)(
    'segments and their summary by the rules of its %s',
    (list) => {
      const scores = scoresOf(measures, asR, 5)
      const { rules, summaries } = reference
      expectSegments(measures, scores, rules[list], column(rows, list), summaries.five[list])
      const own = list === 'vignette' ? 'cutsVignette' : 'cutsTest'
      const cutScores = scoresOf(measures, cuts, 5)
      expectSegments(measures, cutScores, rules[list], column(rows, own), summaries.cuts[list])
    },
  )

  test('its own tests expect 158 champions with 1234 orders worth 120178', () => {
    const own = { id: 'own', levels: 5, rules: rulesOfR(reference.rules.test) } as const
    const segments = segmentsOf(measures, scoresOf(measures, asR, 5), own)
    expect(segmentSummary(measures, segments)[0]).toMatchObject({
      customers: 158,
      orders: 1234,
      revenue: 120178,
    })
  })

  test('its vignette leaves 10 of 125 combinations to nobody and gives 58 to several rules', () => {
    // spec/features.md "Segment rules leak", counted by an independent script over the intervals of the vignette
    const found = lint(rulesOfR(reference.rules.vignette), 5)
    expect(found.cells - found.taken).toBe(10)
    expect(found.shared).toBe(58)
  })

  test('the eight classes have as many customers as pandas 3.0.6 counts on either side of the means', () => {
    const { codes: found, means } = eightClasses(measures)
    expect(means.recency).toBeCloseTo(286.7386934673367, 10)
    expect(means.frequency).toBeCloseTo(4906 / 995, 12)
    expect(means.monetary).toBeCloseTo(466.49045226130653, 10)
    // in the order 111, 101, 011, 001, 110, 100, 010, 000 of spec/grading.md §7
    const counted = Array.from({ length: 8 }, (_, at) => found.filter((x) => x === at + 1).length)
    expect(counted).toEqual([274, 20, 125, 28, 102, 185, 39, 222])
  })
})

interface Table {
  readonly name: string
  readonly file: string
  readonly orders: { readonly file: string; customer: string; day: string; amount: string } | null
  readonly levels: Levels
  readonly method: ScoreMethod
}
const retail = {
  file: 'transactions/online_retail_invoices.csv',
  customer: 'CustomerID',
  day: 'date',
  amount: 'amount',
}
const northwind = {
  file: 'transactions/northwind_orders.csv',
  customer: 'customer_id',
  day: 'order_date',
  amount: 'amount',
}
const own = {
  file: 'rfm/rfm_data_orders.csv',
  customer: 'customer_id',
  day: 'order_date',
  amount: 'revenue',
}
const tables: readonly Table[] = [
  { name: 'orders', file: 'rfm_data_orders', orders: own, levels: 5, method: asR },
  { name: 'orders in 4 bins', file: 'rfm_data_orders_bins4', orders: own, levels: 4, method: asR },
  { name: 'orders in 3 bins', file: 'rfm_data_orders_bins3', orders: own, levels: 3, method: asR },
  {
    name: 'own cut points',
    file: 'rfm_data_orders_custombins',
    orders: own,
    levels: 5,
    method: cuts,
  },
  { name: 'customers', file: 'rfm_data_customer', orders: null, levels: 5, method: asR },
  {
    name: 'Online Retail',
    file: 'online_retail_invoices_rrfm',
    orders: retail,
    levels: 5,
    method: asR,
  },
  { name: 'Northwind', file: 'northwind_orders_rrfm', orders: northwind, levels: 5, method: asR },
]

/** A list that brings its figures along is measured already. */
function givenMeasures(rows: readonly Row[]): Measures {
  const totals = numbers(rows, 'amount')
  return {
    recency: numbers(rows, 'recency_days'),
    frequency: numbers(rows, 'transaction_count'),
    monetary: totals,
    totals,
  }
}

describe.skipIf(!sharedData)(
  'every table of R (skipped where the reference data is absent)',
  () => {
    test.each(tables)('$name', ({ file, orders, levels, method }) => {
      const zipped = orders ? '' : '.gz'
      const rows = sharedRows(`rfm/${file}_scores.csv${zipped}`)
      const reference = sharedReference(`rfm/${file}_reference.json`)
      const ids = column(rows, 'customer_id')
      const measures = orders
        ? measure(purchasesOf(sharedRows(orders.file), orders, ids), rows.length, {
            asOf: dayOf(reference.analysis_date),
            window: null,
            monetary: 'total',
          }).measures
        : givenMeasures(rows)
      const given = givenMeasures(rows)
      expect(measures.recency).toEqual(given.recency)
      expect(measures.frequency).toEqual(given.frequency)
      const wrong = measures.totals.findIndex((x, row) => !withinTable(x, given.totals[row] ?? NaN))
      expect(wrong).toBe(-1)

      const scores = scoresOf(measures, method, levels)
      expect(codes(scores)).toEqual(column(rows, 'rfm_score'))
      expectThresholds(scores, measures, reference.thresholds)
      for (const list of ['vignette', 'test'] as const) {
        const rules = reference.segment_rules[list]
        if (!rules) continue
        const segments = column(rows, `segment_${list}`)
        expectSegments(measures, scores, rules, segments, reference.segment_summary[list])
      }
    })

    test('the list of customers as it stands: 393,223 orders', () => {
      const list = sharedRows('rfm/rfm_data_customer.csv.gz')
      const rows = sharedRows('rfm/rfm_data_customer_scores.csv.gz')
      const ids = new Map(column(list, 'customer_id').map((id, row) => [id, row]))
      const asOf = dayOf('2007-01-01')
      const last = column(list, 'most_recent_visit').map((date) => asOf - dayOf(date))
      const at = (values: ArrayLike<number>) =>
        Float64Array.from(column(rows, 'customer_id'), (id) => values[ids.get(id) ?? -1] ?? NaN)
      expect(at(last)).toEqual(numbers(rows, 'recency_days'))
      expect(at(numbers(list, 'number_of_orders'))).toEqual(numbers(rows, 'transaction_count'))
      expect(numbers(list, 'number_of_orders').reduce((sum, x) => sum + x)).toBe(393223)
    })

    // Online Retail's frequencies are left out: their first edge is the least value, and qcut drops it
    test.each([
      ['rfm_data_orders', ['recency', 'frequency', 'monetary']],
      ['online_retail_invoices', ['recency', 'monetary']],
      ['northwind_orders', ['recency', 'frequency', 'monetary']],
    ] as const)('quantiles as pandas.qcut has them: %s', (file, ids) => {
      const rows = sharedRows(`rfm/${file}_scoring_variants.csv`)
      const [recency, frequency, monetary] = measureIds.map((id) => numbers(rows, id)) as [
        Float64Array,
        Float64Array,
        Float64Array,
      ]
      const measures = { recency, frequency, monetary, totals: monetary }
      const scores = scoresOf(measures, { id: 'quantile' }, 5)
      for (const id of ids)
        expect(Array.from(scores[id].scores, String)).toEqual(
          column(rows, `qcut_${(id[0] ?? '').toUpperCase()}`),
        )
    })
  },
)
