const bins = 4096

/**
 * The k-th smallest values (k from 0) without sorting all: a histogram finds the bins that hold them, then only those bins
 * are looked at, again by histogram while they are crowded. Whole numbers close together have a bin each. NaN = missing,
 * not among them; NaN too where a k is out of range.
 */
export function selectMany(values: Float64Array, ks: readonly number[]): number[] {
  const { low, high, whole, missing } = range(values)
  if (low === high) return ks.map((k) => (k >= 0 && k < values.length - missing ? low : NaN))
  const exact = whole && high - low < bins
  const scale = exact ? 1 : (bins - 1) / (high - low)
  if (values.length <= bins || !Number.isFinite(scale) || scale === 0) {
    const sorted = values.slice().sort()
    return ks.map((k) => sorted[k] ?? NaN)
  }
  const counts = new Uint32Array(bins)
  for (let i = 0; i < values.length; i++) {
    const bin = (((values[i] as number) - low) * scale) | 0
    counts[bin] = (counts[bin] as number) + 1
  }
  counts[0] = (counts[0] as number) - missing // NaN | 0 is 0
  const places = ks.map((k) => placeOf(k, counts))
  if (exact) return places.map(({ bin }) => (bin < 0 ? NaN : low + bin))
  const wanted = [...new Set(places.map(({ bin }) => bin))].filter((bin) => bin >= 0)
  const insides = gather(values, low, scale, counts, wanted)
  const found = new Map(
    wanted.map((bin, at) => {
      const inside = insides[at] as Float64Array
      const inBin = places.filter((place) => place.bin === bin).map((place) => place.at)
      return [bin, selectMany(inside, inBin)] as const
    }),
  )
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

/** The values of each wanted bin, in one walk. */
function gather(
  values: Float64Array,
  low: number,
  scale: number,
  counts: Uint32Array,
  wanted: readonly number[],
): readonly Float64Array[] {
  const nextOf = new Int32Array(bins).fill(-1) // where the next value of a bin goes; −1 = not wanted
  let size = 0
  for (const bin of wanted) {
    nextOf[bin] = size
    size += counts[bin] as number
  }
  const gathered = new Float64Array(size)
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    const bin = ((value - low) * scale) | 0
    const next = nextOf[bin] as number
    if (next < 0 || value !== value) continue
    gathered[next] = value
    nextOf[bin] = next + 1
  }
  return wanted.map((bin) => {
    const end = nextOf[bin] as number
    return gathered.subarray(end - (counts[bin] as number), end)
  })
}

function range(values: Float64Array) {
  let low = Infinity
  let high = -Infinity
  let whole = true
  let missing = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (value !== value) {
      missing++
      continue
    }
    if (value < low) low = value
    if (value > high) high = value
    if (whole && value !== Math.floor(value)) whole = false
  }
  return { low, high, whole, missing }
}
