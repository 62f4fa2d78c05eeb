import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { grade } from '../../src/grading/grade.ts'
import { UtilityCache } from '../../src/grading/utilityCache.ts'
import { naturalBreaks } from '../../src/math/breaks.ts'
import { quantile } from '../../src/math/quantile.ts'
import { topsis } from '../../src/math/topsis.ts'
import { criterion, numbers, schemeWith, tableOf } from '../fixtures/gradingTables.ts'

/** Published and computed results of other programs (data/MANIFEST.md, "stats"). */
const shared = resolve(import.meta.dirname, '../../../shared/data')
const paths = {
  ckmeans: `${shared}/stats/ckmeans_cases.json`,
  breaks: `${shared}/stats/breaks_reference.json`,
  kmeans: `${shared}/stats/kmeans_reference.json`,
  portfolio: `${shared}/stats/portfolio_reference.json`,
  weights: `${shared}/stats/weights_reference.json`,
  scores: `${shared}/stats/wholesale_scores.csv`,
  wholesale: `${shared}/customers/wholesale_customers.csv`,
  retail: `${shared}/transactions/online_retail_invoices.csv`,
  northwind: `${shared}/transactions/northwind_orders.csv`,
}
const here = Object.values(paths).every((path) => existsSync(path))
const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

function columnsOf(path: string): Map<string, string[]> {
  const { data } = Papa.parse<string[]>(readFileSync(path, 'utf8').trim())
  const [header = [], ...rows] = data
  return new Map(header.map((name, at) => [name, rows.map((row) => row[at] ?? '')]))
}
const goods = ['Fresh', 'Milk', 'Grocery', 'Frozen', 'Detergents_Paper', 'Delicassen']
const amounts = (name: string) =>
  Float64Array.from(columnsOf(paths.wholesale).get(name) ?? [], Number)

/** The lists by the names that the reference gives them; short ones are their own names. */
function listNamed(name: string): Float64Array {
  if (name.startsWith('wholesale ')) return amounts(name.replace('wholesale ', ''))
  if (name !== 'northwind customer totals') return Float64Array.from(name.split(','), Number)
  const orders = columnsOf(paths.northwind)
  const sums = new Map<string, number>()
  orders.get('customer_id')?.forEach((customer, at) => {
    sums.set(customer, (sums.get(customer) ?? 0) + Number(orders.get('amount')?.[at]))
  })
  return Float64Array.from(sums.values())
}

/** Classes of sorted values, lowest class first, from the lowest value of each class. */
function classesOf(values: Float64Array, lowest: Float64Array): number[][] {
  const from = [...lowest].reverse()
  return from.map((low, at) =>
    [...values].filter((x) => x >= low && x < (from[at + 1] ?? Infinity)).sort((a, b) => a - b),
  )
}

const squares = (xs: readonly number[]) => {
  const mean = xs.reduce((sum, x) => sum + x, 0) / xs.length
  return xs.reduce((sum, x) => sum + (x - mean) ** 2, 0)
}

describe.skipIf(!here)('natural breaks (skipped where the reference data is absent)', () => {
  const cases = here
    ? (json(paths.ckmeans) as { ckmeans: { x: number[]; k: number; clusters: number[][] }[] })
        .ckmeans
    : []
  test.each(cases)('simple-statistics ckmeans: $x in $k', ({ x, k, clusters }) => {
    const values = Float64Array.from(x)
    expect(classesOf(values, naturalBreaks(values, k))).toEqual(clusters)
  })

  const breaks = here
    ? (
        json(paths.breaks) as {
          breaks: {
            name: string
            k: number
            fisher: number[]
            fisher_counts: number[]
            fisher_sdcm: number
          }[]
        }
      ).breaks
    : []
  test.each(breaks)(
    'R classInt fisher: $name in $k classes',
    ({ name, k, fisher, fisher_counts, fisher_sdcm }) => {
      const values = listNamed(name)
      const classes = classesOf(values, naturalBreaks(values, k))
      expect(classes.map((each) => each.length)).toEqual(fisher_counts)
      const within = classes.reduce((sum, each) => sum + squares(each), 0)
      expect(Math.abs(within / fisher_sdcm - 1)).toBeLessThan(1e-12)
      // classInt gives the middle between two classes
      const edges = classes.slice(1).map((each, at) => {
        const below = classes[at]?.at(-1) ?? NaN
        return ((each[0] ?? NaN) + below) / 2
      })
      const published = fisher.slice(1, -1)
      expect(edges).toHaveLength(published.length)
      // sums of orders, added in another order, differ by a last bit
      edges.forEach((edge, at) =>
        expect(Math.abs(edge / (published[at] ?? NaN) - 1)).toBeLessThan(1e-12),
      )
    },
  )
})

describe.skipIf(!here)('quantiles (skipped where the reference data is absent)', () => {
  const lists = here
    ? (
        json(paths.breaks) as {
          quantiles: { name: string; probs: number[]; quantile_types: { type7: number[] } }[]
        }
      ).quantiles
    : []
  const known: Readonly<Record<string, string>> = {
    'wikipedia even': '3,6,7,8,8,10,13,15,16,20',
    'wikipedia odd': '3,6,7,8,8,9,10,13,15,16,20',
  }
  test.each(lists)('R quantile, type 7: $name', ({ name, probs, quantile_types }) => {
    const values = listNamed(known[name] ?? name)
    expect(probs).toHaveLength(10)
    probs.forEach((p, at) =>
      expect(quantile(values, p)).toBeCloseTo(quantile_types.type7[at] ?? NaN, 8),
    )
  })
})

