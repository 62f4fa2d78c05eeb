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
import { present } from '../../math/present.ts'
import { selectMany } from '../../math/select.ts'
import type { Tiering } from '../scheme.ts'
import type { TieringPart } from './tiering.ts'

type Quota = Extract<Tiering, { id: 'quota' }>

const whole = 10_000 // hundredths of a percent

/**
 * The first tier with P·n > 10000·b, b = customers scoring strictly higher, in integers. b ≤ ⌈P·n ÷ 10000⌉ − 1 holds
 * exactly for scores not below the ⌈P·n ÷ 10000⌉-th largest, which is therefore the cut-off; P = 0 lets nobody in.
 */
export const quota: TieringPart<Quota> = {
  id: 'quota',
  field: { name: 'cumulative', of: 'share', live: true },

  /** 10 30 60 100 % for four tiers; for another number shares that grow as 1 : 2 : 3 … */
  defaults(tiers) {
    const sum = (tiers * (tiers + 1)) / 2
    return {
      id: 'quota',
      cumulative: Array.from({ length: tiers }, (_, at) =>
        at === tiers - 1 ? whole : Math.round((((at + 1) * (at + 2)) / 2 / sum) * 100) * 100,
      ),
    }
  },

  cutoffs(tiering, score, tiers) {
    const scores = present(score)
    const n = scores.length
    const counts = Array.from({ length: tiers - 1 }, (_, at) =>
      Math.min(n, Math.ceil(((tiering.cumulative[at] ?? whole) * n) / whole)),
    )
    const lowest = selectMany(
      scores,
      counts.map((count) => n - count),
    )
    return Float64Array.from(lowest, (cutoff, at) => (counts[at] === 0 ? Infinity : cutoff))
  },

  withoutTier(tiering, at) {
    const gone = Math.min(at, tiering.cumulative.length - 2)
    return { id: 'quota', cumulative: tiering.cumulative.filter((_, i) => i !== gone) }
  },

  withTier(tiering) {
    const before = tiering.cumulative.at(-2) ?? 0
    const half = Math.round((before + whole) / 2)
    return { id: 'quota', cumulative: [...tiering.cumulative.slice(0, -1), half, whole] }
  },

  /** LARGE once per tier; a cut-off above every score where the share is 0. */
  workbook() {
    const count = add(multiply(reference('given'), over('count', 'scores')), number(whole - 1))
    return choose(
      compare('=', multiply(reference('given'), over('count', 'scores')), number(0)),
      number(1000),
      { kind: 'largest', range: 'scores', k: { kind: 'floor', of: divide(count, number(whole)) } },
    )
  },
  given: (tiering) => tiering.cumulative.slice(0, -1),
}
