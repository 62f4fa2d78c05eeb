import {
  choose,
  compare,
  type Expression,
  isMissing,
  number,
  reference,
  subtract,
} from '../../expression/expression.ts'
import type { Stability } from '../scheme.ts'
import { anyTier, type Review, type StabilityPart } from './stability.ts'
import { within } from './within.ts'

type MinimumStay = Extract<Stability, { id: 'minimumStay' }>

/** So many days in a tier before the next move; an unknown beginning holds nobody. */
export const minimumStay: StabilityPart<MinimumStay> = {
  id: 'minimumStay',
  start: { id: 'minimumStay', days: 90, onlyDown: true },
  fields: [{ name: 'days', min: 1, max: 3650, digits: 0 }, { name: 'onlyDown' }],

  tidied({ days: given, onlyDown }) {
    const days = within(given, 1, 3650)
    return days === null ? null : { id: 'minimumStay', days, onlyDown: Boolean(onlyDown) }
  },

  fits: () => true,

  best: ({ days, onlyDown }, review, row) =>
    !onlyDown && isTooSoon(days, review, row) ? (review.reference.tier[row] as number) : 0,

  worst: ({ days }, review, row) =>
    isTooSoon(days, review, row) ? (review.reference.tier[row] as number) : anyTier,

  parameters: ({ days }) => [{ name: 'minimumStay.days', value: days }],

  workbook({ onlyDown }, tiers) {
    const own = reference('reference')
    const since = reference('since')
    // not AND, which would compute with an empty text all the same
    const held = (free: Expression) => {
      const stays = subtract(reference('asOf'), since)
      const tooSoon = compare('<', stays, reference('minimumStay.days'))
      return choose(isMissing(since, 'number'), free, choose(tooSoon, own, free))
    }
    return { best: onlyDown ? number(1) : held(number(1)), worst: held(number(tiers)) }
  },
}

/** False where the beginning is unknown. */
const isTooSoon = (days: number, { day, reference: known }: Review, row: number) =>
  day - (known.since[row] as number) < days