describe.skipIf(!here)(
  'k-means in one dimension (skipped where the reference data is absent)',
  () => {
    const runs = here
      ? ((
          json(paths.kmeans) as {
            datasets: {
              name: string
              runs: { k: number; inertia: number; sizes: number[] }[]
            }[]
          }
        ).datasets.find(({ name }) => name === 'wholesale Fresh 1-D')?.runs ?? [])
      : []

    test.each(runs)(
      'scikit-learn, best of 50 starts: $k classes of $sizes',
      ({ k, inertia, sizes }) => {
        const values = amounts('Fresh')
        const classes = classesOf(values, naturalBreaks(values, k))
        expect(classes.map((each) => each.length)).toEqual(sizes)
        const within = classes.reduce((sum, each) => sum + squares(each), 0)
        expect(Math.abs(within / inertia - 1)).toBeLessThan(1e-12)
      },
    )
  },
)

describe.skipIf(!here)('TOPSIS (skipped where the reference data is absent)', () => {
  test('Tzeng & Huang 2011: .5037 .6581 .7482 .3340 on vector-normalised columns', () => {
    const reference = json(paths.weights) as {
      topsis: { matrix: number[][]; weights: number[]; similarity: number[] }[]
    }
    const [example] = reference.topsis
    if (!example) throw new Error('no example')
    const columns = example.weights.map((_, at) => {
      const raw = example.matrix.map((row) => row[at] ?? NaN)
      const length = Math.sqrt(raw.reduce((sum, x) => sum + x * x, 0))
      return Float64Array.from(raw, (x) => x / length)
    })
    const closeness = new Float64Array(example.matrix.length)
    const best = columns.map((column) => Math.max(...column))
    const worst = columns.map((column) => Math.min(...column))
    topsis(columns, example.weights, { best, worst }, closeness)
    closeness.forEach((c, at) =>
      expect(Math.abs(c - (example.similarity[at] ?? NaN))).toBeLessThan(1e-12),
    )
  })

  test('wholesale list, vector-normalised columns with entropy weights: 440 published closenesses', () => {
    const { entropy } = json(paths.weights) as {
      entropy: { name: string; weights: number[] }[]
    }
    const columns = goods.map((name) => {
      const raw = amounts(name)
      const length = Math.sqrt(raw.reduce((sum, x) => sum + x * x, 0))
      return raw.map((x) => x / length)
    })
    const published = columnsOf(paths.scores).get('topsis_entropy_weights') ?? []
    const weights = entropy.find(({ name }) => name === 'wholesale 440x6 raw')?.weights ?? []
    const closeness = new Float64Array(published.length)
    const best = columns.map((column) => Math.max(...column))
    const worst = columns.map((column) => Math.min(...column))
    topsis(columns, weights, { best, worst }, closeness)
    expect(published).toHaveLength(440)
    published.forEach((p, row) =>
      // ten digits are printed
      expect(Math.abs(Number(p) - (closeness[row] ?? NaN))).toBeLessThan(1e-10),
    )
  })
})

describe.skipIf(!here)('ABC by value share (skipped where the reference data is absent)', () => {
  const totals = (keys: readonly string[], values: readonly string[]) => {
    const sums = new Map<string, number>()
    keys.forEach((key, at) => sums.set(key, (sums.get(key) ?? 0) + Number(values[at])))
    return Float64Array.from(sums.values())
  }
  const of = (path: string, key: string, value: string) => {
    const columns = columnsOf(path)
    return totals(columns.get(key) ?? [], columns.get(value) ?? [])
  }
  const lists: Readonly<Record<string, () => Float64Array>> = {
    'online_retail_invoices by CustomerID': () => of(paths.retail, 'CustomerID', 'amount'),
    'northwind by customer': () => of(paths.northwind, 'customer_id', 'amount'),
    'wholesale total spend': () =>
      amounts('Fresh').map((_, row) =>
        goods.reduce((sum, name) => sum + (wholesale(name)[row] ?? NaN), 0),
      ),
  }
  const known = new Map<string, Float64Array>()
  const wholesale = (name: string) => {
    const found = known.get(name) ?? amounts(name)
    known.set(name, found)
    return found
  }
  const cases = here
    ? (json(paths.portfolio) as { abc: { name: string; A: number; B: number; C: number }[] }).abc
    : []

  test.each(cases)('$name: A $A, B $B, C $C at 80 / 95 %', ({ name, A, B, C }) => {
    const values = lists[name]?.() ?? new Float64Array(0)
    const table = tableOf([numbers('value', values)], values.length)
    const scheme = schemeWith([criterion('value')], {
      tiering: { id: 'valueShare', column: 'value', cumulative: [8000, 9500, 10_000] },
    })
    const { totals } = grade(table, scheme, { overrides: new Map() }, new UtilityCache())
    expect(totals.tiers.map(({ count }) => count)).toEqual([A, B, C])
  })
})
