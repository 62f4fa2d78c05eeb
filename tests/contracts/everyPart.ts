import { aggregations } from '../../src/scheme/aggregation/index.ts'
import type { Criterion, MissingPolicy, Rule, Scheme, Tiering } from '../../src/scheme/scheme.ts'
import { tierings } from '../../src/scheme/tiering/index.ts'
import { criterion, schemeWith } from '../fixtures/gradingTables.ts'
import { kinds } from './lists.ts'

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

export interface Case {
  readonly title: string
  readonly scheme: Scheme
}

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
    scheme: schemeWith(exact(0), { tiering: kinds.find((kind) => kind.id === id) as Tiering }),
  })),
  { title: 'frozen', scheme: schemeWith(exact(0)) },
  { title: 'logarithms and e^x', scheme: schemeWith(rough, { rules }) },
  { title: 'no weight', scheme: schemeWith(exact(0).map((each) => ({ ...each, weight: 0 }))) },
  { title: 'no criteria', scheme: schemeWith([]) },
]
