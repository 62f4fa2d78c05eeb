import { edgesOf, tenths } from '../math/kernels/edges.ts'
import { kernelsOf } from '../math/kernels/room.ts'
import type { Spread } from '../math/kernels/spread.ts'
import type { Tier } from '../scheme/scheme.ts'
import { type Table, columnById } from '../table/table.ts'
import { type GradeTotals, type Within } from './result.ts'
import { bins, type Counts, countsByLines } from './totalsByLines.ts'
import { countNearWithin } from './within.ts'

interface Graded {
  readonly spread: Spread // of the scores
  readonly final: Uint8Array
  /** Where final tiers are just what scores reach of these, which fall. */
  readonly lines: Float64Array | null
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
  { spread, final, lines, cutoffs, within, overridden, ruleHits }: Graded,
): GradeTotals {
  const column = valueColumn === null ? undefined : columnById(table, valueColumn)
  const values = column?.type === 'number' ? column.values : null
  const { score } = spread
  const kernels = kernelsOf(score)
  const { histogramByTier, counts, near, scored, scoreSum } =
    (lines && countsByLines(spread, lines, cutoffs)) ??
    countsByTier(spread, final, tiers.length, cutoffs)
  const sums = values
    ? kernels.valuesByTier(final, values, tiers.length)
    : new Float64Array(tiers.length)
  const graded = counts.reduce((sum, count) => sum + count, 0)
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
    histogram: summedOver(histogramByTier),
    histogramByTier,
    near: within ? countNearWithin(score, within) : near,
    overridden,
    ruleHits,
    valueTotal,
    scoreMean: scored === 0 ? NaN : scoreSum / scored,
  }
}

/** Customers and bins by tier, from tenths of a point. */
function countsByTier(
  { score }: Spread,
  final: Uint8Array,
  tiers: number,
  cutoffs: Float64Array,
): Counts {
  const edges = edgesOf(cutoffs)
  const { inside } = edges
  const {
    counts: found,
    bare,
    near: asked,
    scoreSum,
  } = kernelsOf(score).tally(score, final, tiers, edges)
  const histogramByTier = new Uint32Array(tiers * bins)
  const counts = Array.from({ length: tiers }, (_, tier) => bare[tier] as number)
  let near = asked
  let scored = 0
  for (let at = 0; at < found.length; at++) {
    const here = found[at] as number
    if (here === 0) continue
    scored += here
    const tier = Math.floor(at / tenths)
    const tenth = at % tenths
    if (inside[tenth] === 1) near += here
    if (tier >= tiers) continue
    counts[tier] = (counts[tier] as number) + here
    const bin = tier * bins + Math.min(bins - 1, Math.floor(tenth / 10))
    histogramByTier[bin] = (histogramByTier[bin] as number) + here
  }
  return { histogramByTier, counts, near, scored, scoreSum }
}

function summedOver(histogramByTier: Uint32Array): Uint32Array {
  const histogram = new Uint32Array(bins)
  histogramByTier.forEach((count, at) => {
    histogram[at % bins] = (histogram[at % bins] as number) + count
  })
  return histogram
}
