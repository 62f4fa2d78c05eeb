const parts = 1000 // tenths of a point
const ask = 254
const none = 255 // result.ts `ungraded`

/**
 * Tier index of every score (0..100, NaN = 255): the first whose cut-off ≤ score, the last for the rest. A table of tenths
 * answers for all scores but those in a tenth that holds a cut-off, so that the cost does not grow with the tiers.
 */
export function assignTiers(score: Float64Array, cutoffs: Float64Array, tier: Uint8Array): void {
  const table = new Uint8Array(parts + 1)
  // (s·10) ↦ its floor is monotone, so a cut-off in a lower tenth is reached and one in a higher is not.
  const tenths = Array.from(cutoffs, (cutoff) => Math.floor(cutoff * 10))
  for (let tenth = 0; tenth <= parts; tenth++) {
    const at = tenths.findIndex((cut) => cut <= tenth)
    table[tenth] = tenths.includes(tenth) ? ask : at < 0 ? cutoffs.length : at
  }
  for (let row = 0; row < score.length; row++) {
    const s = score[row] as number
    if (s !== s) {
      tier[row] = none
      continue
    }
    const known = table[(s * 10) | 0] as number
    tier[row] = known === ask ? tierOf(s, cutoffs) : known
  }
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
