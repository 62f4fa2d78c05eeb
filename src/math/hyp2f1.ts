const smallest = 2 ** -54
const near = 0.75 // beyond it the series about 0 is slow
const large = 20 // with such a c the steps lose digits to the second solution z^(1 − c), and the series falls soon
const mostTerms = 10_000_000

/**
 * Gauss' hypergeometric function F(a, b; c; z) for real z < 1 and c > −1, c ≠ 0. Relative error about 1e-13 while no parameter is
 * below −10 (an alternating series loses about a digit for each −3); NaN outside, ∞ where it exceeds a double.
 *
 * z < 0 by Pfaff, alternating series by Euler's transformation to positive ones; near 1 by Taylor steps of the
 * hypergeometric equation, each half of the way to 1, which need no special cases where c − a − b is a whole number
 * (Pearson, Olver & Porter 2017, §4).
 */
export function hyp2f1(a: number, b: number, c: number, z: number): number {
  if (!(z < 1) || !(c > -1) || c === 0 || !Number.isFinite(a + b + c + z)) return NaN
  if (z < 0) {
    // the smaller parameter is kept: (1 − z)^−a stays within a double for longer
    const [kept, other] = a < b ? [a, b] : [b, a]
    return Math.pow(1 - z, -kept) * hyp2f1(kept, c - other, c, z / (z - 1))
  }
  if (Math.min(a, b) < 0 && c - a > 0 && c - b > 0 && !isCount(-a) && !isCount(-b))
    return Math.pow(1 - z, c - a - b) * positive(c - a, c - b, c, z)
  return positive(a, b, c, z)
}

function isCount(x: number): boolean {
  return x >= 0 && Number.isInteger(x)
}

function positive(a: number, b: number, c: number, z: number): number {
  const start = c > large ? z : Math.min(z, near)
  let value = series(a, b, c, start)
  if (start === z) return value
  let slope = ((a * b) / c) * series(a + 1, b + 1, c + 1, start)
  for (let at = start; at < z;) {
    const step = Math.min(z - at, (1 - at) / 2)
    ;[value, slope] = stepOf(a, b, c, at, value, slope, step)
    at = step < (1 - at) / 2 ? z : at + step
  }
  return value
}

function series(a: number, b: number, c: number, z: number): number {
  let term = 1
  let sum = 1
  for (let n = 0; n < mostTerms; n++) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z
    sum += term
    if (Math.abs(term) <= smallest * Math.abs(sum) && falls(a, b, c, z, n + 1)) break
  }
  return sum
}

/** Whether terms only become smaller from the n-th on. */
function falls(a: number, b: number, c: number, z: number, n: number): boolean {
  return Math.abs((a + n) * (b + n)) * z < Math.abs((c + n) * (n + 1))
}

/** Value and slope a step further: z(1 − z)F″ + [c − (a + b + 1)z]F′ − abF = 0, by its Taylor series about `at`. */
function stepOf(
  a: number,
  b: number,
  c: number,
  at: number,
  value: number,
  slope: number,
  step: number,
): [number, number] {
  const lead = at * (1 - at)
  const first = c - (a + b + 1) * at
  let before = value
  let now = slope * step // coefficients times the power of the step
  let sum = value + now
  let rise = slope
  for (let n = 0; n < mostTerms; n++) {
    const next =
      ((a + n) * (b + n) * before * step - (n + 1) * ((1 - 2 * at) * n + first) * now) *
      (step / (lead * (n + 2) * (n + 1)))
    before = now
    now = next
    sum += now
    rise += ((n + 2) * now) / step
    const small = Math.abs(now) + Math.abs(before)
    if (small * (n + 2) <= smallest * Math.abs(rise) * step && small <= smallest * Math.abs(sum))
      break
  }
  return [sum, rise]
}
