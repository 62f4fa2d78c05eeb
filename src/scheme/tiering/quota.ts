import {
  add,
  choose,
  compare,
  divide,
  multiply,
  number,
  over,
  reference,
} from '../../expression/expression.ts'
import type { Tiering } from '../scheme.ts'
import {
  doubtsOfRising,
  sharesFor,
  sharesWith,
  sharesWithout,
  tidiedShares,
  whole,
} from './cumulative.ts'
import { lowestOf } from './largest.ts'
import { beyond, type TieringPart } from './tiering.ts'

type Quota = Extract<Tiering, { id: 'quota' }>

/**
 * The first tier with P·n > 10000·b, b = customers scoring strictly higher, in integers. b ≤ ⌈P·n ÷ 10000⌉ − 1 holds
 * exactly for scores not below the ⌈P·n ÷ 10000⌉-th largest, which is therefore the cut-off; P = 0 lets nobody in.
 */
export const quota: TieringPart<Quota> = {
  id: 'quota',
  field: { name: 'cumulative', of: 'share', column: false },
  measure: 'score',
  within: {
    above: 'customers',
    reached: compare(
      '>',
      multiply(reference('given'), reference('count')),
      multiply(reference('above'), number(whole)),
    ),
  },
  live: true,
  defaults: (tiers) => ({ id: 'quota', cumulative: sharesFor(tiers) }),

  tidied({ cumulative: list }, tiers) {
    const cumulative = tidiedShares(list, tiers)
    return cumulative && { id: 'quota', cumulative }
  },

  lines({ cumulative }, input) {
    const { score, tiers } = input
    const { values: cutoffs } = lowestOf(input, (n) =>
      Array.from({ length: tiers - 1 }, (_, at) =>
        Math.ceil(((cumulative[at] ?? whole) * n) / whole),
      ),
    )
    return { measure: score, cutoffs, issues: [] }
  },

  withoutTier: (tiering, at) => ({ ...tiering, cumulative: sharesWithout(tiering.cumulative, at) }),
  withTier: (tiering) => ({ ...tiering, cumulative: sharesWith(tiering.cumulative) }),
  given: (tiering) => tiering.cumulative.slice(0, -1),
  doubts: (tiering) => doubtsOfRising(tiering.cumulative),

  /** LARGE once per tier. */
  workbook() {
    const count = add(multiply(reference('given'), over('count', 'scores')), number(whole - 1))
    const cutoff = choose(
      compare('=', multiply(reference('given'), over('count', 'scores')), number(0)),
      number(beyond),
      { kind: 'largest', range: 'scores', k: { kind: 'floor', of: divide(count, number(whole)) } },
    )
    return { kind: 'cutoffs', cutoff }
  },

  /** P·n > 10000·b itself, in whole numbers. */
  sql: ({ cumulative }, at) =>
    compare(
      '>',
      multiply(number(cumulative[at] ?? whole), reference('graded')),
      multiply(number(whole), reference('above')),
    ),
}
