import { describe, expect, test } from 'vitest'
import { finish } from '../../src/core/steps.ts'
import { fitNbd } from '../../src/models/btyd/nbd.ts'
import {
  bgNbdAlive,
  bgNbdExpected,
  bgNbdExpectedOfNew,
  fitBgNbd,
} from '../../src/models/btyd/bgnbd.ts'
import { expectedSpend, fitGammaGamma, spendingOf } from '../../src/models/btyd/gammaGamma.ts'
import { historyOf } from '../../src/models/btyd/history.ts'
import { spendDaysOf } from '../../src/models/btyd/spendDays.ts'
import { discountedPurchases, monthDays } from '../../src/models/btyd/lifetimeValue.ts'
import { fitParetoNbd, paretoNbdAlive, paretoNbdExpected } from '../../src/models/btyd/paretoNbd.ts'
import { patternsOf } from '../../src/models/btyd/patterns.ts'
import { btydData, columns, furthest, historyIn, json, texts } from './btydData.ts'

type Numbers = Record<string, number>
interface Reference {
  readonly bgnbd: Numbers
  readonly pnbd?: Numbers
  readonly gamma_gamma: Numbers
}

/** Equal parameters to a thousandth, likelihood within a hundredth (data/MANIFEST.md). */
function sameFit(
  found: { parameters: object; logLikelihood: number; outcome: string },
  reference: Numbers,
  tolerance = 1e-3,
) {
  expect(found.outcome).toBe('converged')
  const likelihood = reference.LL ?? reference.LL_lifetimes_form ?? NaN
  expect(found.logLikelihood).toBeGreaterThan(likelihood - 0.01)
  expect(found.logLikelihood).toBeLessThan(likelihood + 0.01)
  for (const [name, value] of Object.entries(found.parameters) as [string, number][]) {
    const expected = reference[name] ?? reference.gamma ?? NaN
    expect(Math.abs(value / expected - 1)).toBeLessThan(tolerance)
  }
}

describe.skipIf(!btydData)('fits of CDNOW (skipped where the data is absent)', () => {
  test.each([
    ['cdnow_sample_39w', 'weeks of two decimals, lifetimes'],
    ['cdnow_sample_days_to_1997-09-30', 'days, lifetimes'],
  ])('%s: %s', (name) => {
    const column = columns(`btyd/${name}_per_customer.csv`)
    const reference = json<Reference>(`${name}_reference.json`)
    const history = historyIn(column)
    const { frequency, monetary } = history
    const patterns = patternsOf(history)
    sameFit(finish(fitBgNbd(patterns, finish(fitNbd(patterns)))), reference.bgnbd)
    if (reference.pnbd)
      sameFit(finish(fitParetoNbd(patterns, finish(fitNbd(patterns)))), reference.pnbd)
    sameFit(finish(fitGammaGamma(spendingOf(frequency, monetary))), reference.gamma_gamma)
  })

  test('weeks of days/7: CLVTools, its predictions per customer within 1e-4', () => {
    const column = columns('btyd/cdnow_sample_39w_clvtools_per_customer.csv')
    const reference = json<Reference>('cdnow_sample_39w_clvtools_reference.json')
    const [frequency, recency, age] = [column('x'), column('t.x'), column('T.cal')]
    const patterns = patternsOf({ frequency, recency, age })
    const bg = finish(fitBgNbd(patterns, finish(fitNbd(patterns))))
    const pareto = finish(fitParetoNbd(patterns, finish(fitNbd(patterns))))
    sameFit(bg, reference.bgnbd)
    // CLVTools stops 1.6e-5 below our likelihood, where beta is 1.1e-3 off
    sameFit(pareto, reference.pnbd ?? {}, 2e-3)
    expect(pareto.logLikelihood).toBeGreaterThan(reference.pnbd?.LL ?? 0)
    const at = (row: number) =>
      [frequency[row], recency[row], age[row]] as unknown as [number, number, number]
    const far = (name: string, found: (row: number) => number) =>
      furthest(found, column(name), 1e-6)
    expect(far('bgnbd_PAlive', (row) => bgNbdAlive(bg.parameters, ...at(row)))).toBeLessThan(1e-4)
    expect(far('bgnbd_CET', (row) => bgNbdExpected(bg.parameters, ...at(row), 39))).toBeLessThan(
      1e-4,
    )
    expect(far('pnbd_PAlive', (row) => paretoNbdAlive(pareto.parameters, ...at(row)))).toBeLessThan(
      2e-3,
    )
    expect(
      far('pnbd_CET', (row) => paretoNbdExpected(pareto.parameters, ...at(row), 39)),
    ).toBeLessThan(2e-3)
  })

  test('days: P(alive), purchases, spend and value of lifetimes per customer within 1e-4', () => {
    const column = columns('btyd/cdnow_sample_days_to_1997-09-30_per_customer.csv')
    const { frequency, recency, age, monetary } = historyIn(column)
    const patterns = patternsOf({ frequency, recency, age })
    const bg = finish(fitBgNbd(patterns, finish(fitNbd(patterns)))).parameters
    const spend = finish(fitGammaGamma(spendingOf(frequency, monetary))).parameters
    const at = (row: number) =>
      [frequency[row], recency[row], age[row]] as unknown as [number, number, number]
    const money = (row: number) =>
      expectedSpend(spend, frequency[row] as number, monetary[row] as number)
    const value = (discount: number) => (row: number) =>
      money(row) *
      discountedPurchases((ahead) => bgNbdExpected(bg, ...at(row), ahead), 360, monthDays, discount)
    expect(
      furthest((row) => bgNbdAlive(bg, ...at(row)), column('bgnbd_p_alive'), 1e-6),
    ).toBeLessThan(1e-4)
    for (const days of [30, 90, 273])
      expect(
        furthest(
          (row) => bgNbdExpected(bg, ...at(row), days),
          column(`bgnbd_exp_purchases_${days}d`),
          1e-6,
        ),
      ).toBeLessThan(1e-4)
    expect(furthest(money, column('gg_exp_avg_profit'))).toBeLessThan(1e-4)
    expect(furthest(value(0), column('clv_bgnbd_12m_d0'), 1e-4)).toBeLessThan(1e-4)
    expect(furthest(value(0.01), column('clv_bgnbd_12m_d0.01'), 1e-4)).toBeLessThan(1e-4)
  })
})

