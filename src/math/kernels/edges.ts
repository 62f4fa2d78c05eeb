export const tenths = 1001 // 0.0 … 100.0

/** Which scores are within 1 of a cut-off, by tenth of a point or by finer cells: none, all, or to be asked. */
export interface Edges {
  readonly inside: Uint8Array // 1 where all are
  readonly asked: Uint8Array // 1 where some are
  readonly cutoffs: Float64Array // that are finite
}

export const isNear = (score: number, cutoffs: Float64Array): boolean => {
  for (let at = 0; at < cutoffs.length; at++)
    if (Math.abs(score - (cutoffs[at] as number)) <= 1) return true
  return false
}

/**
 * By `cells` even parts of 0 … 100, the last of which is 100 alone. The score ↦ its cell is monotone, so only the cells of the
 * outermost near scores are not one or the other throughout.
 */
export function edgesOf(cutoffs: Float64Array, cells = tenths): Edges {
  const same = last?.cells === cells && isSame(last.cutoffs, cutoffs)
  if (!last || !same) last = { cutoffs: cutoffs.slice(), cells, edges: madeOf(cutoffs, cells) }
  return last.edges
}

// cut-offs stay while a weight is dragged
let last: { cutoffs: Float64Array; cells: number; edges: Edges } | null = null

const isSame = (a: Float64Array, b: Float64Array): boolean =>
  a.length === b.length && a.every((each, at) => Object.is(each, b[at]))

function madeOf(cutoffs: Float64Array, cells: number): Edges {
  const inside = new Uint8Array(cells)
  const asked = new Uint8Array(cells)
  const cellOf = (score: number): number => Math.floor(score * ((cells - 1) / 100))
  const within = cutoffs.filter((cutoff) => cutoff >= -1 && cutoff <= 101)
  for (let at = 0; at < within.length; at++) {
    const cutoff = within.subarray(at, at + 1)
    const near = (score: number) => isNear(score, cutoff)
    const own = Math.max(0, cutoff[0] as number)
    const [far, low] = near(0) ? [-1, 0] : border(0, own, near)
    const [high, beyond] = border(own, own + 2, near)
    inside.fill(1, cellOf(low), cellOf(high) + 1)
    if (cellOf(low) === cellOf(far)) asked[cellOf(low)] = 1
    if (cellOf(high) === cellOf(beyond) && high <= 100) asked[cellOf(high)] = 1
  }
  for (let cell = 0; cell < cells; cell++) if (asked[cell] === 1) inside[cell] = 0
  return { inside, asked, cutoffs: within }
}

/** Two numbers beside one another, from 0 on, between which it changes whether they are near, as differences are rounded. */
function border(from: number, to: number, near: (score: number) => boolean): [number, number] {
  const isFirst = near(from)
  let [low, high] = [ordinalOf(from), ordinalOf(to)]
  while (high - low > 1n) {
    const middle = (low + high) / 2n
    if (near(numberAt(middle)) === isFirst) low = middle
    else high = middle
  }
  return [numberAt(low), numberAt(high)]
}

// float64 from 0 on rise with their bits
const number = new Float64Array(1)
const bits = new BigInt64Array(number.buffer)
function ordinalOf(x: number): bigint {
  number[0] = x
  return bits[0] as bigint
}
function numberAt(ordinal: bigint): number {
  bits[0] = ordinal
  return number[0] as number
}
