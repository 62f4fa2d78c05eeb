/**
 * Counts in `bins` even classes from `from` to `to`; the last holds `to` itself. Values outside go to the first or last
 * class, NaN to none. Where from = to everything is in the first.
 */
export function histogram(
  values: Float64Array,
  from: number,
  to: number,
  bins: number,
): Uint32Array {
  const counts = new Uint32Array(bins)
  const scale = to > from ? bins / (to - from) : 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (value !== value) continue
    const bin = Math.min(bins - 1, Math.max(0, Math.floor((value - from) * scale)))
    counts[bin] = (counts[bin] as number) + 1
  }
  return counts
}