describe.skipIf(!btydData)(
  'Online Retail, at the boundary (skipped where the data is absent)',
  () => {
    test('likelihood, expected purchases, spend and value of lifetimes', () => {
      const column = columns('btyd/online_retail_days_per_customer.csv')
      const reference = json<Reference>('online_retail_days_reference.json')
      const history = historyIn(column)
      const { frequency, recency, age, monetary } = history
      const patterns = patternsOf(history)
      const bg = finish(fitBgNbd(patterns, finish(fitNbd(patterns))))
      const pareto = finish(fitParetoNbd(patterns, finish(fitNbd(patterns))))
      expect(bg.logLikelihood).toBeCloseTo(reference.bgnbd.LL as number, 2)
      expect(pareto.logLikelihood).toBeCloseTo(reference.pnbd?.LL as number, 2)
      const at = (row: number) =>
        [frequency[row], recency[row], age[row]] as unknown as [number, number, number]
      for (const days of [30, 90, 365]) {
        const expected = (name: string) => column(`${name}_exp_purchases_${days}d`)
        expect(
          furthest(
            (row) => bgNbdExpected(bg.parameters, ...at(row), days),
            expected('bgnbd'),
            1e-6,
          ),
        ).toBeLessThan(1e-4)
        expect(
          furthest(
            (row) => paretoNbdExpected(pareto.parameters, ...at(row), days),
            expected('pnbd'),
            1e-6,
          ),
        ).toBeLessThan(1e-4)
      }
      const ofNew = json<{ bgnbd: { expected_purchases_new_customer: Numbers } }>(
        'online_retail_days_reference.json',
      ).bgnbd.expected_purchases_new_customer
      for (const [time, value] of Object.entries(ofNew))
        expect(Math.abs(bgNbdExpectedOfNew(bg.parameters, Number(time)) / value - 1)).toBeLessThan(
          1e-4,
        )
      const spend = finish(fitGammaGamma(spendingOf(frequency, monetary)))
      sameFit(spend, reference.gamma_gamma)
      const value = (row: number) =>
        expectedSpend(spend.parameters, frequency[row] as number, monetary[row] as number) *
        discountedPurchases(
          (ahead) => bgNbdExpected(bg.parameters, ...at(row), ahead),
          360,
          monthDays,
          0.01,
        )
      expect(furthest(value, column('clv_bgnbd_12m_d0.01'))).toBeLessThan(1e-4)
    })
  },
)

describe.skipIf(!btydData)('histories (skipped where the data is absent)', () => {
  const day = (text: string) => Date.parse(`${text.slice(0, 10)}T00:00:00Z`) / 86_400_000

  test.each([
    ['cdnow_sample_days_to_1997-09-30_per_customer.csv', '1997-09-30', ''],
    ['cdnow_sample_days_full_summary.csv', '1998-06-30', ''],
    ['cdnow_sample_days_cal_holdout.csv', '1997-09-30', '_cal'],
  ])('CDNOW purchases become %s, to %s: integers of lifetimes', (file, end, part) => {
    const reference = columns(`btyd/${file}`)
    const ids = reference('customer_id')
    const rowOf = new Map([...ids].map((id, row) => [id, row]))
    const bought = texts('btyd/cdnow_sample_transactions.csv')
    const history = historyOf(
      spendDaysOf(
        {
          customers: Int32Array.from(bought('customer_id'), (id) => rowOf.get(Number(id)) ?? -1),
          days: Float64Array.from(bought('date'), day),
          amounts: Float64Array.from(bought('value'), Number),
        },
        ids.length,
        day(end),
      ),
      day(end),
    )
    expect([...history.frequency]).toEqual([...reference(`frequency${part}`)])
    expect([...history.recency]).toEqual([...reference(`recency${part}`)])
    expect([...history.age]).toEqual([...reference(`T${part}`)])
    const money = reference(`monetary_value${part}`)
    expect(furthest((row) => history.monetary[row] || 0, money, 0.01)).toBeLessThan(1e-6)
  })

  test('Online Retail invoices become its summary: integers of lifetimes', () => {
    const reference = columns('btyd/online_retail_days_per_customer.csv')
    const ids = reference('CustomerID')
    const rowOf = new Map([...ids].map((id, row) => [id, row]))
    const bought = texts('transactions/online_retail_invoices.csv')
    const history = historyOf(
      spendDaysOf(
        {
          customers: Int32Array.from(bought('CustomerID'), (id) => rowOf.get(Number(id)) ?? -1),
          days: Float64Array.from(bought('date'), day),
          amounts: Float64Array.from(bought('amount'), Number),
        },
        ids.length,
        day('2011-12-09'),
      ),
      day('2011-12-09'),
    )
    expect([...history.frequency]).toEqual([...reference('frequency')])
    expect([...history.recency]).toEqual([...reference('recency')])
    expect([...history.age]).toEqual([...reference('T')])
    expect(
      furthest((row) => history.monetary[row] || 0, reference('monetary_value'), 0.01),
    ).toBeLessThan(1e-6)
  })
})
