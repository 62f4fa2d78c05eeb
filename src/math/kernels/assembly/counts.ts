// Counts and sums over scores. These look at whole rows only: what lies behind the last one is not counted.

/**
 * One walk over the finished grade. Counts by tier and tenth of a point: `places` says where the 32-bit counts of each of the
 * 256 tiers begin; a row without a score counts in the first tenth, and in `bare`, 32 bits by tier. Of the scores in a tenth
 * that is marked in `edges` those within 1 of a cut-off are counted; the answer is their number. `sums`: the sums of the scores
 * in four lanes, row mod 4.
 */
export function tally(
  score: usize,
  tier: usize,
  places: usize,
  bare: usize,
  sums: usize,
  edges: usize,
  cutoffs: usize,
  cutoffCount: i32,
  rows: i32,
): i32 {
  const last = cutoffs + <usize>cutoffCount * 8
  const whole = (<usize>rows) & ~3
  const ten = f64x2.splat(10)
  let s02 = f64x2.splat(0)
  let s13 = f64x2.splat(0)
  let near: i32 = 0
  for (let row: usize = 0; row < whole; row += 4) {
    const at = score + (row << 3)
    let a = v128.load(at)
    let b = v128.load(at, 16)
    const four = load<u32>(tier + row)
    const t0: usize = four & 255
    const t1: usize = (four >> 8) & 255
    const t2: usize = (four >> 16) & 255
    const t3: usize = four >> 24
    const knownA = f64x2.eq(a, a)
    const knownB = f64x2.eq(b, b)
    if (!i64x2.all_true(v128.and(knownA, knownB))) {
      if (!i64x2.extract_lane(knownA, 0)) count(bare + (t0 << 2))
      if (!i64x2.extract_lane(knownA, 1)) count(bare + (t1 << 2))
      if (!i64x2.extract_lane(knownB, 0)) count(bare + (t2 << 2))
      if (!i64x2.extract_lane(knownB, 1)) count(bare + (t3 << 2))
      a = v128.and(a, knownA)
      b = v128.and(b, knownB)
    }
    s02 = f64x2.add(s02, a)
    s13 = f64x2.add(s13, b)
    const x = i32x4.trunc_sat_f64x2_s_zero(f64x2.mul(a, ten))
    const y = i32x4.trunc_sat_f64x2_s_zero(f64x2.mul(b, ten))
    const b0: usize = i32x4.extract_lane(x, 0)
    const b1: usize = i32x4.extract_lane(x, 1)
    const b2: usize = i32x4.extract_lane(y, 0)
    const b3: usize = i32x4.extract_lane(y, 1)
    count(load<u32>(places + (t0 << 2)) + (b0 << 2))
    count(load<u32>(places + (t1 << 2)) + (b1 << 2))
    count(load<u32>(places + (t2 << 2)) + (b2 << 2))
    count(load<u32>(places + (t3 << 2)) + (b3 << 2))
    if (load<u8>(edges + b0)) near += isNear(load<f64>(at), cutoffs, last)
    if (load<u8>(edges + b1)) near += isNear(load<f64>(at, 8), cutoffs, last)
    if (load<u8>(edges + b2)) near += isNear(load<f64>(at, 16), cutoffs, last)
    if (load<u8>(edges + b3)) near += isNear(load<f64>(at, 24), cutoffs, last)
  }
  v128.store(sums, s02)
  v128.store(sums, s13, 16)
  for (let row = whole; row < <usize>rows; row++) {
    const s = load<f64>(score + (row << 3))
    const t: usize = load<u8>(tier + row)
    const bin: usize = s == s ? <usize>(s * 10) : 0
    const at = row & 3
    if (s == s) store<f64>(sums + (at << 3), load<f64>(sums + (at << 3)) + s)
    else count(bare + (t << 2))
    count(load<u32>(places + (t << 2)) + (bin << 2))
    if (load<u8>(edges + bin)) near += isNear(s, cutoffs, last)
  }
  return near
}

function count(at: usize): void {
  store<u32>(at, load<u32>(at) + 1)
}

/** Values by tier, for four tiers from `first` on: `sums` holds float64 by tier × 2 lanes, row mod 2. NaN adds nothing. */
export function valuesByTier(tier: usize, values: usize, first: i32, sums: usize, rows: i32): void {
  const whole = (<usize>rows) & ~3
  const ta = i64x2.splat(first)
  const tb = i64x2.splat(first + 1)
  const tc = i64x2.splat(first + 2)
  const td = i64x2.splat(first + 3)
  let a = f64x2.splat(0)
  let b = f64x2.splat(0)
  let c = f64x2.splat(0)
  let d = f64x2.splat(0)
  for (let row: usize = 0; row < whole; row += 4) {
    const four = i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(tier + row)))
    const v = v128.load(values + (row << 3))
    const w = v128.load(values + (row << 3), 16)
    const x = v128.and(v, f64x2.eq(v, v))
    const y = v128.and(w, f64x2.eq(w, w))
    const t = i64x2.extend_low_i32x4_u(four)
    const u = i64x2.extend_high_i32x4_u(four)
    a = f64x2.add(a, v128.and(x, i64x2.eq(t, ta)))
    b = f64x2.add(b, v128.and(x, i64x2.eq(t, tb)))
    c = f64x2.add(c, v128.and(x, i64x2.eq(t, tc)))
    d = f64x2.add(d, v128.and(x, i64x2.eq(t, td)))
    a = f64x2.add(a, v128.and(y, i64x2.eq(u, ta)))
    b = f64x2.add(b, v128.and(y, i64x2.eq(u, tb)))
    c = f64x2.add(c, v128.and(y, i64x2.eq(u, tc)))
    d = f64x2.add(d, v128.and(y, i64x2.eq(u, td)))
  }
  v128.store(sums, a)
  v128.store(sums, b, 16)
  v128.store(sums, c, 32)
  v128.store(sums, d, 48)
  for (let row = whole; row < <usize>rows; row++) {
    const at = <i32>load<u8>(tier + row) - first
    const value = load<f64>(values + (row << 3))
    if (at < 0 || at > 3 || value != value) continue
    const sum = sums + ((<usize>at) << 4) + ((row & 1) << 3)
    store<f64>(sum, load<f64>(sum) + value)
  }
}

