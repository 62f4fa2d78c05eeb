/**
 * Parts rounded to `decimals` so that they add up to the rounded total (Hamilton's method): all are rounded down, then the
 * largest remainders get one step more. `total` is what is shown; it is near the sum of the parts.
 */
export function largestRemainder(
  parts: readonly number[],
  total: number,
  decimals: number,
): number[] {
  const unit = 10 ** decimals
  const steps = parts.map((part) => Math.floor(part * unit))
  const byRemainder = parts
    .map((part, at) => ({ at, remainder: part * unit - Math.floor(part * unit) }))
    .sort((a, b) => b.remainder - a.remainder || a.at - b.at)
  const wanted = Math.round(Number(total.toFixed(decimals)) * unit)
  let open = wanted - steps.reduce((sum, step) => sum + step, 0)
  for (let i = 0; open > 0 && parts.length > 0; i++, open--) {
    const at = byRemainder[i % parts.length]?.at ?? 0
    steps[at] = (steps[at] ?? 0) + 1
  }
  for (let i = parts.length - 1; open < 0 && i >= 0; i--) {
    const at = byRemainder[i]?.at ?? 0
    if ((steps[at] ?? 0) > 0) {
      steps[at] = (steps[at] ?? 0) - 1
      open++
    }
  }
  return steps.map((step) => Number((step / unit).toFixed(decimals)))
}
