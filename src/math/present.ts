/** The values that are there, in their order. NaN = missing. */
export function present(values: Float64Array): Float64Array {
  const count = countPresent(values)
  if (count === values.length) return values
  const found = new Float64Array(count)
  let at = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (value === value) found[at++] = value
  }
  return found
}

export function countPresent(values: Float64Array): number {
  let count = 0
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i])) count++
  return count
}
