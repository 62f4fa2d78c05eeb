import { reference } from '../../expression/expression.ts'
import { snap } from '../../math/snap.ts'
import type { Tiering } from '../scheme.ts'
import type { TieringPart } from './tiering.ts'

type Cutoffs = Extract<Tiering, { id: 'cutoffs' }>

/** The first tier whose cut-off ≤ score. */
export const cutoffs: TieringPart<Cutoffs> = {
  id: 'cutoffs',
  field: { name: 'cutoffs', of: 'score', live: true },

  /** 80 60 40 for four tiers; even steps down from 80 for another number. */
  defaults: (tiers) => ({
    id: 'cutoffs',
    cutoffs: Array.from({ length: tiers - 1 }, (_, at) => Math.round(80 - (at * 80) / tiers)),
  }),

  cutoffs(tiering, _score, tiers) {
    return Float64Array.from({ length: tiers - 1 }, (_, at) =>
      snap(tiering.cutoffs[at] ?? Infinity),
    )
  },

  withoutTier(tiering, at) {
    const gone = Math.min(at, tiering.cutoffs.length - 1)
    return { id: 'cutoffs', cutoffs: tiering.cutoffs.filter((_, i) => i !== gone) }
  },

  withTier(tiering) {
    const lowest = tiering.cutoffs.at(-1) ?? 80
    return { id: 'cutoffs', cutoffs: [...tiering.cutoffs, Math.round(lowest * 5) / 10] }
  },

  workbook: () => reference('given'),
  given: (tiering) => tiering.cutoffs,
}
