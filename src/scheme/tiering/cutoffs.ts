import { reference } from '../../expression/expression.ts'
import { snap } from '../../math/snap.ts'
import type { Tiering } from '../scheme.ts'
import { reaches, type TieringPart } from './tiering.ts'

type Cutoffs = Extract<Tiering, { id: 'cutoffs' }>

/** The first tier whose cut-off ≤ score. */
export const cutoffs: TieringPart<Cutoffs> = {
  id: 'cutoffs',
  field: { name: 'cutoffs', of: 'score', column: false },
  measure: 'score',
  within: null,
  live: true,

  /** 80 60 40 for four tiers; even steps down from 80 for another number. */
  defaults: (tiers) => ({
    id: 'cutoffs',
    cutoffs: Array.from({ length: tiers - 1 }, (_, at) => Math.round(80 - (at * 80) / tiers)),
  }),

  /** Within 0..100, to 0.1. */
  tidied({ cutoffs: list }, tiers) {
    if (list.length !== tiers - 1 || !list.every(Number.isFinite)) return null
    const tenths = list.map((cutoff) => Math.min(1000, Math.max(0, Math.round(cutoff * 10))))
    return { id: 'cutoffs', cutoffs: tenths.map((tenth) => tenth / 10) }
  },

  lines(tiering, { score, tiers }) {
    const list = Float64Array.from({ length: tiers - 1 }, (_, at) =>
      snap(tiering.cutoffs[at] ?? Infinity),
    )
    return { measure: score, cutoffs: list, issues: [] }
  },

  withoutTier(tiering, at) {
    const gone = Math.min(at, tiering.cutoffs.length - 1)
    return { id: 'cutoffs', cutoffs: tiering.cutoffs.filter((_, i) => i !== gone) }
  },

  withTier(tiering) {
    const lowest = tiering.cutoffs.at(-1) ?? 80
    return { id: 'cutoffs', cutoffs: [...tiering.cutoffs, Math.round(lowest * 5) / 10] }
  },

  given: (tiering) => tiering.cutoffs,

  doubts({ cutoffs: list }, tiers) {
    const places = Array.from({ length: tiers }, (_, at) => at)
    return {
      crossed: places.filter((at) => at > 0 && (list[at] ?? 0) > (list[at - 1] ?? 0)),
      unreachable: places.filter((at) => {
        const [above = Infinity, own = -Infinity] = [list[at - 1], list[at]]
        return own > 100 || own === above || above <= 0
      }),
    }
  },

  workbook: () => ({ kind: 'cutoffs', cutoff: reference('given') }),
  sql: (_tiering, _at, cutoff) => reaches(cutoff),
}
