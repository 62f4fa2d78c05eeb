const halfLogTwoPi = 0.9189385332046727
const settled = 10 // from here on the series of Stirling is exact to the last bit

/**
 * ln Γ(x) − [(x − ½)·ln x − x + ½·ln 2π] for x ≥ 10, by Stirling's series (Abramowitz & Stegun 6.1.41). Differences of
 * ln Γ at large arguments stay exact when only this part is subtracted.
 */
function stirlingRest(x: number): number {
  const y = 1 / (x * x)
  return (
    (1 / 12 -
      y *
        (1 / 360 -
          y * (1 / 1260 - y * (1 / 1680 - y * (1 / 1188 - y * (691 / 360360 - y * (1 / 156))))))) /
    x
  )
}

/** ln Γ(x) for x > 0; NaN otherwise. Absolute error about 1e-15·(1 + |ln Γ|). */
export function logGamma(x: number): number {
  if (!(x > 0)) return NaN
  if (x === Infinity) return Infinity
  let shift = 1
  let at = x
  while (at < settled) shift *= at++
  return (at - 0.5) * Math.log(at) - at + halfLogTwoPi + stirlingRest(at) - Math.log(shift)
}

/** ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b) for a, b > 0, exact also where one of them is very large. */
export function logBeta(a: number, b: number): number {
  const small = Math.min(a, b)
  const large = Math.max(a, b)
  if (!(small > 0)) return NaN
  if (large < settled) return logGamma(small) + logGamma(large) - logGamma(small + large)
  const sum = small + large
  const rest = stirlingRest(large) - stirlingRest(sum)
  // ln Γ(large) − ln Γ(sum), without the difference of two large numbers
  const fall = -(large - 0.5) * Math.log1p(small / large) - small * (Math.log(sum) - 1) + rest
  return logGamma(small) + fall
}

/** ψ(x) = d ln Γ / dx for x > 0; NaN otherwise. (Abramowitz & Stegun 6.3.5, 6.3.18.) */
export function digamma(x: number): number {
  if (!(x > 0)) return NaN
  let shift = 0
  let at = x
  while (at < settled) shift += 1 / at++
  const y = 1 / (at * at)
  const series =
    y *
    (1 / 12 -
      y *
        (1 / 120 -
          y * (1 / 252 - y * (1 / 240 - y * (1 / 132 - y * (691 / 32760 - y * (1 / 12)))))))
  return Math.log(at) - 0.5 / at - series - shift
}
