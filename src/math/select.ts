const bins = 4096

/**
 * The k-th smallest value (from 0) without sorting all: a histogram finds the bin that holds it, then only that bin is
 * looked at, again by histogram while it is crowded. `values` holds no NaN. NaN where k is out of range.
 */
export function select(values: Float64Array, k: number): number {
  if (!(k >= 0 && k < values.length)) return NaN
  let rest = values
  let at = k
  const counts = new Uint32Array(bins)
  while (rest.length > bins) {
    const [low, high] = range(rest)
    const scale = (bins - 1) / (high - low)
    if (low === high || !Number.isFinite(scale) || scale === 0) break
    counts.fill(0)
    for (let i = 0; i < rest.length; i++) {
      const bin = (((rest[i] as number) - low) * scale) | 0
      counts[bin] = (counts[bin] as number) + 1
    }
    let bin = 0
    while (at >= (counts[bin] as number)) at -= counts[bin++] as number
    const inside = new Float64Array(counts[bin] as number)
    let next = 0
    for (let i = 0; i < rest.length; i++) {
      const value = rest[i] as number
      if ((((value - low) * scale) | 0) === bin) inside[next++] = value
    }
    rest = inside
  }
  const first = rest[0] as number
  return rest.every((value) => value === first) ? first : (rest.slice().sort()[at] as number)
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
