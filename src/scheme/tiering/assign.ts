import { kernelsOf } from '../../math/kernels/room.ts'

const none = 255 // result.ts `ungraded`

/**
 * Tier index of every score (0..100, NaN = 255): the first whose cut-off ≤ score, the last for the rest. The cut-offs that say the
 * same and fall.
 */
export function assignTiers(
  score: Float64Array,
  cutoffs: Float64Array,
  tier: Uint8Array,
): Float64Array {
  const lines = falling(cutoffs)
  kernelsOf(score).assign(score, lines, tier)
  return lines
}

/** A cut-off above one before it adds nobody: whoever reaches it is in the tier before. */
function falling(cutoffs: Float64Array): Float64Array {
  let least = Infinity
  return cutoffs.map((cutoff) => (least = cutoff < least ? cutoff : least))
}

/** The same for one score. */
export function tierOf(score: number, cutoffs: Float64Array): number {
  let at = 0
  while (at < cutoffs.length && !((cutoffs[at] as number) <= score)) at++
  return at
}

/** The same by any number instead of a score: no table of tenths then. */
export function assignByValue(
  measure: Float64Array,
  cutoffs: Float64Array,
  tier: Uint8Array,
): void {
  for (let row = 0; row < measure.length; row++) {
    const value = measure[row] as number
    tier[row] = value === value ? tierOf(value, cutoffs) : none
  }
}
