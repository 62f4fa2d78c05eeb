import type { Tiering } from '../../scheme/scheme.ts'

type Cutoffs = Extract<Tiering, { id: 'cutoffs' }>
type Quota = Extract<Tiering, { id: 'quota' }>
type Shared = Extract<Tiering, { id: 'quota' | 'valueShare' }>
type TopN = Extract<Tiering, { id: 'topN' }>

const tenth = (value: number) => Math.round(value * 10) / 10

/** Percent of each tier from cumulative hundredths of a percent. */
export function sharesOf(cumulative: readonly number[]): readonly number[] {
  return cumulative.map((upTo, i) => (upTo - (cumulative[i - 1] ?? 0)) / 100)
}

/** One tier's percent; the last tier takes what is left. */
export function withShare<T extends Shared>(tiering: T, index: number, percent: number): T {
  let sum = 0
  const cumulative = sharesOf(tiering.cumulative).map((share, i, all) => {
    if (i === all.length - 1) return 10000
    sum += Math.round((i === index ? percent : share) * 100)
    return Math.min(10000, Math.max(0, sum))
  })
  return { ...tiering, cumulative }
}

/** Places of each tier but the last from the counts that add up. */
export function placesOf(cumulative: readonly number[]): readonly number[] {
  return cumulative.map((upTo, i) => upTo - (cumulative[i - 1] ?? 0))
}

/** One tier's places; the tiers below keep theirs. */
export function withPlaces(tiering: TopN, index: number, places: number): TopN {
  let sum = 0
  const cumulative = placesOf(tiering.cumulative).map((own, i) => {
    sum += Math.max(0, Math.round(i === index ? places : own))
    return sum
  })
  return { id: 'topN', cumulative }
}

/** As many places as each tier has customers now, in the order of the tiers. */
export function asTopN(counts: readonly number[]): TopN {
  let sum = 0
  return { id: 'topN', cumulative: counts.slice(0, -1).map((count) => (sum += count)) }
}

export function withCutoff(tiering: Cutoffs, index: number, at: number): Cutoffs {
  return {
    id: 'cutoffs',
    cutoffs: tiering.cutoffs.map((cutoff, i) => (i === index ? tenth(at) : cutoff)),
  }
}

/** The tiers as they are now, as shares of customers. */
export function asQuota(shares: readonly number[]): Quota {
  let sum = 0
  const cumulative = shares.map((share, i) => {
    sum += share
    return i === shares.length - 1 ? 10000 : Math.min(10000, Math.round(sum * 1000) * 10)
  })
  return { id: 'quota', cumulative }
}

/** The lines in force now; where there are none, even steps. */
export function asCutoffs(effective: readonly number[], tiers: number): Cutoffs {
  const even = Array.from({ length: tiers - 1 }, (_, i) => tenth((100 * (tiers - 1 - i)) / tiers))
  let above = 100
  const cutoffs = even.map((fallback, i) => {
    const at = effective[i]
    above = Math.max(
      0,
      Math.min(above, tenth(at !== undefined && Number.isFinite(at) ? at : fallback)),
    )
    return above
  })
  return { id: 'cutoffs', cutoffs }
}
