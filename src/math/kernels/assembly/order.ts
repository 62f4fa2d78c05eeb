// Sorts numbers with their places by the bits of the numbers. Equal numbers, −0 and 0 among them, keep their order.

/**
 * The numbers of `column`, without NaN, from the smallest to the largest; how many. The values end in `a`, where they came from
 * (32 bits each) in `b`: 8 bytes per row each. `tables`: 24 KB.
 *
 * 32 bits of each number, from the first in which any two differ, are sorted with its place in three passes (least significant
 * digit first). Numbers that differ only behind those are then put right among themselves, however many they are.
 */
export function sortWithOrder(column: usize, a: usize, b: usize, tables: usize, rows: i32): i32 {
  const end = column + ((<usize>rows) << 3)
  let low = Infinity
  let high = -Infinity
  for (let at = column; at < end; at += 8) {
    const value = load<f64>(at)
    low = value < low ? value : low
    high = value > high ? value : high
  }
  if (low > high) return 0
  const first = keyOf(low)
  const bits = 64 - <i32>clz<u64>(keyOf(high) - first)
  const shift: u64 = bits > 32 ? bits - 32 : 0

  clear(tables)
  let to = a
  for (let at = column; at < end; at += 8) {
    const value = load<f64>(at)
    if (value != value) continue
    const key = (keyOf(value) - first) >> shift
    count(tables, key)
    store<u64>(to, (key << 32) | ((<u64>(at - column)) >> 3))
    to += 8
  }
  const length = to - a
  // values go to where the records are not
  let records = passes(a, b, tables, length)
  if (records == a) {
    memory.copy(b, a, length)
    records = b
  }
  look(column, b, a, length)
  if (shift > 0) mend(column, a, b, tables, length, first, ((<u64>1) << shift) - 1)
  for (let at: usize = 0; at < length; at += 8) store<u32>(b + (at >> 1), <u32>load<u64>(b + at))
  return <i32>(length >> 3)
}

const radix: usize = 2048 * 4 // bytes of the counts of a digit
const short: usize = 128 * 8 // records that are not worth counting digits

/** The bits, turned so that they rise with the numbers. */
function keyOf(value: f64): u64 {
  const bits = reinterpret<i64>(value + 0)
  return bits ^ ((bits >> 63) | i64.MIN_VALUE)
}

function clear(tables: usize): void {
  memory.fill(tables, 0, radix * 3)
}

/** Counts the digits of a key of 32 bits. */
function count(tables: usize, key: u64): void {
  const low = tables + (((<usize>key) & 2047) << 2)
  const middle = tables + radix + (((<usize>(key >> 11)) & 2047) << 2)
  const high = tables + radix * 2 + ((<usize>(key >> 22)) << 2)
  store<u32>(low, load<u32>(low) + 1)
  store<u32>(middle, load<u32>(middle) + 1)
  store<u32>(high, load<u32>(high) + 1)
}

/** Sorts records by their upper 32 bits, whose digits are counted; where they are then, `from` or `to`. */
function passes(from: usize, to: usize, tables: usize, length: usize): usize {
  let shift: u64 = 32
  for (let table = tables; table < tables + radix * 3; table += radix) {
    if (begins(table, to, length)) {
      for (let at = from; at < from + length; at += 8) {
        const record = load<u64>(at)
        const next = table + (((<usize>(record >> shift)) & 2047) << 2)
        const place = load<u32>(next)
        store<u64>(place, record)
        store<u32>(next, place + 8)
      }
      const other = from
      from = to
      to = other
    }
    shift += 11
  }
  return from
}

/** Counts become addresses; false where all records have the same digit. */
function begins(table: usize, to: usize, length: usize): bool {
  let at = <u32>to
  for (let next = table; next < table + radix; next += 4) {
    const bytes = load<u32>(next) << 3
    if (bytes == <u32>length) return false
    store<u32>(next, at)
    at += bytes
  }
  return true
}

/** The values of the records. */
function look(column: usize, records: usize, values: usize, length: usize): void {
  for (let at: usize = 0; at < length; at += 8)
    store<f64>(values + at, load<f64>(column + ((<usize>load<u32>(records + at)) << 3)))
}

/** Sorts every run of records of one key whose values do not rise. */
function mend(
  column: usize,
  values: usize,
  records: usize,
  tables: usize,
  length: usize,
  first: u64,
  rest: u64,
): void {
  for (let at: usize = 8; at < length; at += 8) {
    if (load<f64>(values + at) >= load<f64>(values + at - 8)) continue
    const key = load<u32>(records + at, 4)
    let start = at - 8
    while (start > 0 && load<u32>(records + start - 8, 4) == key) start -= 8
    let end = at + 8
    while (end < length && load<u32>(records + end, 4) == key) end += 8
    if (end - start <= short) insert(values + start, records + start, end - start)
    else byRest(column, values + start, records + start, tables, end - start, first, rest)
    at = end
  }
}

function insert(values: usize, records: usize, length: usize): void {
  for (let at: usize = 8; at < length; at += 8) {
    const value = load<f64>(values + at)
    const record = load<u64>(records + at)
    let to = at
    while (to > 0 && load<f64>(values + to - 8) > value) {
      store<f64>(values + to, load<f64>(values + to - 8))
      store<u64>(records + to, load<u64>(records + to - 8))
      to -= 8
    }
    store<f64>(values + to, value)
    store<u64>(records + to, record)
  }
}

/** Sorts a run by the bits behind its key. */
function byRest(
  column: usize,
  values: usize,
  records: usize,
  tables: usize,
  length: usize,
  first: u64,
  rest: u64,
): void {
  clear(tables)
  for (let at: usize = 0; at < length; at += 8) {
    const key = (keyOf(load<f64>(values + at)) - first) & rest
    count(tables, key)
    store<u32>(records + at, <u32>key, 4)
  }
  if (passes(records, values, tables, length) == values) memory.copy(records, values, length)
  look(column, records, values, length)
}

/**
 * Ranks from 1, equal values share their average: over the numbers of the column that was sorted, so that what is not a number
 * stays what it is. `count` values in `a` and places in `b`, as `sortWithOrder` leaves them.
 */
export function averageRanks(column: usize, a: usize, b: usize, count: i32): void {
  let start: usize = 0
  while (start < <usize>count) {
    const value = load<f64>(a + (start << 3))
    let end = start + 1
    while (end < <usize>count && load<f64>(a + (end << 3)) == value) end++
    const rank = <f64>(start + 1 + end) / 2
    for (let at = start; at < end; at++)
      store<f64>(column + ((<usize>load<u32>(b + (at << 2))) << 3), rank)
    start = end
  }
}
