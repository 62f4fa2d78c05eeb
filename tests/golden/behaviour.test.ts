import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import type { BehaviourFacts } from '../../src/models/behaviour/facts.ts'
import type { RecordKind } from '../../src/table/kind.ts'
import { ran, table } from '../unit/models/given.ts'
import { sharedData, sharedFile } from '../unit/sharedData.ts'

/**
 * Online Retail (see MANIFEST.md of ../shared/data): 18,532 invoices of 4,338 customers. The expectations are of Python's
 * standard library (csv, datetime, statistics.median over sorted sets of days), which shares nothing with this code.
 */
describe.skipIf(sharedData === null)('Online Retail, as of 2011-12-09', () => {
  const given = () => {
    const text = new TextDecoder().decode(sharedFile('transactions/online_retail_invoices.csv'))
    const { data } = Papa.parse<Record<string, string>>(text, {
      header: true,
      skipEmptyLines: true,
    })
    const ids = [...new Set(data.map((row) => row['CustomerID']))]
    const place = new Map(ids.map((id, at) => [id, at]))
    const kind: RecordKind = 'orders'
    const orders = table(
      kind,
      'record when amount channel',
      ...data.map((row) =>
        ['InvoiceNo', 'date', 'amount', 'Country']
          .map((name) => row[name]?.replaceAll(' ', '_'))
          .join(' '),
      ),
    )
    const whose = Int32Array.from(data, (row) => place.get(row['CustomerID']) ?? -1)
    return {
      customers: ids.length,
      asOf: '2011-12-09',
      records: { orders: { table: orders, whose } },
    }
  }
  const present = (cells: readonly (number | string)[]) =>
    cells.filter((cell): cell is number => typeof cell === 'number')
  const sum = (cells: readonly number[]) => cells.reduce((total, cell) => total + cell, 0)

  test('rhythm, trend, averages, months and channels', async () => {
    const run = await ran('behaviour', given())
    const rhythm = present(run.of('orders.rhythm'))
    expect([rhythm.length, sum(rhythm)]).toEqual([1916, 104_230])
    const trend = present(run.of('orders.trend'))
    expect(trend).toHaveLength(1922)
    expect(sum(trend)).toBeCloseTo(1200.671320560332, 6)
    expect(sum(present(run.of('orders.average')))).toBeCloseTo(1_818_343.3615030304, 5)
    const facts = run.facts as BehaviourFacts
    expect(facts).toMatchObject({
      orders: 18_532,
      buyers: 4338,
      repeatBuyers: 2845,
      typicalGap: 28,
    })
    expect(facts.average).toBeCloseTo(480.8659561838965, 9)
    expect(facts.months.find(({ month }) => month === '2011-11')).toEqual({
      month: '2011-11',
      orders: 2657,
      amount: 1_161_817.38,
    })
    expect(facts.channels?.top.slice(0, 3)).toEqual([
      { text: 'United_Kingdom', count: 16_646, amount: 7_308_391.55 },
      { text: 'Netherlands', count: 94, amount: 285_446.34 },
      { text: 'EIRE', count: 260, amount: 265_545.9 },
    ])
    expect(facts.channels?.others.kinds).toBe(27) // of 37 countries
  })
  test('a window of twelve months', async () => {
    const { facts } = await ran('behaviour', given(), { window: 12 })
    expect(facts).toMatchObject({ orders: 17_756, buyers: 4264 })
  })
})
