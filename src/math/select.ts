const bins = 4096

/**
 * The k-th smallest values (k from 0) without sorting all: a histogram finds the bins that hold them, then only those bins
 * are looked at, again by histogram while they are crowded. `values` holds no NaN. NaN where a k is out of range.
 */
export function selectMany(values: Float64Array, ks: readonly number[]): number[] {
  const [low, high] = range(values)
  if (low === high) return ks.map((k) => (k >= 0 && k < values.length ? low : NaN))
  const scale = (bins - 1) / (high - low)
  if (values.length <= bins || !Number.isFinite(scale) || scale === 0) {
    const sorted = values.slice().sort()
    return ks.map((k) => sorted[k] ?? NaN)
  }
  const counts = new Uint32Array(bins)
  for (let i = 0; i < values.length; i++) {
    const bin = (((values[i] as number) - low) * scale) | 0
    counts[bin] = (counts[bin] as number) + 1
  }
  const places = ks.map((k) => placeOf(k, counts))
  const found = new Map<number, number[]>()
  for (const { bin } of places) {
    if (bin < 0 || found.has(bin)) continue
    const inside = gather(values, low, scale, bin, counts[bin] as number)
    const wanted = places.filter((place) => place.bin === bin).map((place) => place.at)
    found.set(bin, selectMany(inside, wanted))
  }
  return places.map(({ bin }) => found.get(bin)?.shift() ?? NaN)
}

export function select(values: Float64Array, k: number): number {
  return selectMany(values, [k])[0] ?? NaN
}

/** Bin that holds the k-th, and its place among those in the bin; bin −1 where there is no k-th. */
function placeOf(k: number, counts: Uint32Array): { bin: number; at: number } {
  let at = k
  for (let bin = 0; bin < counts.length && at >= 0; bin++) {
    const count = counts[bin] as number
    if (at < count) return { bin, at }
    at -= count
  }
  return { bin: -1, at: NaN }
}

function gather(
  values: Float64Array,
  low: number,
  scale: number,
  bin: number,
  count: number,
): Float64Array {
  const inside = new Float64Array(count)
  let next = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if ((((value - low) * scale) | 0) === bin) inside[next++] = value
  }
  return inside
}

function range(values: Float64Array): [number, number] {
  let low = Infinity
  let high = -Infinity
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (value < low) low = value
    if (value > high) high = value
  }
  return [low, high]
}
