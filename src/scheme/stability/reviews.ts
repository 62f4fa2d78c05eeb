import {
  add,
  choose,
  compare,
  type Expression,
  number,
  reference,
} from '../../expression/expression.ts'
import type { Stability } from '../scheme.ts'
import { anyTier, noTier, type ReferenceRows, type StabilityPart } from './stability.ts'
import { within } from './within.ts'

type Reviews = Extract<Stability, { id: 'reviews' }>

/**
 * So many reviews in a row must find the customer on the same side of its tier; this one counts as one, and a change of
 * side begins anew. Counts go on where another setting still holds the customer.
 */
export const reviews: StabilityPart<Reviews> = {
  id: 'reviews',
  start: { id: 'reviews', count: 2 },
  fields: [{ name: 'count', min: 2, max: 12, digits: 0 }],

  tidied({ count: given }) {
    const count = within(given, 2, 12)
    return count === null ? null : { id: 'reviews', count }
  },

  fits: () => true,

  best: ({ count }, { reference: known }, row) =>
    reviewsOn('better', known, row) >= count ? 0 : (known.tier[row] as number),

  worst: ({ count }, { reference: known }, row) =>
    reviewsOn('worse', known, row) >= count ? anyTier : (known.tier[row] as number),

  parameters: ({ count }) => [{ name: 'reviews.count', value: count }],

  workbook(_, tiers) {
    const own = reference('reference')
    const enough = (side: Side) =>
      compare('>=', reviewsExpression(side), reference('reviews.count'))
    return {
      best: choose(enough('better'), number(1), own),
      worst: choose(enough('worse'), number(tiers), own),
    }
  },
}

type Side = 'better' | 'worse'

/** The number of `reviewsOn` as a formula. */
export function reviewsExpression(side: Side): Expression {
  const own = reference('reference')
  const pending = reference('pending')
  const isSame: Expression =
    side === 'worse'
      ? compare('>', pending, own)
      : { kind: 'and', of: [compare('>', pending, number(0)), compare('<', pending, own)] }
  const more = choose(reference('counted'), number(0), number(1))
  return choose(isSame, add(reference('reviews'), more), number(1))
}

/** Reviews in a row, with this one, that find a customer on that side of its tier, if this one does. */
export function reviewsOn(
  side: Side,
  { tier, pending, reviews: before, counted }: ReferenceRows,
  row: number,
): number {
  const own = tier[row] as number
  const was = pending[row] as number
  const isSame = was !== noTier && (side === 'better' ? was < own : was > own)
  return isSame ? (before[row] as number) + (counted ? 0 : 1) : 1
}
