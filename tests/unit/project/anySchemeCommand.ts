import fc from 'fast-check'
import type { CommandKind } from '../../../src/project/command.ts'
import type { CommandOf } from '../../../src/project/commands/contract.ts'
import type { Document } from '../../../src/project/document.ts'
import { aggregations } from '../../../src/scheme/aggregation/index.ts'
import { rulesOf } from '../../../src/scheme/rules/index.ts'
import type { Condition, Effect, MissingPolicy, Prepare } from '../../../src/scheme/scheme.ts'
import { scorings } from '../../../src/scheme/scoring/index.ts'
import { templates } from '../../../src/scheme/templates/index.ts'
import { tierings } from '../../../src/scheme/tiering/index.ts'
import { given as givenScorings } from '../../contracts/givenScorings.ts'
import { columns, date, joined, type Made, merge, name, of, place } from './made.ts'

const weight = fc.constantFrom(0, 1, 12.5, 40, 1e6, -1, NaN)
const scoring = fc.constantFrom(...Object.values(givenScorings).flat())
const prepare = fc.constantFrom<(Prepare | null)[]>(
  null,
  { winsorise: [0.05, 0.9], log: false },
  { winsorise: null, log: true },
  { winsorise: [0.5, 0.2], log: false }, // refused
)
const missing = fc.constantFrom<MissingPolicy[]>(
  { id: 'reweight' },
  { id: 'fixed', utility: 0.25 },
  { id: 'median' },
  { id: 'ungraded' },
)
const share = fc.integer({ min: -100, max: 11_000 })
const tiering = fc.oneof(
  fc
    .array(fc.integer({ min: -5, max: 105 }), { minLength: 1, maxLength: 4 })
    .map((cutoffs) => ({ id: 'cutoffs' as const, cutoffs })),
  fc
    .array(share, { minLength: 2, maxLength: 5 })
    .map((cumulative) => ({ id: 'quota' as const, cumulative })),
  fc
    .array(fc.nat(9), { minLength: 1, maxLength: 4 })
    .map((cumulative) => ({ id: 'topN' as const, cumulative })),
  fc.record({
    id: fc.constant('valueShare' as const),
    column: fc.constantFrom('spend', 'region', null),
    cumulative: fc.array(share, { minLength: 2, maxLength: 5 }),
  }),
  fc.constant({ id: 'naturalBreaks' as const }),
  fc.constantFrom(
    ...[
      ['spend', 2],
      ['region', 2],
      ['spend', 9],
    ].map(([column, best]) => ({
      id: 'matrix' as const,
      axes: [
        {
          of: 'column' as const,
          column: String(column),
          better: 'higher' as const,
          cutoffs: [3000],
        },
        { of: 'group' as const, group: 'g_1', cutoffs: [50] },
      ] as const,
      cells: [
        [0, 1],
        [1, Number(best)],
      ],
    })),
  ),
)
const condition = fc
  .tuple(place, fc.constantFrom('<', '>=', '<>'), fc.constantFrom(0, 2, NaN), fc.boolean())
  .map(([at, operator, value, not]) => (document: Document): Condition => {
    const column = of(columns(document), at)
    return (
      [
        { id: 'compare', column, operator: operator as '<', value },
        { id: 'among', column, categories: at % 5 === 0 ? [] : ['华东', 'true'], not },
        { id: 'missing', column, not },
      ] as const
    )[at % 3] as Condition
  })
const effect = fc
  .tuple(place, fc.constantFrom(5, -30, 200))
  .map(([at, points]) => (document: Document): Effect => {
    const tier = of(document.scheme.tiers, at)
    return (
      [{ id: 'bonus', points }, { id: 'floor', tier }, { id: 'cap', tier }, { id: 'veto' }] as const
    )[at % 4] as Effect
  })
const rule = fc
  .tuple(fc.array(condition, { maxLength: 2 }), effect, fc.boolean())
  .map(([conditions, act, enabled]) => (document: Document) => ({
    enabled,
    conditions: conditions.map((make) => make(document)),
    effect: act(document),
  }))
