import { classesOf, count, first, second } from './classes'

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

/**
 * Values by tier: `sums` holds float64 by each of 256 tiers × 8 lanes, row mod 8, so that one addition seldom waits for the one
 * before. NaN adds nothing.
 */
export function valuesByTier(tier: usize, values: usize, sums: usize, rows: i32): void {
  const whole = (<usize>rows) & ~7
  for (let row: usize = 0; row < whole; row += 8) {
    const at = values + (row << 3)
    const eight = load<u64>(tier + row)
    // 64 bytes a tier: its byte of the eight, six bits further up
    addTwo(v128.load(at), eight << 6, eight >> 2, sums)
    addTwo(v128.load(at, 16), eight >> 10, eight >> 18, sums + 16)
    addTwo(v128.load(at, 32), eight >> 26, eight >> 34, sums + 32)
    addTwo(v128.load(at, 48), eight >> 42, eight >> 50, sums + 48)
  }
  for (let row = whole; row < <usize>rows; row++) {
    const value = load<f64>(values + (row << 3))
    const sum = sums + ((<usize>load<u8>(tier + row)) << 6) + ((row & 7) << 3)
    if (value == value) store<f64>(sum, load<f64>(sum) + value)
  }
}

function addTwo(values: v128, first: u64, second: u64, sums: usize): void {
  const known = v128.and(values, f64x2.eq(values, values))
  const a = sums + ((<usize>first) & 0x3fc0)
  const b = sums + ((<usize>second) & 0x3fc0)
  store<f64>(a, load<f64>(a) + f64x2.extract_lane(known, 0))
  store<f64>(b, load<f64>(b, 8) + f64x2.extract_lane(known, 1), 8)
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
    s02 = f64x2.add(s02, v128.and(a, f64x2.eq(a, a)))
    s13 = f64x2.add(s13, v128.and(b, f64x2.eq(b, b)))
    const p = classesOf(a, scales, none)
    const q = classesOf(b, scales, none)
    count(counts + (first(p) << 2))
    count(counts + (second(p) << 2))
    count(counts + (first(q) << 2))
    count(counts + (second(q) << 2))
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
    const p = classesOf(a, scales, none)
    const q = classesOf(b, scales, none)
    const w0: usize = load<u8>(wanted + first(p))
    const w1: usize = load<u8>(wanted + second(p))
    const w2: usize = load<u8>(wanted + first(q))
    const w3: usize = load<u8>(wanted + second(q))
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
