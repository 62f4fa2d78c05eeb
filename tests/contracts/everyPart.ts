import { seeded } from '../../src/core/random.ts'
import type { ReferenceRow } from '../../src/grading/reference.ts'
import { aggregations } from '../../src/scheme/aggregation/index.ts'
import type {
  Criterion,
  MissingPolicy,
  Rule,
  Scheme,
  Stability,
  Tiering,
  TieringId,
} from '../../src/scheme/scheme.ts'
import { stabilities } from '../../src/scheme/stability/index.ts'
import { tierings } from '../../src/scheme/tiering/index.ts'
import type { Table } from '../../src/table/table.ts'
import { criterion, schemeWith } from '../fixtures/gradingTables.ts'
import { kinds, twoGroups } from './lists.ts'

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

/** One thing before scoring or about gaps at a time, in a scheme that is else plain. */
const alone: readonly { readonly title: string; readonly set: Partial<Criterion> }[] = [
  ...policies.map((missing) => ({ title: `missing: ${missing.id}`, set: { missing } })),
  { title: 'winsorised', set: { prepare: { winsorise: [0.1, 0.85], log: false } } },
  { title: 'logarithms', set: { prepare: { winsorise: null, log: true } } },
  { title: 'decay', set: { prepare: { winsorise: null, log: false, decay: 45.5 } } },
]
export const eachAlone: readonly Case[] = alone.map(({ title, set }) => ({
  title: `alone: ${title}`,
  scheme: schemeWith([
    criterion('share', { weight: 2, ...(title === 'decay' ? {} : set) }),
    criterion('last', { weight: 3, ...set }),
    criterion('balance', { weight: 1.7, ...(title === 'decay' ? {} : set) }),
  ]),
}))

export interface Case {
  readonly title: string
  readonly scheme: Scheme
  /** Whether it is judged against the last review (`lastReview`). */
  readonly reviewed?: boolean
}

const of = (id: TieringId): Tiering => kinds.find((kind) => kind.id === id) as Tiering
const grouped = (turn: number) =>
  exact(turn).map((each, at) => ({ ...each, group: at % 2 === 0 ? 'g1' : 'g2' }))
const matrix: Tiering = {
  id: 'matrix',
  axes: [
    { of: 'group', group: 'g1', cutoffs: [55.5, 30] },
    { of: 'column', column: 'last', better: 'lower', cutoffs: [100, 250] },
  ],
  cells: [
    [0, 0, 1],
    [0, 1, 1],
    [1, 2, 2],
  ],
}
const capped = twoGroups.map((group, at) => ({ ...group, cap: at === 0 ? 21.7 : null }))
const fading = exact(0).map((each) =>
  each.column === 'last'
    ? { ...each, prepare: { winsorise: [0.1, 0.9], log: false, decay: 120 } as const }
    : each,
)

const settings: readonly (readonly Stability[])[] = [
  ...stabilities.all.map(({ start }) => [start]),
  stabilities.all.map(({ start }) => start),
]

/** The tiers of the last review of some, with gaps, a tier that is gone, and customers who are gone. */
export function lastReview(table: Table): readonly ReferenceRow[] {
  const random = seeded(table.rowCount)
  const among = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  return Array.from({ length: table.rowCount + 2 }, (_, row): ReferenceRow => ({
    key: `K${row}`,
    now: {
      tier: among(['a', 'b', 'c', 'gone']),
      since: among([NaN, 20_778, 20_700, 20_650, 20_000]),
      pending: among([null, 'a', 'b', 'c']),
      reviews: among([0, 1, 2, 3]),
    },
  })).filter(() => random() < 0.8)
}
export const reviewedOn = 20_750

/** Schemes that have every part of the registries. */
export const cases: readonly Case[] = [
  ...aggregations.all.flatMap(({ id }) =>
    [0, 1, 2, 3].map((turn) => ({
      title: `${id}, policies from the ${turn}.`,
      scheme: schemeWith(exact(turn), { aggregation: { id }, rules: turn % 2 === 0 ? rules : [] }),
    })),
  ),
  ...tierings.all.map(({ id }) => ({
    title: `tiers by ${id}`,
    scheme: schemeWith(grouped(0), {
      tiering: id === 'matrix' ? matrix : of(id),
      groups: id === 'matrix' ? twoGroups : [],
    }),
  })),
  ...aggregations.all.map(({ id }) => ({
    title: `groups by ${id}, the matrix by one of them`,
    scheme: schemeWith(grouped(1), {
      aggregation: { id },
      groups: twoGroups,
      tiering: matrix,
      rules,
    }),
  })),
  { title: 'capped', scheme: schemeWith(grouped(2), { groups: capped, tiering: of('quota') }) },
  ...tierings.all
    .filter((part) => part.within !== null)
    .map(({ id }) => ({
      title: `tiers by ${id} within a region`,
      scheme: schemeWith(exact(0), { tiering: of(id), within: 'region' }),
    })),
  ...settings.map((stability) => ({
    title: `held by ${stability.map(({ id }) => id).join(', ')}`,
    scheme: schemeWith(exact(0), { stability, rules }),
    reviewed: true,
  })),
  {
    title: 'held within a region',
    scheme: schemeWith(exact(0), {
      stability: settings.at(-1) ?? [],
      tiering: of('quota'),
      within: 'region',
    }),
    reviewed: true,
  },
  ...eachAlone,
  { title: 'fading', scheme: schemeWith(fading) },
  { title: 'frozen', scheme: schemeWith(exact(0)) },
  { title: 'logarithms and e^x', scheme: schemeWith(rough, { rules }) },
  { title: 'no weight', scheme: schemeWith(exact(0).map((each) => ({ ...each, weight: 0 }))) },
  { title: 'no criteria', scheme: schemeWith([]) },
]
