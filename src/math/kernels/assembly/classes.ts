// Classes of scores, and counting.

/** Added to a whole number below 2^32 it leaves that number as its lower bits: cheaper than a conversion that minds every case. */
const magic: f64 = 4503599627370496 // 2^52

/** The classes of two scores, in the lower halves of the lanes; `none` where there is no score. */
export function classesOf(scores: v128, scales: v128, none: v128): v128 {
  // the smaller, and the first where the second is no number
  return wholeOf(f64x2.pmin(none, f64x2.mul(scores, scales)))
}

/** Two numbers without what is behind the point, in the lower halves of the lanes. */
export function wholeOf(two: v128): v128 {
  return f64x2.add(f64x2.floor(two), f64x2.splat(magic))
}

export function first(two: v128): usize {
  return i32x4.extract_lane(two, 0)
}

export function second(two: v128): usize {
  return <usize>(<u32>i64x2.extract_lane(two, 1))
}

export function count(at: usize): void {
  store<u32>(at, load<u32>(at) + 1)
}

/** Counts; what was there. */
export function next(at: usize): u32 {
  const before = load<u32>(at)
  store<u32>(at, before + 1)
  return before
}
