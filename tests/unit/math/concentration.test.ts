import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { concentration } from '../../../src/math/concentration.ts'
import { gini } from '../../../src/math/gini.ts'

const shared = resolve(import.meta.dirname, '../../../../shared/data')
const reference = `${shared}/stats/portfolio_reference.json`
const wholesale = `${shared}/customers/wholesale_customers.csv`
const invoices = `${shared}/transactions/online_retail_invoices.csv`

interface Portfolio {
  readonly abc: readonly {
    readonly name: string
    readonly n: number
    readonly gini: number
    readonly top20pct_customers_share: number
  }[]
}

function expected(name: string) {
  const { abc } = JSON.parse(readFileSync(reference, 'utf8')) as Portfolio
  const found = abc.find((entry) => entry.name.startsWith(name))
  if (!found) throw new Error(`no reference ${name}`)
  return found
}

describe('gini and concentration', () => {
  test('equal holders: 0 and a straight line', () => {
    const values = new Float64Array(50).fill(3)
    expect(gini(values)).toBeCloseTo(0, 12)
    expect(concentration(values)[20]).toBeCloseTo(0.2, 12)
  })

  test('one holder of n: 1 − 1/n (hand calculation), and the curve is full at once', () => {
    const values = new Float64Array(10)
    values[3] = 5
    expect(gini(values)).toBeCloseTo(0.9, 12)
    expect([...concentration(values).slice(0, 11)]).toEqual([
      0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1,
    ])
  })

  test('missing and negative count as holding nothing (spec §4)', () => {
    expect(gini(Float64Array.of(NaN, -7, 0, 4))).toBeCloseTo(0.75, 12)
  })

  test('where nothing is held there is no coefficient and a curve of zeros', () => {
    expect(gini(new Float64Array(3))).toBeNaN()
    expect(new Set(concentration(new Float64Array(3)))).toEqual(new Set([0]))
  })

  test.skipIf(!existsSync(reference) || !existsSync(wholesale))(
    'equals the reference on total spend of the wholesale list',
    () => {
      const lines = readFileSync(wholesale, 'utf8').trim().split(/\r?\n/).slice(1)
      const spend = Float64Array.from(lines, (line) =>
        line
          .split(',')
          .slice(2)
          .map(Number)
          .reduce((sum, x) => sum + x, 0),
      )
      const { n, gini: g, top20pct_customers_share: share } = expected('wholesale')
      expect(spend).toHaveLength(n)
      expect(gini(spend)).toBeCloseTo(g, 10)
      expect(concentration(spend)[20]).toBeCloseTo(share, 10)
    },
  )

  test.skipIf(!existsSync(reference) || !existsSync(invoices))(
    'equals the reference on the customers of Online Retail',
    () => {
      const [header = '', ...lines] = readFileSync(invoices, 'utf8').trim().split(/\r?\n/)
      const names = header.split(',')
      const [customer, amount] = [names.indexOf('CustomerID'), names.indexOf('amount')]
      const sums = new Map<string, number>()
      for (const line of lines) {
        const cells = line.split(',')
        const key = cells[customer] ?? ''
        sums.set(key, (sums.get(key) ?? 0) + Number(cells[amount]))
      }
      const { n, gini: g } = expected('online_retail')
      expect(sums.size).toBe(n)
      expect(gini(Float64Array.from(sums.values()))).toBeCloseTo(g, 9)
    },
  )
})
