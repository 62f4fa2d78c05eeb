export interface Buckets {
  readonly bucket: Uint32Array // per row; unset where missing
  readonly starts: Uint32Array // where each bucket starts, and the end of the last
  readonly exact: boolean // one value per bucket: nothing left to sort
}

/**
 * Parts a column into buckets whose numbers rise with the values. NaN = missing, in none.
 * Whole numbers close together: a bucket each. Otherwise 4,096 coarse cells, equally wide in the bits of the numbers (so
 * nearly in their logarithm: long tails crowd no cell), each parted evenly into a bucket per four of its values.
 */
export function bucketsOf(values: Float64Array): Buckets {
  const { low, high, whole, count } = rangeOf(values)
  if (count === 0) return { bucket: new Uint32Array(0), starts: new Uint32Array(1), exact: true }
  if (whole && high - low <= Math.max(1024, count / 4)) return wholeBuckets(values, low, high)
  return cellBuckets(values, low, high, count)
}

function rangeOf(values: Float64Array) {
  let low = Infinity
  let high = -Infinity
  let whole = true
  let missing = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (value !== value) missing++
    else {
      if (value < low) low = value
      if (value > high) high = value
      if (whole && value !== Math.floor(value)) whole = false
    }
  }
  return { low: low + 0, high: high + 0, whole, count: values.length - missing }
}

function wholeBuckets(values: Float64Array, low: number, high: number): Buckets {
  const bucket = new Uint32Array(values.length)
  const starts = new Uint32Array(high - low + 2)
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (value !== value) continue
    const own = value - low
    bucket[i] = own
    starts[own] = (starts[own] as number) + 1
  }
  return { bucket, starts: startsOf(starts), exact: true }
}

const maxCells = 4096
const perBucket = 4
const lowWord = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 0 : 1

function cellBuckets(values: Float64Array, low: number, high: number, count: number): Buckets {
  const highWords = new Int32Array(values.buffer, values.byteOffset, 2 * values.length)
  const lowKey = keyOf(low)
  const span = keyOf(high) - lowKey + 1
  const cells = Math.max(2, Math.min(maxCells, Math.ceil(count / 16))) // two, so that the shift stays below 32
  const shift = Math.max(0, Math.ceil(Math.log2(span / cells)))
  const bucket = new Uint32Array(values.length)
  const inCell = new Uint32Array(cells + 1)
  for (let i = 0, word = 1 - lowWord; i < values.length; i++, word += 2) {
    const value = values[i] as number
    if (value !== value) continue
    const cell = ((rising(highWords[word] as number) - lowKey) | 0) >>> shift
    bucket[i] = cell
    inCell[cell] = (inCell[cell] as number) + 1
  }

  const least = new Float64Array(cells + 1)
  const scale = new Float64Array(cells + 1)
  const first = new Uint32Array(cells + 2)
  for (let cell = 0; cell <= cells; cell++) {
    const share = Math.ceil((inCell[cell] as number) / perBucket)
    const from = Math.max(low, leastOf(lowKey + cell * 2 ** shift))
    const perUnit = share / (Math.min(high, leastOf(lowKey + (cell + 1) * 2 ** shift)) - from)
    least[cell] = from
    scale[cell] = perUnit > 0 && perUnit < Infinity ? perUnit : 0
    first[cell + 1] = (first[cell] as number) + (share === 0 ? 0 : share + 1)
  }
  const starts = new Uint32Array((first[cells + 1] as number) + 1)
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (value !== value) continue
    const cell = bucket[i] as number
    const inside = ((value - (least[cell] as number)) * (scale[cell] as number)) | 0
    const own = (first[cell] as number) + inside
    bucket[i] = own
    starts[own] = (starts[own] as number) + 1
  }
  return { bucket, starts: startsOf(starts), exact: false }
}

const number = new Float64Array(1)
const words = new Int32Array(number.buffer)

/** The upper 32 bits of a number, turned so that they rise with it; −0 as 0, so that they tie. */
function rising(bits: number): number {
  const key = bits ^ ((bits >> 31) & 0x7fffffff)
  return key === -1 ? 0 : key
}

function keyOf(value: number): number {
  number[0] = value
  return rising(words[1 - lowWord] as number)
}

/** The least number with this key; NaN beyond the numbers there are. */
function leastOf(key: number): number {
  words[1 - lowWord] = key < 0 ? key ^ 0x7fffffff : key
  words[lowWord] = key < 0 ? -1 : 0
  return key > 0x7fffffff ? NaN : (number[0] as number)
}

/** Sizes become starts, the end of the last behind them. */
function startsOf(sizes: Uint32Array): Uint32Array {
  let start = 0
  for (let b = 0; b < sizes.length; b++) {
    const size = sizes[b] as number
    sizes[b] = start
    start += size
  }
  return sizes
}
