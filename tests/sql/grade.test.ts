import { describe, expect, test } from 'vitest'
import { scoringStatement } from '../../src/export/sql/scoring.ts'
import { referenceTable } from '../../src/grading/reference.ts'
import { ungraded } from '../../src/grading/result.ts'
import type { Overrides } from '../../src/grading/result.ts'
import type { AggregationId, Scheme } from '../../src/scheme/scheme.ts'
import { isoDay } from '../../src/table/parse/calendar.ts'
import type { Table } from '../../src/table/table.ts'
import { customers } from '../contracts/customers.ts'
import { cases, lastReview, reviewedOn } from '../contracts/everyPart.ts'
import { isExact } from '../contracts/everyCriterion.ts'
import { type Engine, engines } from './engines.ts'
import { inputOf } from '../contracts/exportInput.ts'
import { load } from './load.ts'

/** A tier by hand for some, one of them run out, one for a tier that is gone. */
const byHand = (tier: string, expires: string | null) => ({
  tier,
  reason: '',
  by: '',
  at: '2026-11-01T00:00:00Z',
  expires,
})
const overrides: Overrides = new Map([
  ['K0', byHand('a', null)],
  ['K1', byHand('c', '2026-11-21')],
  ['K2', byHand('a', '2026-11-20')],
  ['K3', byHand('gone', null)],
  ['nobody', byHand('a', null)],
])

const notExact = new Set<AggregationId>(['weightedProduct'])

describe.each(engines)('$dialect', (engine) => {
  describe.each([
    ['20,000 customers', customers(7, 20_000)],
    ['57 customers', customers(8, 57)],
    ['2 customers', customers(9, 2)],
    ['one customer', customers(10, 1)],
  ] as const)('%s', (_, table) => {
    test.each(cases)(
      '$title: the same scores, tiers and completeness',
      async ({ title, scheme, reviewed = false }) => {
        if (title === cases[0]?.title) await loadAll(engine, table)
        const live = title === 'frozen' ? frozen(scheme, table) : scheme
        await hold(engine, table, live, reviewed)
      },
    )
  })
})

async function loadAll(engine: Engine, table: Table): Promise<void> {
  await load(engine, 'customers', table)
  const { dialect } = engine
  const [text, day, end] =
    dialect === 'clickhouse'
      ? ['String', 'Nullable(Date32)', ' ENGINE = Memory']
      : ['text', 'date', '']
  await engine.run('DROP TABLE IF EXISTS tier_overrides')
  await engine.run(
    `CREATE TABLE tier_overrides (customer ${text}, tier ${text}, expires ${day})${end}`,
  )
  const names: Readonly<Record<string, string>> = { a: 'A', b: 'B', c: 'C', gone: 'Z' }
  const rows = [...overrides].map(([customer, { tier, expires }]) => {
    const until = expires === null ? 'NULL' : `'${expires}'`
    return `('${customer}', '${names[tier] ?? ''}', ${until})`
  })
  await engine.run(`INSERT INTO tier_overrides VALUES ${rows.join(', ')}`)
  const [real, last] = [dialect === 'clickhouse' ? 'Float64' : 'float8', lastReview(table)]
  await engine.run('DROP TABLE IF EXISTS tier_reference')
  await engine.run(
    `CREATE TABLE tier_reference (customer ${text}, tier ${text}, since ${day}, pending ${text}, reviews ${real}, reviewed ${day})${end}`,
  )
  for (let from = 0; from < last.length; from += 1000) {
    const values = last.slice(from, from + 1000).map(({ key, now }) => {
      const since = Number.isNaN(now.since) ? 'NULL' : `'${isoDay(now.since)}'`
      const [tier, pending] = [names[now.tier ?? ''] ?? '', names[now.pending ?? ''] ?? '']
      return `('${key}', '${tier}', ${since}, '${pending}', ${now.reviews}, '${isoDay(reviewedOn)}')`
    })
    await engine.run(`INSERT INTO tier_reference VALUES ${values.join(', ')}`)
  }
}

/** The same scheme with what its parameters came to held. */
function frozen(scheme: Scheme, table: Table): Scheme {
  const { utilities } = inputOf(table, scheme).result
  const criteria = scheme.criteria.map((each, at) => {
    const { parameters = new Float64Array(0), bounds = null } = utilities[at] ?? {}
    const known = parameters.length > 0 && !parameters.some(Number.isNaN)
    return known ? { ...each, frozen: { parameters: [...parameters], bounds } } : each
  })
  return { ...scheme, criteria }
}

async function hold(
  engine: Engine,
  table: Table,
  scheme: Scheme,
  isReviewed: boolean,
): Promise<void> {
  const about = { origin: 'file', name: 'x', reviewed: reviewedOn } as const
  const reference = isReviewed ? referenceTable(lastReview(table), about) : null
  const input = inputOf(table, scheme, overrides, reference)
  const { score, computed, settled, final, completeness } = input.result
  const rows = await engine.rows(scoringStatement(input, engine.dialect))
  expect(rows.length).toBe(table.rowCount)
  const exactly = scheme.criteria.every(isExact) && !notExact.has(scheme.aggregation.id)
  const name = (tier = ungraded) => scheme.tiers[tier]?.name ?? null
  const ranks = ranksOf(score)
  const wrong: unknown[] = []
  let worst = 0
  for (const row of rows) {
    const at = Number(String(row['客户编号']).slice(1))
    const own = score[at] ?? NaN
    const found = row.score === null ? NaN : Number(row.score)
    const off = Number.isNaN(own) && Number.isNaN(found) ? 0 : Math.abs(own - found)
    worst = Math.max(worst, Number.isNaN(off) ? Infinity : off)
    const is = {
      score: exactly ? off === 0 : off <= 1.5e-9,
      computed: (row.computed_tier || null) === name(computed[at]),
      settled: (row.settled_tier || null) === name(settled[at]),
      tier: (row.tier || null) === name(final[at]),
      completeness: row.completeness === completeness[at],
      rank:
        !exactly ||
        (row.score_rank === null ? NaN : Number(row.score_rank)) === ranks(own) ||
        (Number.isNaN(own) && row.score_rank === null),
    }
    if (Object.values(is).includes(false))
      wrong.push({ at, own, tier: [name(computed[at]), name(final[at])], found: row, is })
  }
  expect(wrong.slice(0, 3)).toEqual([])
  expect(worst).toBeLessThanOrEqual(exactly ? 0 : 1.5e-9)
}

/** 1 + the customers that score strictly higher. */
function ranksOf(score: Float64Array): (own: number) => number {
  const sorted = score.filter((s) => !Number.isNaN(s)).sort()
  return (own) => {
    let low = 0
    let high = sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sorted[middle] as number) <= own) low = middle + 1
      else high = middle
    }
    return sorted.length - low + 1
  }
}
