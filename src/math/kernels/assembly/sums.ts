import { finished } from './finished'

// Weighted sums. Columns lie 64 bytes apart or more and have room for whole steps of eight rows: a step may run over the last
// row, never over the room. `columns` holds a 32-bit address per column, `weights` a float64 per column.

/** sums = scale · (((0 + w0·u0) + w1·u1) + …), in this order of additions; with `toFinish` 0..100 and to a billionth. */
export function weightedSum(
  columns: usize,
  weights: usize,
  count: i32,
  scale: f64,
  toFinish: i32,
  sums: usize,
  rows: i32,
): void {
  const bytes: usize = <usize>rows * 8
  const last = weights + <usize>count * 8
  const scales = f64x2.splat(scale)
  for (let i: usize = 0; i < bytes; i += 64) {
    let a = f64x2.splat(0)
    let b = f64x2.splat(0)
    let c = f64x2.splat(0)
    let d = f64x2.splat(0)
    let column = columns
    for (let weight = weights; weight < last; weight += 8) {
      const u = <usize>load<u32>(column) + i
      column += 4
      const w = v128.load64_splat(weight)
      a = f64x2.add(a, f64x2.mul(w, v128.load(u)))
      b = f64x2.add(b, f64x2.mul(w, v128.load(u, 16)))
      c = f64x2.add(c, f64x2.mul(w, v128.load(u, 32)))
      d = f64x2.add(d, f64x2.mul(w, v128.load(u, 48)))
    }
    a = f64x2.mul(scales, a)
    b = f64x2.mul(scales, b)
    c = f64x2.mul(scales, c)
    d = f64x2.mul(scales, d)
    if (toFinish) {
      a = finished(a)
      b = finished(b)
      c = finished(c)
      d = finished(d)
    }
    v128.store(sums + i, a)
    v128.store(sums + i, b, 16)
    v128.store(sums + i, c, 32)
    v128.store(sums + i, d, 48)
  }
}

/**
 * The same where each row has weights of its own: those of its pattern of gaps, `count` float64 per pattern. NaN in a column
 * counts as 0; no value is below 0, so that the larger of the two says that at once. `patterns`: 16 bits per row.
 */
export function weightedSumWithGaps(
  columns: usize,
  weights: usize,
  count: i32,
  patterns: usize,
  scale: f64,
  sums: usize,
  rows: i32,
): void {
  const bytes: usize = <usize>rows * 8
  const row: usize = <usize>count * 8
  const scales = f64x2.splat(scale)
  const zero = f64x2.splat(0)
  for (let i: usize = 0; i < bytes; i += 32) {
    const four = patterns + (i >> 2)
    const a = weights + <usize>load<u16>(four) * row
    const b = weights + <usize>load<u16>(four, 2) * row
    const c = weights + <usize>load<u16>(four, 4) * row
    const d = weights + <usize>load<u16>(four, 6) * row
    let s = f64x2.splat(0)
    let t = f64x2.splat(0)
    let column = columns
    for (let at: usize = 0; at < row; at += 8) {
      const u = <usize>load<u32>(column) + i
      column += 4
      const x = v128.load(u)
      const y = v128.load(u, 16)
      const w = v128.load64_lane(b + at, v128.load64_splat(a + at), 1)
      const v = v128.load64_lane(d + at, v128.load64_splat(c + at), 1)
      s = f64x2.add(s, f64x2.mul(w, f64x2.pmax(zero, x)))
      t = f64x2.add(t, f64x2.mul(v, f64x2.pmax(zero, y)))
    }
    v128.store(sums + i, f64x2.mul(scales, s))
    v128.store(sums + i, f64x2.mul(scales, t), 16)
  }
}

/** Every number read once: what memory itself allows. */
export function sum(column: usize, rows: i32): f64 {
  const bytes: usize = <usize>rows * 8
  const whole = bytes & ~63
  let a = f64x2.splat(0)
  let b = f64x2.splat(0)
  let c = f64x2.splat(0)
  let d = f64x2.splat(0)
  let i: usize = 0
  for (; i < whole; i += 64) {
    a = f64x2.add(a, v128.load(column + i))
    b = f64x2.add(b, v128.load(column + i, 16))
    c = f64x2.add(c, v128.load(column + i, 32))
    d = f64x2.add(d, v128.load(column + i, 48))
  }
  const all = f64x2.add(f64x2.add(a, b), f64x2.add(c, d))
  let total = f64x2.extract_lane(all, 0) + f64x2.extract_lane(all, 1)
  for (; i < bytes; i += 8) total += load<f64>(column + i)
  return total
}
