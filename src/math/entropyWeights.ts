/**
 * Shannon entropy of a column's proportions p = x ÷ Σx over ln m, 0..1 (0·ln 0 = 0): 1 where all are alike, the lower the
 * more it tells them apart. Values ≥ 0, NaN = missing. NaN where nothing is present; 1 where all are 0 or there is just one.
 */
export function entropyOf(values: Float64Array): number {
  let count = 0
  let sum = 0
  let least = Infinity
  let most = 0
  for (let i = 0; i < values.length; i++) {
    const x = values[i] as number
    if (x !== x) continue
    count++
    sum += x
    if (x < least) least = x
    if (x > most) most = x
  }
  if (count === 0) return NaN
  if (least === most) return 1
  let entropy = 0
  for (let i = 0; i < values.length; i++) {
    const p = (values[i] as number) / sum
    if (p > 0) entropy -= p * Math.log(p)
  }
  return Math.min(1, entropy / Math.log(count))
}

/**
 * (1 − e) ÷ Σ(1 − e) (Shannon entropy weights; Hwang & Yoon 1981, Multiple Attribute Decision Making). NaN counts as 1: no
 * weight. Null where no column tells anybody apart.
 */
export function entropyWeights(entropies: readonly number[]): Float64Array | null {
  const spread = Float64Array.from(entropies, (entropy) =>
    Number.isNaN(entropy) ? 0 : 1 - entropy,
  )
  return shareOf(spread)
}

/** Each ÷ their sum; null where that is 0. */
export function shareOf(amounts: Float64Array): Float64Array | null {
  const sum = amounts.reduce((total, amount) => total + amount, 0)
  return sum > 0 ? amounts.map((amount) => amount / sum) : null
}
