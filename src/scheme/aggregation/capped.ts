import { sharesByRow } from '../../math/sharesByRow.ts'
import type { Term } from './aggregation.ts'

/** Most points of each group that has a criterion, in the order of the groups; Infinity = no cap. */
function capsOf(terms: readonly Term[]): {
  readonly groups: number[]
  readonly caps: Float64Array
} {
  const groups = [...new Set(terms.map(({ group }) => group))].sort((a, b) => a - b)
  const caps = Float64Array.from(
    groups,
    (group) => terms.find((term) => term.group === group)?.groupCap ?? Infinity,
  )
  return { groups, caps }
}

export const hasCaps = (terms: readonly Term[]): boolean =>
  terms.some(({ groupCap = null }) => groupCap !== null)

/**
 * Points of each group before its cap, 100 · Σ share·u over its criteria in order: `(row)` fills `points` and says whether
 * the customer has any score.
 */
function pointsByRow(terms: readonly Term[], groups: readonly number[]) {
  const columns = terms.map((term) => ({ ...term, values: term.utilities }))
  const { shares, fill } = sharesByRow(columns)
  const places = Uint32Array.from(terms, ({ group }) => groups.indexOf(group))
  const points = new Float64Array(groups.length)
  return {
    points,
    fill: (row: number): boolean => {
      points.fill(0)
      if (!fill(row)) return false
      for (let at = 0; at < shares.length; at++) {
        const share = shares[at] as number
        const place = places[at] as number
        if (share > 0)
          points[place] =
            (points[place] as number) +
            share * ((columns[at]?.values as Float64Array)[row] as number)
      }
      for (let place = 0; place < points.length; place++)
        points[place] = 100 * (points[place] as number)
      return true
    },
  }
}

/** The weighted sum where a group has a cap (spec/grading.md §3): Σ over groups of min(cap, points). NaN = ungraded. */
export function cappedSum(terms: readonly Term[], score: Float64Array): void {
  const { groups, caps } = capsOf(terms)
  const { points, fill } = pointsByRow(terms, groups)
  const required = terms.filter((term) => term.required).map(({ utilities }) => utilities)
  for (let row = 0; row < score.length; row++) {
    let sum = fill(row) ? 0 : NaN
    for (let place = 0; place < points.length; place++)
      sum += Math.min(caps[place] as number, points[place] as number)
    score[row] = required.some((utilities) => Number.isNaN(utilities[row])) ? NaN : sum
  }
}

/** What the cap of each group takes from one customer: group → points, > 0; groups that lose nothing are not there. */
export function takenByCaps(terms: readonly Term[], row: number): ReadonlyMap<number, number> {
  const { groups, caps } = capsOf(terms)
  const { points, fill } = pointsByRow(terms, groups)
  if (!fill(row)) return new Map()
  return new Map(
    groups.flatMap((group, place) => {
      const over = (points[place] as number) - (caps[place] as number)
      return over > 0 ? [[group, over] as const] : []
    }),
  )
}
