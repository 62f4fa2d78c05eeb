// What makes a score of a sum.

const snapping: f64 = 1e9

/** 0..100 and to a billionth, half up; NaN stays. */
export function finished(two: v128): v128 {
  const billion = f64x2.splat(snapping)
  const snapped = f64x2.floor(f64x2.add(f64x2.mul(clamped(two), billion), f64x2.splat(0.5)))
  return f64x2.div(snapped, billion)
}

/** s < 0 ? 0 : s > 100 ? 100 : s; NaN stays. */
export function clamped(two: v128): v128 {
  return f64x2.pmin(f64x2.pmax(two, f64x2.splat(0)), f64x2.splat(100))
}
