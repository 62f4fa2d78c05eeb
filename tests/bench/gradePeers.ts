import { mkdtempSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { grade } from '../../src/grading/grade.ts'
import type { GradeResult } from '../../src/grading/result.ts'
import { createScratch } from '../../src/grading/scratch.ts'
import { UtilityCache } from '../../src/grading/utilityCache.ts'
import { percentile } from '../../src/scheme/scoring/percentile.ts'
import type { Tiering } from '../../src/scheme/scheme.ts'
import type { NumberColumn } from '../../src/table/column.ts'
import type { Table } from '../../src/table/table.ts'
import { criteria, numbers, schemeOver } from './grading.ts'
import type { Case, Skipped } from './measure.ts'
import { pythonPeer } from './peer.ts'

// Others do the same grade: score and tier of each customer by linear criteria with known ends, customers and value by tier,
// customers by tier and point. Ours has its utilities cached, as it does while somebody looks for weights.

const cutoffs = [60, 50, 40]
const quotas = [1000, 3333, 6500, 10_000] // hundredths of a percent
const rows = 1_000_000

interface Setting {
  readonly table: Table
  readonly columns: readonly Float64Array[]
  readonly worst: readonly number[]
  readonly span: readonly number[]
  readonly weights: readonly number[]
  readonly run: () => GradeResult
}

function setting(tiering: Tiering = { id: 'cutoffs', cutoffs }): Setting {
  const table = numbers(rows)
  const scheme = schemeOver(table, tiering)
  const cache = new UtilityCache()
  const scratch = createScratch()
  const columns = table.columns.map((column) => (column as NumberColumn).values)
  const worst = columns.map((column) => column.reduce((a, b) => Math.min(a, b)))
  const best = columns.map((column) => column.reduce((a, b) => Math.max(a, b)))
  return {
    table,
    columns,
    worst,
    span: best.map((each, at) => each - (worst[at] as number)),
    weights: scheme.criteria.map(({ weight }) => weight),
    run: () => grade(table, scheme, { overrides: new Map() }, cache, scratch),
  }
}

const settingBy = (by: 'cutoffs' | 'quota') =>
  setting(by === 'quota' ? { id: 'quota', cumulative: quotas } : undefined)

const sameCounts = (theirs: string) => (result: unknown) => {
  const mine = (result as GradeResult).totals.tiers.map(({ count }) => count).join()
  return mine === theirs ? null : `${mine} where the other has ${theirs}`
}

/** A row per customer and loops over them, written in place: what most pages do. By quota they are sorted, ties kept together. */
const objects = (by: 'cutoffs' | 'quota', goal: number | null) => (): Case => {
  const { columns, worst, span, weights, run } = settingBy(by)
  const customers: (Record<string, number> & { score: number; tier: number })[] = Array.from(
    { length: rows },
    (_, row) => {
      const facts = Object.fromEntries(
        columns.map((column, at) => [`c${at}`, column[row] as number]),
      )
      return { ...facts, score: 0, tier: 0 }
    },
  )
  const whole = weights.reduce((a, b) => a + b, 0)
  const names = columns.map((_, at) => `c${at}`)
  const against = () => {
    const tiers = new Map<number, { count: number; value: number; bins: Map<number, number> }>()
    for (const customer of customers) {
      let score = 0
      names.forEach((name, at) => {
        const u = ((customer[name] as number) - (worst[at] as number)) / (span[at] as number)
        score += ((weights[at] as number) / whole) * Math.min(1, Math.max(0, u))
      })
      customer.score = Math.floor(100 * score * 1e9 + 0.5) / 1e9
    }
    const lines = by === 'quota' ? lowestScores(customers) : cutoffs
    for (const customer of customers) {
      const first = lines.findIndex((cutoff) => cutoff <= customer.score)
      customer.tier = first < 0 ? 3 : first
      const tier = tiers.get(customer.tier) ?? { count: 0, value: 0, bins: new Map() }
      tiers.set(customer.tier, tier)
      tier.count++
      tier.value += customer['c0'] as number
      const bin = Math.min(99, Math.floor(customer.score))
      tier.bins.set(bin, (tier.bins.get(bin) ?? 0) + 1)
    }
    return [0, 1, 2, 3].map((tier) => tiers.get(tier)?.count).join()
  }
  return {
    name: `grade: against an object a customer, ${by}`,
    rows,
    goal,
    rounds: 3,
    yardstick: 'plain JavaScript',
    run,
    against,
    check: sameCounts(against()),
  }
}

/** The lowest score of each tier but the last: that of its last customer when all stand in order. */
function lowestScores(customers: readonly { readonly score: number }[]): number[] {
  const order = customers.toSorted((a, b) => b.score - a.score)
  return quotas
    .slice(0, -1)
    .map((share) => order[Math.ceil((share * order.length) / 10_000) - 1]?.score ?? 0)
}

const duckdb = (goal: number) => async (): Promise<Case | Skipped> => {
  const name = 'grade: against DuckDB'
  const { columns, worst, span, weights, run } = setting()
  const folder = written(columns)
  const whole = weights.reduce((a, b) => a + b, 0)
  const exact = (x: number) => `'${x}'::DOUBLE`
  const terms = columns.map((_, at) => {
    const u = `(c${at} - ${exact(worst[at] ?? 0)}) / ${exact(span[at] ?? 1)}`
    return `${exact((weights[at] ?? 0) / whole)} * greatest(0, least(1, ${u}))`
  })
  const program = `
import sys, numpy as np, duckdb
folder = sys.argv[1]
db = duckdb.connect()
db.execute('SET threads = 1')
arrays = {'c%d' % at: np.fromfile(folder + '/c%d' % at) for at in range(${criteria})}
db.execute('CREATE TABLE customers AS SELECT * FROM arrays')
print('ready', flush=True)
for _ in sys.stdin:
    db.execute('''CREATE OR REPLACE TABLE graded AS SELECT c0, s, CASE WHEN s >= 60 THEN 0 WHEN s >= 50 THEN 1 WHEN s >= 40 THEN 2 ELSE 3 END AS tier
      FROM (SELECT c0, floor(100 * (${terms.join(' + ')}) * 1e9 + 0.5) / 1e9 AS s FROM customers)''')
    tiers = db.execute('SELECT tier, count(*), sum(c0) FROM graded GROUP BY tier ORDER BY tier').fetchall()
    db.execute('SELECT tier, least(99, floor(s)) AS bin, count(*) FROM graded GROUP BY tier, bin').fetchall()
    print(','.join(str(count) for _, count, _ in tiers), flush=True)
`
  const other = await pythonPeer(program, [folder])
  if (!other) return { name, skipped: 'duckdb for Python is not installed' }
  const theirs = await other.round()
  return {
    name,
    rows,
    goal,
    rounds: 5,
    yardstick: 'DuckDB, one thread',
    run,
    against: () => other.round(),
    check: sameCounts(theirs),
  }
}

/** What is used of arquero. */
interface Arquero {
  table(columns: Record<string, unknown>): Frame
  op: { count(): unknown; sum(column: string): unknown }
  desc(column: string): unknown
}
interface Frame {
  derive(columns: Record<string, unknown>): Frame
  groupby(...names: string[]): Frame
  rollup(columns: Record<string, unknown>): Frame
  orderby(by: unknown): Frame
  unorder(): Frame
  objects(): Record<string, number>[]
}

/** By quota customers are ranked, ties together; their place says the tier. */
const arquero =
  (by: 'cutoffs' | 'quota', goal: number | null) => async (): Promise<Case | Skipped> => {
    const name = `grade: against arquero, ${by}`
    const found = await peerModule<Arquero>('arquero')
    if (!found) return { name, skipped: 'BENCH_PEERS names no folder where arquero is installed' }
    const { columns, worst, span, weights, run } = settingBy(by)
    const whole = weights.reduce((a, b) => a + b, 0)
    const frame = found.table(
      Object.fromEntries(columns.map((column, at) => [`c${at}`, column] as const)),
    )
    const score = columns
      .map((_, at) => `${(weights[at] ?? 0) / whole} * ((d.c${at} - ${worst[at]}) / ${span[at]})`)
      .join(' + ')
    const last = quotas.slice(0, -1).map((share) => Math.ceil((share * rows) / 10_000))
    const tierOf = {
      cutoffs: 'd => d.s >= 60 ? 0 : d.s >= 50 ? 1 : d.s >= 40 ? 2 : 3',
      quota: `d => d.place <= ${last[0]} ? 0 : d.place <= ${last[1]} ? 1 : d.place <= ${last[2]} ? 2 : 3`,
    }
    const against = () => {
      const scored = frame.derive({ s: `d => floor((100 * (${score})) * 1e9 + 0.5) / 1e9` })
      const placed =
        by === 'cutoffs'
          ? scored
          : scored.orderby(found.desc('s')).derive({ place: 'd => op.rank()' }).unorder()
      const graded = placed.derive({ tier: tierOf[by], bin: 'd => floor(d.s)' })
      const tiers = graded
        .groupby('tier')
        .rollup({ count: found.op.count(), value: found.op.sum('c0') })
        .orderby('tier')
        .objects()
      graded.groupby('tier', 'bin').rollup({ count: found.op.count() }).objects()
      return tiers.map(({ count }) => count).join()
    }
    return {
      name,
      rows,
      goal,
      rounds: 3,
      yardstick: 'arquero',
      run,
      against,
      check: sameCounts(against()),
    }
  }

/** A package from the folder that `BENCH_PEERS` names; nothing of it belongs to the project. */
async function peerModule<Module>(name: string): Promise<Module | null> {
  const folder = process.env['BENCH_PEERS']
  if (!folder) return null
  try {
    const path = createRequire(join(folder, 'package.json')).resolve(name)
    return (await import(/* @vite-ignore */ pathToFileURL(path).href)) as Module
  } catch {
    return null
  }
}

function written(columns: readonly Float64Array[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'grade-'))
  columns.forEach((column, at) => writeFileSync(join(folder, `c${at}`), column))
  return folder
}

