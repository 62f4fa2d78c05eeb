import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seeded } from '../../src/core/random.ts'
import { measure, type Measures, measureIds } from '../../src/models/rfm/measures.ts'
import { type Scores, scoresOf } from '../../src/models/rfm/scores.ts'
import { segmentsOf } from '../../src/models/rfm/segments.ts'
import type { Purchases } from '../../src/models/records/purchases.ts'
import type { Case, Skipped } from './measure.ts'
import { pythonPeer } from './peer.ts'

const asOf = 20_000
const customers = 100_000

/** A few customers buy often; amounts to the cent with a long tail. */
function purchases(orders: number): Purchases {
  const random = seeded(17)
  return {
    customers: Int32Array.from({ length: orders }, () => Math.floor(random() ** 2 * customers)),
    days: Float64Array.from({ length: orders }, () => asOf - Math.floor(random() ** 2 * 1000)),
    amounts: Float64Array.from(
      { length: orders },
      () => Math.round(Math.exp(4 + 3 * (random() + random() - 1)) * 100) / 100,
    ),
    unit: null,
  }
}

interface Found {
  readonly measures: Measures
  readonly scores: Scores
  readonly segments: Uint32Array
}

function scored(orders: Purchases): Omit<Found, 'segments'> {
  const { measures } = measure(orders, customers, { asOf, window: null, monetary: 'total' })
  return { measures, scores: scoresOf(measures, { id: 'quantile' }, 5) }
}

function rfm(orders: Purchases): Found {
  const { measures, scores } = scored(orders)
  return { measures, scores, segments: segmentsOf(measures, scores, { id: 'eleven' }).codes }
}

interface Customer {
  last: number
  count: number
  total: number
}

/** As one would write it: an object a customer, sorted copies, classes by the edges. */
function plainObjects(orders: readonly { customer: number; day: number; amount: number }[]) {
  const byCustomer = new Map<number, Customer>()
  for (const { customer, day, amount } of orders) {
    const known = byCustomer.get(customer)
    if (known) {
      known.last = Math.max(known.last, day)
      known.count++
      known.total += amount
    } else byCustomer.set(customer, { last: day, count: 1, total: amount })
  }
  const all = [...byCustomer]
  const classes = (of: (customer: Customer) => number) => {
    const sorted = all.map(([, each]) => of(each)).sort((a, b) => a - b)
    const edges = [1, 2, 3, 4].map((i) => {
      const h = (i * (sorted.length - 1)) / 5
      const low = sorted[Math.floor(h)] ?? NaN
      return low + (h % 1) * ((sorted[Math.floor(h) + 1] ?? low) - low)
    })
    return all.map(
      ([id, each]) => [id, 1 + edges.filter((edge) => edge < of(each)).length] as const,
    )
  }
  return {
    recency: classes(({ last }) => asOf - last).map(([id, each]) => [id, 6 - each] as const),
    frequency: classes(({ count }) => count),
    monetary: classes(({ total }) => Math.round(total * 100) / 100),
  }
}

const countsOf = (scores: Scores) =>
  measureIds.map((id) => scores[id].classes.map((each) => each.customers).join()).join(' ')

export const rfmAgainstObjects = (orders: number) => (): Case => {
  const list = purchases(orders)
  const objects = Array.from(list.days, (day, at) => ({
    customer: list.customers[at] ?? -1,
    day,
    amount: list.amounts[at] ?? NaN,
  }))
  const expected = plainObjects(objects)
  return {
    name: 'rfm: measures, scores, segments of 100,000 customers',
    rows: orders,
    goal: 0.1,
    yardstick: 'an object a customer (plain JavaScript)',
    run: () => rfm(list),
    against: () => plainObjects(objects),
    check(result) {
      const { scores, segments } = result as Found
      for (const id of measureIds) {
        const wrong = expected[id].find(([row, score]) => scores[id].scores[row] !== score)
        if (wrong) return `${id} of customer ${wrong[0]} is ${scores[id].scores[wrong[0]]}`
      }
      return segments.filter((code) => code > 0).length === expected.recency.length
        ? null
        : 'customers without a segment'
    },
  }
}

const reading = `
import sys, numpy as np
folder, as_of = sys.argv[1], float(sys.argv[2])
customer = np.fromfile(folder + '/customers', dtype=np.int32)
day = np.fromfile(folder + '/days')
amount = np.fromfile(folder + '/amounts')
def serve(work):
    print('ready', flush=True)
    for _ in sys.stdin:
        print(' '.join(','.join(str(int(n)) for n in np.bincount(s, minlength=6)[1:]) for s in work()), flush=True)
`

const programs = {
  pandas: `${reading}
import pandas as pd
orders = pd.DataFrame({'customer': customer, 'day': day, 'amount': amount})
def classes(x): # not qcut: it drops an edge that is the lowest value
    return 1 + np.searchsorted(np.quantile(x, [.2, .4, .6, .8]), x, side='left')
def work():
    by = orders.groupby('customer')
    last, count, total = by['day'].max(), by.size(), by['amount'].sum().round(2)
    return 6 - classes((as_of - last).to_numpy()), classes(count.to_numpy()), classes(total.to_numpy())
serve(work)
`,
  duckdb: `${reading}
import duckdb
db = duckdb.connect()
db.execute('SET threads = 1')
arrays = {'customer': customer, 'day': day, 'amount': amount}
db.execute('CREATE TABLE orders AS SELECT * FROM arrays')
sql = '''
WITH sums AS MATERIALIZED (
  SELECT customer, %f - max(day) AS r, count(*)::DOUBLE AS f, round(sum(amount), 2) AS m FROM orders GROUP BY customer
), edges AS MATERIALIZED (
  SELECT quantile_cont(r, [.2,.4,.6,.8]) AS er, quantile_cont(f, [.2,.4,.6,.8]) AS ef, quantile_cont(m, [.2,.4,.6,.8]) AS em FROM sums
)
SELECT customer,
  5 - (er[1] < r)::INT - (er[2] < r)::INT - (er[3] < r)::INT - (er[4] < r)::INT AS rs,
  1 + (ef[1] < f)::INT + (ef[2] < f)::INT + (ef[3] < f)::INT + (ef[4] < f)::INT AS fs,
  1 + (em[1] < m)::INT + (em[2] < m)::INT + (em[3] < m)::INT + (em[4] < m)::INT AS ms
FROM sums, edges''' % as_of
def work():
    found = db.execute(sql).fetchnumpy()
    return found['rs'], found['fs'], found['ms']
serve(work)
`,
} as const

/** Optional: skipped where the other program is not installed. Its score counts must be ours. */
export const rfmAgainstPeer =
  (orders: number, peer: keyof typeof programs, goal: number) =>
  async (): Promise<Case | Skipped> => {
    const name = `rfm: scores against ${peer}`
    const list = purchases(orders)
    const folder = mkdtempSync(join(tmpdir(), 'rfm-'))
    for (const part of ['customers', 'days', 'amounts'] as const)
      writeFileSync(join(folder, part), list[part])
    const other = await pythonPeer(programs[peer], [folder, String(asOf)])
    if (!other) return { name, skipped: `${peer} for Python is not installed` }
    const theirs = await other.round()
    return {
      name,
      rows: orders,
      goal,
      yardstick: peer === 'duckdb' ? 'DuckDB, one thread' : 'pandas',
      run: () => scored(list),
      against: () => other.round(),
      check(result) {
        const mine = countsOf((result as Found).scores)
        return mine === theirs ? null : `${mine} where ${peer} has ${theirs}`
      },
    }
  }
