import type { Tier } from '../scheme/scheme.ts'
import { type Table, columnById } from '../table/table.ts'
import { type GradeTotals, ungraded, type Within } from './result.ts'
import { countNearWithin } from './within.ts'

const bins = 100
const tenths = 1000

interface Graded {
  readonly score: Float64Array
  readonly final: Uint8Array
  readonly cutoffs: Float64Array
  readonly within: Within | null
  readonly overridden: number
  readonly ruleHits: readonly number[]
}

/** Counts and sums of a finished grade. Shares are of customers with a final tier; the histogram is of those with a score. */
export function totalsOf(
  table: Table,
  tiers: readonly Tier[],
  valueColumn: string | null,
  { score, final, cutoffs, within, overridden, ruleHits }: Graded,
): GradeTotals {
  const size = 256 // any tier index, `ungraded` included, so that the loops need not ask
  const counts = new Uint32Array(size)
  for (let row = 0; row < final.length; row++) {
    const tier = final[row] as number
    counts[tier] = (counts[tier] as number) + 1
  }
  const graded = final.length - (counts[ungraded] as number)
  const byTier = scoresByTier(score, final, tiers.length)
  const column = valueColumn === null ? undefined : columnById(table, valueColumn)
  const sums = new Float64Array(size)
  if (column?.type === 'number') addValues(column.values, final, sums)
  const valueTotal = tiers.reduce((sum, _, at) => sum + (sums[at] as number), 0)
  return {
    graded,
    ungraded: table.order.length - graded,
    tiers: tiers.map((tier, at) => ({
      tier: tier.id,
      count: counts[at] as number,
      share: graded === 0 ? 0 : (counts[at] as number) / graded,
      value: sums[at] as number,
      valueShare: valueTotal === 0 ? 0 : (sums[at] as number) / valueTotal,
    })),
    histogram: byTier.histogram,
    histogramByTier: byTier.histogramByTier,
    near: within ? countNearWithin(score, within) : countNear(score, cutoffs),
    overridden,
    ruleHits,
    valueTotal,
    scoreMean: byTier.mean,
  }
}

function addValues(values: Float64Array, final: Uint8Array, sums: Float64Array): void {
  for (let row = 0; row < final.length; row++) {
    const value = values[row] as number
    if (value === value) {
      const tier = final[row] as number
      sums[tier] = (sums[tier] as number) + value
    }
  }
}

function scoresByTier(score: Float64Array, final: Uint8Array, tiers: number) {
  const histogramByTier = new Uint32Array(tiers * bins)
  let sum = 0
  for (let row = 0; row < score.length; row++) {
    const s = score[row] as number
    if (s !== s) continue
    sum += s
    const bin = (final[row] as number) * bins + (s >= bins ? bins - 1 : s | 0)
    histogramByTier[bin] = (histogramByTier[bin] as number) + 1
  }
  const histogram = new Uint32Array(bins)
  let count = 0
  for (let at = 0; at < histogramByTier.length; at++) {
    const bin = at % bins
    const here = histogramByTier[at] as number
    histogram[bin] = (histogram[bin] as number) + here
    count += here
  }
  return { histogram, histogramByTier, mean: count === 0 ? NaN : sum / count }
}

/** Scores within 1 of a cut-off. Whole tenths that are near or not near throughout need no look at the cut-offs. */
function countNear(score: Float64Array, cutoffs: Float64Array): number {
  const finite = cutoffs.filter((cutoff) => Number.isFinite(cutoff))
  const isNear = (s: number) => finite.some((cutoff) => Math.abs(s - cutoff) <= 1)
  const table = new Uint8Array(tenths + 1)
  for (let tenth = 0; tenth <= tenths; tenth++) {
    const [from, to] = [tenth / 10, (tenth + 1) / 10]
    const edge = finite.some((c) => [c - 1, c + 1].some((e) => e > from - 0.05 && e < to + 0.05))
    table[tenth] = edge ? 2 : isNear((from + to) / 2) ? 1 : 0
  }
  let near = 0
  for (let row = 0; row < score.length; row++) {
    const s = score[row] as number
    if (s !== s) continue
    const known = table[(s * 10) | 0] as number
    near += known === 2 ? +isNear(s) : known
  }
  return near
}
