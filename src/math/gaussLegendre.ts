/** Places in −1..1 and weights of the Gauss–Legendre rule of n points: exact for polynomials up to degree 2n − 1. */
export interface Rule {
  readonly places: Float64Array
  readonly weights: Float64Array
}

/** By Newton's method from Tricomi's start (Abramowitz & Stegun 25.4.29, 22.16.6). */
export function gaussLegendre(n: number): Rule {
  const places = new Float64Array(n)
  const weights = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5))
    let slope = 0
    for (let turn = 0; turn < 8; turn++) {
      let before = 1
      let now = x
      for (let k = 2; k <= n; k++) {
        const next = ((2 * k - 1) * x * now - (k - 1) * before) / k
        before = now
        now = next
      }
      slope = (n * (x * now - before)) / (x * x - 1)
      x -= now / slope
    }
    places[i] = x
    weights[i] = 2 / ((1 - x * x) * slope * slope)
  }
  return { places, weights }
}
