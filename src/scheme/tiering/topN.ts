import type { Issue } from '../../core/issue.ts'
import { choose, compare, number, over, reference } from '../../expression/expression.ts'
import type { Tiering } from '../scheme.ts'
import { doubtsOfRising } from './cumulative.ts'
import { lowestOf } from './largest.ts'
import { beyond, type TieringPart } from './tiering.ts'

type TopN = Extract<Tiering, { id: 'topN' }>

const most = 1e9 // customers

/** The first tier whose cumulative count exceeds the number of customers scoring strictly higher. */
export const topN: TieringPart<TopN> = {
  id: 'topN',
  field: { name: 'cumulative', of: 'count', column: false },
  measure: 'score',
  within: { above: 'customers', reached: compare('>', reference('given'), reference('above')) },
  live: true,

  /** 10, then 20 more, then 30 more … */
  defaults: (tiers) => ({
    id: 'topN',
    cumulative: Array.from({ length: tiers - 1 }, (_, at) => 5 * (at + 1) * (at + 2)),
  }),

  tidied({ cumulative: list }, tiers) {
    if (list.length !== tiers - 1 || !list.every(Number.isFinite)) return null
    const cumulative = list.map((count) => Math.min(most, Math.max(0, Math.round(count))))
    return { id: 'topN', cumulative }
  },

  lines({ cumulative }, input) {
    const { score, tiers } = input
    const counts = Array.from({ length: tiers - 1 }, (_, at) => cumulative[at] ?? most)
    const { values, reached } = lowestOf(input, () => counts)
    return { measure: score, cutoffs: values, issues: tiesAtEdge(counts, reached) }
  },

  withoutTier({ cumulative }, at) {
    const gone = Math.min(at, cumulative.length - 1)
    return { id: 'topN', cumulative: cumulative.filter((_, i) => i !== gone) }
  },

  /** As many as the tier above has. */
  withTier({ cumulative }) {
    const [last = 10, before = 0] = [cumulative.at(-1), cumulative.at(-2)]
    return { id: 'topN', cumulative: [...cumulative, last + Math.max(1, last - before)] }
  },

  given: (tiering) => tiering.cumulative,
  doubts: (tiering) => doubtsOfRising(tiering.cumulative),

  /** LARGE once per tier. */
  workbook() {
    const count = { kind: 'min', of: [reference('given'), over('count', 'scores')] } as const
    const cutoff = choose(compare('=', count, number(0)), number(beyond), {
      kind: 'largest',
      range: 'scores',
      k: count,
    })
    return { kind: 'cutoffs', cutoff }
  },

  sql: ({ cumulative }, at) => compare('>', number(cumulative[at] ?? most), reference('above')),
}

/** Where equal scores stand at an edge, more customers than the count are let in. */
function tiesAtEdge(counts: readonly number[], reached: readonly number[]): readonly Issue[] {
  const over = counts.flatMap((count, at) => {
    const more = (reached[at] as number) - count
    return count > 0 && more > 0 ? [more] : []
  })
  if (over.length === 0) return []
  const count = Math.max(...over)
  return [{ code: 'tiering.tiesAtEdge', level: 'info', detail: { count } }]
}