/** The commands that edit the scheme. */
export const anySchemeCommand = {
  addCriterion: place.map((at) => (document) => ({
    kind: 'addCriterion',
    column: of(columns(document), at),
  })),
  removeCriterion: place.map((at) => ({ scheme }) => ({
    kind: 'removeCriterion',
    criterion: of(scheme.criteria, at),
  })),
  moveCriterion: fc
    .tuple(place, fc.integer({ min: -2, max: 9 }))
    .map(([at, to]) => ({ scheme }) => ({
      kind: 'moveCriterion',
      criterion: of(scheme.criteria, at),
      to,
    })),
  setWeight: fc.tuple(place, weight, merge).map(([at, set, key]) => ({ scheme }) => ({
    kind: 'setWeight',
    criterion: of(scheme.criteria, at),
    weight: set,
    ...joined(key),
  })),
  setCriterion: fc
    .tuple(
      place,
      fc.record(
        {
          scoring,
          prepare,
          missing,
          weight,
          name,
          enabled: fc.boolean(),
          direction: fc.constantFrom('higher' as const, 'lower' as const),
          frozen: fc.constantFrom(
            null,
            { parameters: [0, 3000], bounds: null },
            { parameters: [NaN], bounds: null }, // refused
          ),
        },
        { requiredKeys: [] },
      ),
      merge,
    )
    .map(([at, set, key]) => ({ scheme }) => ({
      kind: 'setCriterion',
      criterion: of(scheme.criteria, at),
      set,
      ...joined(key),
    })),
  chooseScoring: fc
    .tuple(place, fc.constantFrom(...scorings.all.map(({ id }) => id)))
    .map(([at, chosen]) => ({ scheme }) => ({
      kind: 'chooseScoring',
      criterion: of(scheme.criteria, at),
      scoring: chosen,
    })),
  setTiering: fc
    .tuple(tiering, merge)
    .map(([set, key]) => () => ({ kind: 'setTiering', tiering: set, ...joined(key) })),
  chooseTiering: fc
    .constantFrom(...tierings.all.map(({ id }) => id))
    .map((method) => () => ({ kind: 'chooseTiering', method })),
  setAggregation: fc.constantFrom(...aggregations.all.map(({ id }) => id)).map((id) => () => ({
    kind: 'setAggregation',
    aggregation: { id },
  })),
  addRule: rule.map((make) => (document) => ({ kind: 'addRule', rule: make(document) })),
  setRule: fc.tuple(place, rule, fc.boolean()).map(([at, make, whole]) => (document) => ({
    kind: 'setRule',
    rule: of(rulesOf(document.scheme), at),
    set: whole ? make(document) : { enabled: at % 2 === 0 },
  })),
  removeRule: place.map((at) => ({ scheme }) => ({
    kind: 'removeRule',
    rule: of(rulesOf(scheme), at),
  })),
  moveRule: fc.tuple(place, fc.integer({ min: -1, max: 5 })).map(([at, to]) => ({ scheme }) => ({
    kind: 'moveRule',
    rule: of(rulesOf(scheme), at),
    to,
  })),
  addTier: fc.constant(() => ({ kind: 'addTier', label: '新' })),
  removeTier: place.map((at) => ({ scheme }) => ({
    kind: 'removeTier',
    tier: of(scheme.tiers, at),
  })),
  setTier: fc
    .tuple(place, fc.record({ name, label: name }, { requiredKeys: [] }))
    .map(([at, set]) => ({ scheme }) => ({
      kind: 'setTier',
      tier: of(scheme.tiers, at),
      set,
    })),
  setScheme: fc
    .constantFrom('kept', 'unknown', 'without')
    .map((what) => ({ scheme, keptScheme }) => ({
      kind: 'setScheme',
      scheme:
        what === 'kept'
          ? keptScheme
          : { ...scheme, ...(what === 'unknown' ? { format: 9 as 1 } : { criteria: [] }) },
    })),
  useTemplate: fc
    .constantFrom(...templates.all.map(({ id }) => id), 'gone')
    .map((template) => () => ({
      kind: 'useTemplate',
      template,
    })),
  setAsOf: date.map((asOf) => () => ({ kind: 'setAsOf', asOf })),
  setValueColumn: place.map((at) => (document) => ({
    kind: 'setValueColumn',
    column: at % 4 === 0 ? null : of(columns(document), at),
  })),
  keepScheme: fc.constant(() => ({ kind: 'keepScheme' })),
  revertScheme: fc.constant(() => ({ kind: 'revertScheme' })),
} satisfies { readonly [K in CommandKind]?: fc.Arbitrary<Made<CommandOf<K>>> }
