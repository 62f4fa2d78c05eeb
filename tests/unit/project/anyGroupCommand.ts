import fc from 'fast-check'
import type { CommandKind } from '../../../src/project/command.ts'
import type { CommandOf } from '../../../src/project/commands/contract.ts'
import { groupsOf } from '../../../src/scheme/groups.ts'
import { stabilities } from '../../../src/scheme/stability/index.ts'
import { columns, joined, type Made, merge, name, of, place } from './made.ts'

const weight = fc.constantFrom(0, 1, 12.5, 40, -1, NaN)
const to = fc.integer({ min: -2, max: 9 })

/** The commands on groups, weights of several, and what tiers are held by. */
export const anyGroupCommand = {
  useGroups: fc
    .array(name, { minLength: 3, maxLength: 5 })
    .map((names) => () => ({ kind: 'useGroups', names })),
  addGroup: name.map((called) => () => ({ kind: 'addGroup', name: called })),
  setGroup: fc
    .tuple(
      place,
      fc.record(
        { name, weight, cap: fc.constantFrom(null, 0, 25.5, 100, 101, NaN) },
        { requiredKeys: [] },
      ),
      merge,
    )
    .map(([at, set, key]) => ({ scheme }) => ({
      kind: 'setGroup',
      group: of(groupsOf(scheme), at),
      set,
      ...joined(key),
    })),
  moveGroup: fc.tuple(place, to).map(([at, where]) => ({ scheme }) => ({
    kind: 'moveGroup',
    group: of(groupsOf(scheme), at),
    to: where,
  })),
  removeGroup: place.map((at) => ({ scheme }) => ({
    kind: 'removeGroup',
    group: of(groupsOf(scheme), at),
  })),
  placeCriterion: fc.tuple(place, place, to).map(([criterion, group, where]) => ({ scheme }) => ({
    kind: 'placeCriterion',
    criterion: of(scheme.criteria, criterion),
    group: of(groupsOf(scheme), group),
    to: where,
  })),
  chooseAxis: fc
    .tuple(fc.constantFrom(0 as const, 1 as const), place)
    .map(([side, at]) => (document) => ({
      kind: 'chooseAxis',
      side,
      source:
        at % 2 === 0
          ? { of: 'column', column: of(columns(document), at) }
          : { of: 'group', group: of(groupsOf(document.scheme), at) },
    })),
  setWithin: place.map((at) => (document) => ({
    kind: 'setWithin',
    column: at % 3 === 0 ? null : of(columns(document), at),
  })),
  setWeights: fc
    .tuple(fc.array(fc.tuple(place, weight), { maxLength: 3 }), place, weight, fc.boolean())
    .map(([criteria, group, groupWeight, answered]) => ({ scheme }) => {
      const ids = criteria.map(([at]) => of(scheme.criteria, at))
      const [first = 'gone', second = 'gone'] = ids
      return {
        kind: 'setWeights',
        criteria: criteria.map(([, set], at) => ({ id: ids[at] ?? 'gone', weight: set })),
        groups: group % 2 === 0 ? [] : [{ id: of(groupsOf(scheme), group), weight: groupWeight }],
        judgements: answered ? [{ first, second, ratio: 3 }] : null,
      }
    }),
  setStability: fc
    .tuple(fc.constantFrom(...stabilities.all), fc.boolean(), merge)
    .map(([part, on, key]) => () => ({
      kind: 'setStability',
      id: part.id,
      set: on ? part.start : null,
      ...joined(key),
    })),
} satisfies { readonly [K in CommandKind]?: fc.Arbitrary<Made<CommandOf<K>>> }
