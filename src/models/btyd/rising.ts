/**
 * Σ over customers of ln Γ(shape + x) − ln Γ(shape) − x·ln(unit), and its derivative by `shape`, where `above[j]` customers have a
 * frequency x > j: since Γ(k + x)/Γ(k) = k(k + 1)…(k + x − 1), no Γ is needed.
 */
export function rising(
  above: Float64Array,
  shape: number,
  unit = 1,
): { value: number; slope: number } {
  let value = 0
  let slope = 0
  for (let j = 0; j < above.length; j++) {
    const factor = shape + j
    const count = above[j] as number
    value += count * Math.log(factor / unit)
    slope += count / factor
  }
  return { value, slope }
}
