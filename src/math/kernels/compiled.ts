import base64 from './assembly/index.ts?compiled'

/** What `assembly/` exports; addresses and counts are 32-bit, a memory is imported. */
export interface Exports {
  weightedSum(
    columns: number,
    weights: number,
    count: number,
    scale: number,
    toFinish: number, // 1 = yes
    sums: number,
    rows: number,
  ): void
  weightedSumWithGaps(
    columns: number,
    weights: number,
    count: number,
    patterns: number,
    scale: number,
    sums: number,
    rows: number,
  ): void
  blend(
    base: number,
    column: number,
    weight: number,
    factor: number,
    score: number,
    classes: number,
    counts: number,
    sums: number,
    found: number,
    most: number,
    rows: number,
  ): number
  blendWithGaps(
    base: number,
    column: number,
    weight: number,
    patterns: number,
    factors: number,
    score: number,
    rows: number,
  ): void
  lookUp(patterns: number, table: number, values: number, rows: number): void
  finish(score: number, completeness: number, rows: number): void
  assign(score: number, cutoffs: number, count: number, tier: number, rows: number): void
  tally(
    score: number,
    tier: number,
    places: number,
    bare: number,
    sums: number,
    asked: number,
    cutoffs: number,
    cutoffCount: number,
    rows: number,
  ): number
  valuesByTier(tier: number, values: number, sums: number, rows: number): void
  histogram(score: number, classes: number, counts: number, sums: number, rows: number): void
  gather(score: number, classes: number, wanted: number, found: number, rows: number): number
  sum(column: number, rows: number): number
}

let compiled: WebAssembly.Module | null | undefined

/** The compiled kernels; null where this browser has no WebAssembly with SIMD, or its page does not allow it. */
export function module(): WebAssembly.Module | null {
  if (compiled === undefined) {
    try {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      compiled = new WebAssembly.Module(bytes)
    } catch {
      compiled = null
    }
  }
  return compiled
}
