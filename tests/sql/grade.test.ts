import { describe, expect, test } from 'vitest'
import { scoringStatement } from '../../src/export/sql/scoring.ts'
import { ungraded } from '../../src/grading/result.ts'
import type { Overrides } from '../../src/grading/result.ts'
import { aggregations } from '../../src/scheme/aggregation/index.ts'
import type {
  AggregationId,
  Criterion,
  MissingPolicy,
  Rule,
  Scheme,
  Tiering,
} from '../../src/scheme/scheme.ts'
import { tierings } from '../../src/scheme/tiering/index.ts'
import type { Table } from '../../src/table/table.ts'
import { kinds } from '../contracts/lists.ts'
import { criterion, schemeWith } from '../fixtures/gradingTables.ts'
import { isExact } from './criteria.ts'
import { type Engine, engines } from './engines.ts'
import { inputOf } from './input.ts'
import { customers } from './lists.ts'
import { load } from './load.ts'

const policies: readonly MissingPolicy[] = [
  { id: 'reweight' },
  { id: 'fixed', utility: 0.3 },
  { id: 'median' },
  { id: 'ungraded' },
]

/** Parts of + − × ÷ alone, each missing policy in turn. */
const exact = (turn: number): readonly Criterion[] =>
  [
    criterion('money', { weight: 30, scoring: { id: 'percentile' } }),
    criterion('count', { weight: 25, scoring: { id: 'quantileBins', classes: 7 } }),
    criterion('balance', { weight: 13.7, scoring: { id: 'zscore' } }),
    criterion('share', {
      weight: 11,
      scoring: {
        id: 'piecewise',
        points: [
          { x: 0.1, utility: 0.05 },
          { x: 0.37, utility: 0.9 },
          { x: 0.8, utility: 0.61 },
        ],
      },
    }),
    criterion('last', {
      weight: 9,
      direction: 'lower',
      prepare: { winsorise: [0.02, 0.97], log: false },
    }),
    criterion('kind', {
      weight: 7.1,
      scoring: {
        id: 'lookup',
        points: [
          { category: 'A', utility: 1 },
          { category: "d'é", utility: 0.45 },
        ],
        other: 0.2,
      },
    }),
    criterion('vip', {
      weight: 3,
      scoring: { id: 'lookup', points: [{ category: 'true', utility: 1 }], other: 0 },
    }),
  ].map((each, at) => ({ ...each, missing: policies[(at + turn) % 4] as MissingPolicy }))

/** With e^x and ln. */
const rough: readonly Criterion[] = [
  criterion('money', { weight: 4, prepare: { winsorise: null, log: true } }),
  criterion('balance', {
    weight: 3,
    scoring: { id: 'logistic', midpoint: 1000, steepness: 0.0001 },
    direction: 'lower',
  }),
  criterion('last', { weight: 2, scoring: { id: 'target', low: 10, high: 90, tolerance: 200 } }),
  criterion('count', {
    weight: 1,
    scoring: {
      id: 'bands',
      below: 0,
      bands: [
        { from: 1, utility: 0.3 },
        { from: 5, utility: 1 },
      ],
    },
  }),
]

const rules: readonly Rule[] = [
  {
    id: 'r1',
    enabled: true,
    conditions: [{ id: 'compare', column: 'last', operator: '<=', value: 60 }],
    effect: { id: 'bonus', points: 7.3 },
  },
  {
    id: 'r2',
    enabled: true,
    conditions: [{ id: 'missing', column: 'share', not: false }],
    effect: { id: 'bonus', points: -4.1 },
  },
  {
    id: 'r3',
    enabled: true,
    conditions: [{ id: 'among', column: 'kind', categories: ['A', 'B'], not: false }],
    effect: { id: 'floor', tier: 'b' },
  },
  {
    id: 'r4',
    enabled: true,
    conditions: [{ id: 'among', column: 'region', categories: ['华东'], not: true }],
    effect: { id: 'cap', tier: 'b' },
  },
  {
    id: 'r5',
    enabled: true,
    conditions: [
      { id: 'missing', column: 'note', not: true },
      { id: 'among', column: 'vip', categories: ['false'], not: false },
    ],
    effect: { id: 'veto' },
  },
  {
    id: 'off',
    enabled: false,
    conditions: [{ id: 'missing', column: 'note', not: false }],
    effect: { id: 'veto' },
  },
]

interface Case {
  readonly title: string
  readonly scheme: Scheme
}

const cases: readonly Case[] = [
  ...aggregations.all.flatMap(({ id }) =>
    [0, 1, 2, 3].map((turn) => ({
      title: `${id}, policies from the ${turn}.`,
      scheme: schemeWith(exact(turn), { aggregation: { id }, rules: turn % 2 === 0 ? rules : [] }),
    })),
  ),
  ...tierings.all.map(({ id }) => ({
    title: `tiers by ${id}`,
    scheme: schemeWith(exact(0), { tiering: kinds.find((kind) => kind.id === id) as Tiering }),
  })),
  { title: 'frozen', scheme: schemeWith(exact(0)) },
  { title: 'logarithms and e^x', scheme: schemeWith(rough, { rules }) },
  { title: 'no weight', scheme: schemeWith(exact(0).map((each) => ({ ...each, weight: 0 }))) },
  { title: 'no criteria', scheme: schemeWith([]) },
]

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
      async ({ title, scheme }) => {
        if (title === cases[0]?.title) await loadAll(engine, table)
        const live = title === 'frozen' ? frozen(scheme, table) : scheme
        await hold(engine, table, live)
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

async function hold(engine: Engine, table: Table, scheme: Scheme): Promise<void> {
  const input = inputOf(table, scheme, overrides)
  const { score, computed, final, completeness } = input.result
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
