/** Values that can be held, smallest first: missing or below 0 counts as 0 (spec §4, `valueShare`). */
export function heldValues(values: Float64Array): Float64Array {
  const held = new Float64Array(values.length)
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (value > 0) held[i] = value
  }
  return held.sort()
}
