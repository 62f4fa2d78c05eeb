import {
  add,
  choose,
  compare,
  divide,
  type Expression,
  multiply,
  number,
  reference,
  subtract,
} from '../../expression/expression.ts'
import { snap } from '../../math/snap.ts'
import type { Stability } from '../scheme.ts'
import { anyTier, type StabilityPart } from './stability.ts'
import { within } from './within.ts'

type Buffer = Extract<Stability, { id: 'buffer' }>

/**
 * A band around each cut-off (缓冲区): up to the best tier whose cut-off + points ≤ score, down only with a score below the
 * own cut-off − points. Sums are snapped as scores are, so that 80.1 + 2 is 82.1.
 */
export const buffer: StabilityPart<Buffer> = {
  id: 'buffer',
  start: { id: 'buffer', points: 2 },
  fields: [{ name: 'points', min: 0, max: 100, digits: 1 }],

  tidied({ points: given }) {
    const points = within(given, 0, 100, 1)
    return points === null ? null : { id: 'buffer', points }
  },

  /** Elsewhere there are no cut-offs over the score that last from one review to the next. */
  fits: (tiering) => tiering === 'cutoffs' || tiering === 'quota' || tiering === 'topN',

  best({ points }, review, row) {
    const own = review.reference.tier[row] as number
    const score = review.score[row] as number
    const cutoffs = review.cutoffsOf(row)
    for (let tier = 0; tier < Math.min(own, cutoffs.length); tier++)
      if (snap((cutoffs[tier] as number) + points) <= score) return tier
    return own
  },

  worst({ points }, review, row) {
    const own = review.reference.tier[row] as number
    const cutoff = review.cutoffsOf(row)[own]
    if (cutoff === undefined) return own // the last tier: there is none below
    return (review.score[row] as number) < snap(cutoff - points) ? anyTier : own
  },

  parameters: ({ points }) => [{ name: 'buffer.points', value: points }],

  workbook(_, tiers) {
    const own = reference('reference')
    const lines = Array.from({ length: tiers - 1 }, (_, at) => reference(`cutoff.${at + 1}`))
    const points = reference('buffer.points')
    const best = lines.reduceRight<Expression>(
      (rest, line, at) =>
        choose(compare('<=', snapped(add(line, points)), reference('score')), number(at + 1), rest),
      number(tiers),
    )
    const ownLine = lines.reduceRight<Expression>(
      (rest, line, at) => choose(compare('=', own, number(at + 1)), line, rest),
      number(0),
    )
    const falls = compare('<', reference('score'), snapped(subtract(ownLine, points)))
    return {
      best: { kind: 'min', of: [own, best] },
      worst: choose(falls, number(tiers), own), // below the last tier's 0 − points is nobody
    }
  },
}

/** ⌊x·1e9 + 0.5⌋ ÷ 1e9 */
function snapped(x: Expression): Expression {
  const whole: Expression = { kind: 'floor', of: add(multiply(x, number(1e9)), number(0.5)) }
  return divide(whole, number(1e9))
}