function isNear(score: f64, cutoffs: usize, last: usize): i32 {
  for (let at = cutoffs; at < last; at += 8) if (Math.abs(score - load<f64>(at)) <= 1) return 1
  return 0
}

/**
 * How many scores (0..100) are in each of `bins` even classes and one for 100; behind them, how many there are not. `sums`: of
 * the scores, in four lanes, row mod 4.
 */
export function histogram(score: usize, bins: i32, counts: usize, sums: usize, rows: i32): void {
  const whole = (<usize>rows) & ~3
  const scale = <f64>bins / 100
  const scales = f64x2.splat(scale)
  const none = f64x2.splat(<f64>(bins + 1))
  let s02 = f64x2.splat(0)
  let s13 = f64x2.splat(0)
  for (let row: usize = 0; row < whole; row += 4) {
    const a = v128.load(score + (row << 3))
    const b = v128.load(score + (row << 3), 16)
    const knownA = f64x2.eq(a, a)
    const knownB = f64x2.eq(b, b)
    s02 = f64x2.add(s02, v128.and(a, knownA))
    s13 = f64x2.add(s13, v128.and(b, knownB))
    const x = v128.bitselect(f64x2.mul(a, scales), none, knownA)
    const y = v128.bitselect(f64x2.mul(b, scales), none, knownB)
    const p = i32x4.trunc_sat_f64x2_s_zero(x)
    const q = i32x4.trunc_sat_f64x2_s_zero(y)
    count(counts + ((<usize>i32x4.extract_lane(p, 0)) << 2))
    count(counts + ((<usize>i32x4.extract_lane(p, 1)) << 2))
    count(counts + ((<usize>i32x4.extract_lane(q, 0)) << 2))
    count(counts + ((<usize>i32x4.extract_lane(q, 1)) << 2))
  }
  v128.store(sums, s02)
  v128.store(sums, s13, 16)
  for (let row = whole; row < <usize>rows; row++) {
    const s = load<f64>(score + (row << 3))
    const at = sums + ((row & 3) << 3)
    if (s == s) store<f64>(at, load<f64>(at) + s)
    count(counts + ((<usize>(s == s ? s * scale : <f64>(bins + 1))) << 2))
  }
}

/** The scores of the classes that are marked 1 in `wanted`, in their order, to `found`; how many. Few are wanted. */
export function gather(score: usize, bins: i32, wanted: usize, found: usize, rows: i32): i32 {
  const whole = (<usize>rows) & ~3
  const scale = <f64>bins / 100
  const scales = f64x2.splat(scale)
  const none = f64x2.splat(<f64>(bins + 1))
  let to = found
  for (let row: usize = 0; row < whole; row += 4) {
    const a = v128.load(score + (row << 3))
    const b = v128.load(score + (row << 3), 16)
    const x = v128.bitselect(f64x2.mul(a, scales), none, f64x2.eq(a, a))
    const y = v128.bitselect(f64x2.mul(b, scales), none, f64x2.eq(b, b))
    const p = i32x4.trunc_sat_f64x2_s_zero(x)
    const q = i32x4.trunc_sat_f64x2_s_zero(y)
    const w0: usize = load<u8>(wanted + <usize>i32x4.extract_lane(p, 0))
    const w1: usize = load<u8>(wanted + <usize>i32x4.extract_lane(p, 1))
    const w2: usize = load<u8>(wanted + <usize>i32x4.extract_lane(q, 0))
    const w3: usize = load<u8>(wanted + <usize>i32x4.extract_lane(q, 1))
    if ((w0 | w1 | w2 | w3) == 0) continue
    store<f64>(to, f64x2.extract_lane(a, 0))
    to += w0 << 3
    store<f64>(to, f64x2.extract_lane(a, 1))
    to += w1 << 3
    store<f64>(to, f64x2.extract_lane(b, 0))
    to += w2 << 3
    store<f64>(to, f64x2.extract_lane(b, 1))
    to += w3 << 3
  }
  for (let row = whole; row < <usize>rows; row++) {
    const s = load<f64>(score + (row << 3))
    store<f64>(to, s)
    to += (<usize>load<u8>(wanted + <usize>(s == s ? s * scale : <f64>(bins + 1)))) << 3
  }
  return <i32>((to - found) >> 3)
}
