/** Nelder & Mead 1965 with the usual coefficients, as scipy and lifetimes use it: the yardstick of fits. */
export function nelderMead(
  value: (at: readonly number[]) => number,
  start: readonly number[],
  { width = 1e-7, height = 1e-12, most = 4000 } = {},
): { at: readonly number[]; value: number; evaluations: number } {
  let evaluations = 0
  const weigh = (at: readonly number[]) => {
    evaluations++
    return { at, value: value(at) }
  }
  const n = start.length
  let corners = [
    weigh(start),
    ...start.map((each, i) =>
      weigh(start.map((other, j) => (i === j ? (each === 0 ? 0.1 : each * 1.05 + 0.1) : other))),
    ),
  ]
  for (;;) {
    corners = corners.toSorted((a, b) => a.value - b.value)
    const [best, worst] = [corners[0], corners[n]] as [
      (typeof corners)[0] & object,
      (typeof corners)[0] & object,
    ]
    const spread = Math.max(
      ...corners.map(({ at }) =>
        Math.max(...at.map((x, j) => Math.abs(x - (best.at[j] as number)))),
      ),
    )
    if ((spread <= width && worst.value - best.value <= height) || evaluations >= most)
      return { ...best, evaluations }
    const centre = start.map(
      (_, j) => corners.slice(0, n).reduce((sum, { at }) => sum + (at[j] as number), 0) / n,
    )
    const along = (step: number) =>
      weigh(centre.map((c, j) => c + step * ((worst.at[j] as number) - c)))
    const second = corners[n - 1] as typeof best
    const reflected = along(-1)
    if (reflected.value < best.value) {
      const further = along(-2)
      corners[n] = further.value < reflected.value ? further : reflected
    } else if (reflected.value < second.value) corners[n] = reflected
    else {
      const inside = reflected.value < worst.value ? along(-0.5) : along(0.5)
      if (inside.value < Math.min(reflected.value, worst.value)) corners[n] = inside
      else
        corners = corners.map((corner, i) =>
          i === 0 ? corner : weigh(corner.at.map((x, j) => ((best.at[j] as number) + x) / 2)),
        )
    }
  }
}
