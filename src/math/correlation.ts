/** Pearson's r of the pairs of which neither is NaN; NaN where one side does not vary. */
export function correlation(xs: Float64Array, ys: Float64Array): number {
  let n = 0
  let [meanX, meanY, xx, yy, xy] = [0, 0, 0, 0, 0]
  for (let i = 0; i < xs.length; i++) {
    const x = xs[i] as number
    const y = ys[i] as number
    if (Number.isNaN(x) || Number.isNaN(y)) continue
    n++
    const dx = x - meanX
    const dy = y - meanY
    meanX += dx / n
    meanY += dy / n
    xx += dx * (x - meanX)
    yy += dy * (y - meanY)
    xy += dx * (y - meanY)
  }
  return xx > 0 && yy > 0 ? Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy))) : NaN
}