const ranks = (goal: number) => async (): Promise<Case | Skipped> => {
  const name = 'percentile: against pandas'
  const [column] = numbers(rows).columns as [NumberColumn]
  const program = `
import sys, numpy as np, pandas as pd
x = pd.Series(np.fromfile(sys.argv[1] + '/c0'))
print('ready', flush=True)
for _ in sys.stdin:
    u = (x.rank() - 1) / (len(x) - 1)
    print(repr(float(u[0])), repr(float(u[len(x) // 2])), repr(float(u[len(x) - 1])), flush=True)
`
  const other = await pythonPeer(program, [written([column.values])])
  if (!other) return { name, skipped: 'pandas for Python is not installed' }
  const theirs = (await other.round()).split(' ').map(Number)
  return {
    name,
    rows,
    goal,
    yardstick: 'pandas rank',
    run: () => percentile.evaluate({ id: 'percentile' }, column.values, 'higher').values,
    against: () => other.round(),
    check(result) {
      const u = result as Float64Array
      const mine = [u[0], u[rows / 2], u[rows - 1]]
      return mine.join() === theirs.join()
        ? null
        : `${mine.join()} where pandas has ${theirs.join()}`
    },
  }
}

export const gradeOfPeers = [
  { of: 'grade', make: duckdb(1 / 20) },
  { of: 'grade', make: arquero('cutoffs', null) },
  { of: 'grade', make: arquero('quota', 1 / 100) }, // tiers by share, as for objects: what is compared elsewhere too
  { of: 'grade', make: objects('cutoffs', null) },
  { of: 'grade', make: objects('quota', 1 / 150) },
  { of: 'percentile', make: ranks(1 / 3) },
] as const
