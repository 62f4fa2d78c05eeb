import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ungraded } from '../../src/grading/result.ts'
import type { Tiering, TieringId } from '../../src/scheme/scheme.ts'
import { criterion, numbers, schemeWith, tableOf } from '../fixtures/gradingTables.ts'
import { run } from './lists.ts'

/** The rules of spec/grading.md §4 word by word, customer by customer: slow, and nothing of the parts is used. */

interface Customer {
  readonly score: number
  readonly value: number // of the value column; NaN = missing
}
type ByDefinition<T extends Tiering> = (
  tiering: T,
  customer: Customer,
  all: readonly Customer[],
  tiers: number,
) => number

const higher = ({ score }: Customer, all: readonly Customer[]) =>
  all.filter((other) => other.score > score).length
const firstOr = (at: number, tiers: number) => (at < 0 ? tiers - 1 : at)
const held = ({ value }: Customer) => (value > 0 ? value : 0)
const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0)

const definitions = {
  cutoffs: ({ cutoffs }, { score }, _all, tiers) =>
    firstOr(
      cutoffs.findIndex((cutoff) => cutoff <= score),
      tiers,
    ),
  quota: ({ cumulative }, customer, all) =>
    cumulative.findIndex((share) => share * all.length > 10_000 * higher(customer, all)),
  topN: ({ cumulative }, customer, all, tiers) =>
    firstOr(
      cumulative.findIndex((count) => count > higher(customer, all)),
      tiers,
    ),
  // whole values below: the shares are sums without rounding
  valueShare: ({ cumulative }, customer, all, tiers) => {
    const total = sum(all.map(held))
    const above = sum(all.map(held).filter((value) => value > held(customer)))
    if (total === 0 || held(customer) === 0) return tiers - 1
    return cumulative.findIndex((share) => share * total > above * 10_000)
  },
  naturalBreaks: (_tiering, { score }, all, tiers) =>
    splitsOf(all, tiers)[0]?.classes.findIndex((each) => each.includes(score)) ?? -1,
} satisfies { readonly [K in TieringId]?: ByDefinition<Extract<Tiering, { id: K }>> }

/** All ways to cut the scores into one class per tier, the one with the least squares first. */
function splitsOf(all: readonly Customer[], tiers: number) {
  const distinct = [...new Set(all.map(({ score }) => score))].sort((a, b) => b - a)
  const squares = (each: readonly number[]) => {
    const scores = all.map(({ score }) => score).filter((score) => each.includes(score))
    const mean = sum(scores) / scores.length
    return sum(scores.map((score) => (score - mean) ** 2))
  }
  const splits = (list: readonly number[], parts: number): (readonly (readonly number[])[])[] =>
    parts === 1
      ? [[list]]
      : list
          .slice(0, list.length - parts + 1)
          .flatMap((_, at) =>
            splits(list.slice(at + 1), parts - 1).map((rest) => [list.slice(0, at + 1), ...rest]),
          )
  return splits(distinct, Math.max(1, Math.min(tiers, distinct.length)))
    .map((classes) => ({ classes, cost: sum(classes.map(squares)) }))
    .sort((a, b) => a.cost - b.cost)
}

/** Two splits that are equally good: either is right. */
function isTie(all: readonly Customer[]): boolean {
  const [best, next] = splitsOf(all, tiers)
  return best !== undefined && next !== undefined && next.cost - best.cost < 1e-9
}

const tiers = 3
const rising = (most: number, length: number) =>
  fc
    .array(fc.nat(most), { minLength: length, maxLength: length })
    .map((list) => list.sort((a, b) => a - b))
const shares = rising(100, tiers - 1).map((list) => [...list.map((share) => share * 100), 10_000])

const given: {
  readonly [K in keyof typeof definitions]: fc.Arbitrary<Extract<Tiering, { id: K }>>
} = {
  cutoffs: rising(101, tiers - 1).map((list) => ({ id: 'cutoffs', cutoffs: list.reverse() })),
  quota: shares.map((cumulative) => ({ id: 'quota', cumulative })),
  topN: rising(12, tiers - 1).map((cumulative) => ({ id: 'topN', cumulative })),
  valueShare: shares.map((cumulative) => ({ id: 'valueShare', column: 'value', cumulative })),
  naturalBreaks: fc.constant({ id: 'naturalBreaks' }),
}

/** Few different scores, so that many stand at an edge together. */
const customer = fc.record({
  score: fc.oneof(fc.constantFrom(0, 20, 40, 60, 61, 100, NaN), fc.nat(100)),
  value: fc.constantFrom(NaN, -7, 0, 1, 2, 5, 40, 1000),
})

describe.each(Object.keys(definitions) as (keyof typeof definitions)[])('tiers by %s', (id) => {
  test('are those of the definition', () => {
    const met = new Set<number>()
    fc.assert(
      fc.property(
        fc.array(customer, { minLength: 1, maxLength: 12 }),
        given[id],
        (list, tiering) => {
          const table = tableOf(
            [
              numbers(
                'score',
                list.map(({ score }) => score),
              ),
              numbers(
                'value',
                list.map(({ value }) => value),
              ),
            ],
            list.length,
          )
          const scored = criterion('score', { scoring: { id: 'linear', worst: 0, best: 100 } })
          const { computed, score } = run(table, schemeWith([scored], { tiering }))
          const all = list
            .map((one, row) => ({ ...one, score: score[row] as number }))
            .filter((one) => !Number.isNaN(one.score))
          const define = definitions[id] as ByDefinition<Tiering>
          const expected = list.map((one, row) =>
            Number.isNaN(one.score)
              ? ungraded
              : define(tiering, { ...one, score: score[row] as number }, all, tiers),
          )
          if (id === 'naturalBreaks' && isTie(all)) return
          expect([...computed]).toEqual(expected)
          for (const tier of expected) met.add(tier)
        },
      ),
      { numRuns: 200, seed: 20261126 },
    )
    expect([...met].sort((a, b) => a - b)).toEqual([0, 1, 2, ungraded])
  })
})
