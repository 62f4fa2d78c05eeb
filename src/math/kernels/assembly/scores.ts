import { first, next, second, wholeOf } from './classes'
import { clamped, finished } from './finished'

// From sums to scores and tiers, row by row. Steps may run over the last row, as in `sums.ts`.

/** 0..100 and to a billionth, half up; NaN where `completeness` is not above 0 (0 = there is no such column). */
export function finish(score: usize, completeness: usize, rows: i32): void {
  const bytes: usize = <usize>rows * 8
  const none = f64x2.splat(NaN)
  const zero = f64x2.splat(0)
  for (let i: usize = 0; i < bytes; i += 16) {
    const snapped = finished(v128.load(score + i))
    if (completeness == 0) v128.store(score + i, snapped)
    else {
      const known = f64x2.gt(v128.load(completeness + i), zero)
      v128.store(score + i, v128.bitselect(snapped, none, known))
    }
  }
}

/**
 * score = (base + weight·column)·factor up to 100, none of them NaN or below 0, counted as `histogram` and found as `gather` does while
 * memory is waited for; how many are found. The highest bit of a count says that scores of its class are wanted. Where these are
 * more than `most`, not all of them, and `found` has room for four more than that.
 */
export function blend(
  base: usize,
  column: usize,
  weight: f64,
  factor: f64,
  score: usize,
  bins: i32,
  counts: usize,
  sums: usize,
  found: usize,
  most: i32,
  rows: i32,
): i32 {
  const whole = (<usize>rows) & ~3
  const last = found + ((<usize>most) << 3)
  let to = found
  const w = f64x2.splat(weight)
  const f = f64x2.splat(factor)
  const scale = <f64>bins / 100
  const scales = f64x2.splat(scale)
  const hundred = f64x2.splat(100)
  let s02 = f64x2.splat(0)
  let s13 = f64x2.splat(0)
  for (let row: usize = 0; row < whole; row += 4) {
    const i = row << 3
    const s = f64x2.add(v128.load(base + i), f64x2.mul(w, v128.load(column + i)))
    const t = f64x2.add(v128.load(base + i, 16), f64x2.mul(w, v128.load(column + i, 16)))
    const a = f64x2.pmin(f64x2.mul(s, f), hundred)
    const b = f64x2.pmin(f64x2.mul(t, f), hundred)
    v128.store(score + i, a)
    v128.store(score + i, b, 16)
    s02 = f64x2.add(s02, a)
    s13 = f64x2.add(s13, b)
    const p = wholeOf(f64x2.mul(a, scales))
    const q = wholeOf(f64x2.mul(b, scales))
    const c0 = next(counts + (first(p) << 2))
    const c1 = next(counts + (second(p) << 2))
    const c2 = next(counts + (first(q) << 2))
    const c3 = next(counts + (second(q) << 2))
    if (<i32>(c0 | c1 | c2 | c3) >= 0 || to > last) continue
    store<f64>(to, f64x2.extract_lane(a, 0))
    to += (c0 >>> 31) << 3
    store<f64>(to, f64x2.extract_lane(a, 1))
    to += (c1 >>> 31) << 3
    store<f64>(to, f64x2.extract_lane(b, 0))
    to += (c2 >>> 31) << 3
    store<f64>(to, f64x2.extract_lane(b, 1))
    to += (c3 >>> 31) << 3
  }
  v128.store(sums, s02)
  v128.store(sums, s13, 16)
  for (let row = whole; row < <usize>rows; row++) {
    const i = row << 3
    const raw = (load<f64>(base + i) + weight * load<f64>(column + i)) * factor
    const s = raw > 100 ? 100 : raw
    store<f64>(score + i, s)
    const at = sums + ((row & 3) << 3)
    store<f64>(at, load<f64>(at) + s)
    const c = next(counts + ((<usize>(s * scale)) << 2))
    if (to > last) continue
    store<f64>(to, s)
    to += (c >>> 31) << 3
  }
  return <i32>((to - found) >> 3)
}

/** The same with a factor per pattern of gaps; NaN in the column counts as 0, and no value is below 0. */
export function blendWithGaps(
  base: usize,
  column: usize,
  weight: f64,
  patterns: usize,
  factors: usize,
  score: usize,
  rows: i32,
): void {
  const bytes: usize = <usize>rows * 8
  const w = f64x2.splat(weight)
  const zero = f64x2.splat(0)
  for (let i: usize = 0; i < bytes; i += 16) {
    const two = patterns + (i >> 2)
    const f = v128.load64_lane(
      factors + ((<usize>load<u16>(two, 2)) << 3),
      v128.load64_splat(factors + ((<usize>load<u16>(two)) << 3)),
      1,
    )
    const u = v128.load(column + i)
    const s = f64x2.add(v128.load(base + i), f64x2.mul(w, f64x2.pmax(zero, u)))
    v128.store(score + i, clamped(f64x2.mul(s, f)))
  }
}

/** values = table[pattern]. */
export function lookUp(patterns: usize, table: usize, values: usize, rows: i32): void {
  for (let row: usize = 0; row < <usize>rows; row++)
    store<f64>(
      values + (row << 3),
      load<f64>(table + ((<usize>load<u16>(patterns + (row << 1))) << 3)),
    )
}

/** How many of the falling `cutoffs` are above the score; 255 for NaN. */
export function assign(score: usize, cutoffs: usize, count: i32, tier: usize, rows: i32): void {
  const end = cutoffs + <usize>count * 8
  for (let row: usize = 0; row < <usize>rows; row += 8) {
    const at = score + (row << 3)
    const a = v128.load(at)
    const b = v128.load(at, 16)
    const c = v128.load(at, 32)
    const d = v128.load(at, 48)
    // all bits = −1 where NaN: 255 as a byte
    let ta = f64x2.ne(a, a)
    let tb = f64x2.ne(b, b)
    let tc = f64x2.ne(c, c)
    let td = f64x2.ne(d, d)
    for (let cut = cutoffs; cut < end; cut += 8) {
      const line = v128.load64_splat(cut)
      ta = i64x2.sub(ta, f64x2.lt(a, line))
      tb = i64x2.sub(tb, f64x2.lt(b, line))
      tc = i64x2.sub(tc, f64x2.lt(c, line))
      td = i64x2.sub(td, f64x2.lt(d, line))
    }
    const ab = i8x16.shuffle(ta, tb, 0, 8, 16, 24, 0, 8, 16, 24, 0, 8, 16, 24, 0, 8, 16, 24)
    const cd = i8x16.shuffle(tc, td, 0, 8, 16, 24, 0, 8, 16, 24, 0, 8, 16, 24, 0, 8, 16, 24)
    store<u32>(tier + row, i32x4.extract_lane(ab, 0))
    store<u32>(tier + row, i32x4.extract_lane(cd, 0), 4)
  }
}
