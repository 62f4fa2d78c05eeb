import { naturalBreaks as breaks } from '../../math/breaks.ts'
import { present } from '../../math/present.ts'
import type { Tiering } from '../scheme.ts'
import { reaches, type TieringPart } from './tiering.ts'

type NaturalBreaks = Extract<Tiering, { id: 'naturalBreaks' }>

/**
 * Where the scores lie apart by themselves: exact k-means in one dimension, one class per tier. Of fewer different scores
 * than tiers each takes a tier from the best down.
 */
export const naturalBreaks: TieringPart<NaturalBreaks> = {
  id: 'naturalBreaks',
  field: null,
  measure: 'score',
  within: { reached: null, above: 'customers' },
  live: false,
  defaults: () => ({ id: 'naturalBreaks' }),
  tidied: () => ({ id: 'naturalBreaks' }),

  lines(_tiering, { score, tiers }) {
    const lowest = breaks(present(score), tiers)
    const last = lowest.at(-1) ?? Infinity
    const cutoffs = Float64Array.from({ length: tiers - 1 }, (_, at) => lowest[at] ?? last)
    return { measure: score, cutoffs, issues: [] }
  },

  withoutTier: (tiering) => tiering,
  withTier: (tiering) => tiering,
  given: () => [],
  doubts: () => ({ crossed: [], unreachable: [] }),
  workbook: () => ({ kind: 'cutoffs', cutoff: null }),
  sql: (_tiering, _at, cutoff) => reaches(cutoff),
}
