const short = 24

/** Sorts values and their places between two bounds, equal values in the order they came. */
export function sortRun(values: Float64Array, order: Uint32Array, start: number, end: number) {
  if (end - start <= short) insert(values, order, start, end)
  else if (!isSorted(values, start, end)) merge(values, order, start, end)
}

function insert(values: Float64Array, order: Uint32Array, start: number, end: number) {
  for (let i = start + 1; i < end; i++) {
    const value = values[i] as number
    let j = i - 1
    if (!((values[j] as number) > value)) continue
    const place = order[i] as number
    do {
      values[j + 1] = values[j] as number
      order[j + 1] = order[j] as number
      j--
    } while (j >= start && (values[j] as number) > value)
    values[j + 1] = value
    order[j + 1] = place
  }
}

/** A crowded bucket most often holds one value many times. */
function isSorted(values: Float64Array, start: number, end: number): boolean {
  for (let i = start + 1; i < end; i++)
    if ((values[i] as number) < (values[i - 1] as number)) return false
  return true
}

/** Bottom-up merge sort over short runs; never worse than n·log n, whatever the values are. */
function merge(values: Float64Array, order: Uint32Array, start: number, end: number) {
  const count = end - start
  for (let at = start; at < end; at += short) insert(values, order, at, Math.min(at + short, end))
  const own = { values: values.subarray(start, end), order: order.subarray(start, end) }
  let from: Run = own
  let to: Run = { values: new Float64Array(count), order: new Uint32Array(count) }
  for (let width = short; width < count; width *= 2) {
    for (let at = 0; at < count; at += 2 * width)
      mergeTwo(from, to, at, Math.min(at + width, count), Math.min(at + 2 * width, count))
    const swap = from
    from = to
    to = swap
  }
  if (from === own) return
  own.values.set(from.values)
  own.order.set(from.order)
}

interface Run {
  readonly values: Float64Array
  readonly order: Uint32Array
}

function mergeTwo(from: Run, to: Run, start: number, middle: number, end: number) {
  const { values, order } = from
  const { values: toValues, order: toOrder } = to
  let left = start
  let right = middle
  for (let at = start; at < end; at++) {
    const takeLeft =
      right >= end || (left < middle && (values[left] as number) <= (values[right] as number))
    const source = takeLeft ? left++ : right++
    toValues[at] = values[source] as number
    toOrder[at] = order[source] as number
  }
}
