/** The points that rows are compared with: one value per column, on the columns' own scale. */
export interface Ideals {
  readonly best: readonly number[]
  readonly worst: readonly number[]
}

/**
 * Relative closeness to the ideal, d⁻ ÷ (d⁺ + d⁻) in 0..1, with distances √Σ(w·(v − ideal))² (Hwang & Yoon 1981). A NaN
 * value leaves its column out of that row; a row without any distance to either point is NaN. Weights need not total 1:
 * their scale cancels. Columns are as long as `closeness`.
 */
export function topsis(
  columns: readonly Float64Array[],
  weights: readonly number[],
  { best, worst }: Ideals,
  closeness: Float64Array,
): void {
  const toBest = new Float64Array(closeness.length)
  closeness.fill(0) // gathers the squares to the worst point
  columns.forEach((column, at) => {
    const [weight = 0, high = NaN, low = NaN] = [weights[at], best[at], worst[at]]
    for (let row = 0; row < column.length; row++) {
      const value = column[row] as number
      if (value !== value) continue
      const up = weight * (high - value)
      const down = weight * (value - low)
      toBest[row] = (toBest[row] as number) + up * up
      closeness[row] = (closeness[row] as number) + down * down
    }
  })
  for (let row = 0; row < closeness.length; row++) {
    const down = Math.sqrt(closeness[row] as number)
    closeness[row] = down / (Math.sqrt(toBest[row] as number) + down)
  }
}
