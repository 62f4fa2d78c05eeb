import type { Edges } from './edges.ts'
import type { Gaps } from './gaps.ts'

/**
 * The hot loops of a grade, over columns of one length. There are two of each, plain TypeScript and WebAssembly SIMD, equal bit
 * for bit: which one runs is said by where the written array lies (`room.ts`). NaN = missing. Scores are 0..100.
 */
export interface Kernels {
  readonly id: 'plain' | 'simd'
  /** scale · (((0 + w0·u0) + w1·u1) + …), in this order of additions; `toFinish`: finished too. */
  weightedSum(
    columns: readonly Float64Array[],
    weights: Float64Array,
    scale: number,
    sums: Float64Array,
    toFinish?: boolean,
  ): void
  /** The same with weights by pattern of gaps, those of a pattern beside one another; a gap counts as 0, no value is below 0. */
  weightedSumWithGaps(
    columns: readonly Float64Array[],
    weights: Float64Array,
    patterns: Gaps['patterns'],
    scale: number,
    sums: Float64Array,
  ): void
  /** (base + weight·column)·factor, none of them NaN or below 0, up to 100; how the scores lie, and those of the classes marked in `wanted`. */
  blend(
    base: Float64Array,
    column: Float64Array,
    weight: number,
    factor: number,
    score: Float64Array,
    wanted: Uint8Array,
  ): Blended
  /** The same with a factor by pattern of gaps; a gap in the column counts as 0. */
  blendWithGaps(
    base: Float64Array,
    column: Float64Array,
    weight: number,
    patterns: Gaps['patterns'],
    factors: Float64Array,
    score: Float64Array,
  ): void
  /** values = table[pattern]. */
  lookUp(patterns: Gaps['patterns'], table: Float64Array, values: Float64Array): void
  /** Within 0..100 and to a billionth, half up (spec §3); NaN where `completeness` is given and not above 0. */
  finish(score: Float64Array, completeness: Float64Array | null): void
  /** How many of the cut-offs, which fall, are above the score; 255 for NaN. */
  assign(score: Float64Array, cutoffs: Float64Array, tier: Uint8Array): void
  /** One walk over the finished grade of `tiers` tiers. */
  tally(score: Float64Array, tier: Uint8Array, tiers: number, edges: Edges): Tally
  /** The sum of the values of each of `tiers` tiers: eight sums, row mod 8, added as ((0 + 1) + (2 + 3)) + …. NaN: nothing. */
  valuesByTier(tier: Uint8Array, values: Float64Array, tiers: number): Float64Array
  histogram(score: Float64Array): Histogram
  /** The `count` scores of the classes that are marked 1 (`classes` + 2 marks), in their order. */
  gather(score: Float64Array, wanted: Uint8Array, count: number): Float64Array
  /** Every number read once; for benchmarks: what memory itself allows. */
  sum(column: Float64Array): number
}

/** Even classes of scores: a 40th of a point, four of them a tenth to the last bit, since ·40 and ·10 round alike. */
export const classes = 4000

export interface Histogram {
  /** How many scores are in each class; one more for 100, and one for NaN. */
  readonly counts: Uint32Array
  readonly sum: number // of the scores: four sums, row mod 4, added as (0 + 1) + (2 + 3)
}

export interface Blended {
  readonly histogram: Histogram
  /** The wanted scores in their order; null where they are more than `mostFound`. */
  readonly found: Float64Array | null
}

/** Scores of wanted classes are looked at one by one, which pays while they are few. */
export const mostFound = 100_000

export interface Tally {
  /** Of the rows with a score, by tier × tenth of a point; all tiers that there are not come after the last. */
  readonly counts: Uint32Array
  readonly bare: Uint32Array // rows without a score, by each of 256 tiers
  readonly scoreSum: number // as that of the histogram
  readonly near: number // scores within 1 of a cut-off in the tenths that must be asked
}
