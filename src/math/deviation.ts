/** Mean and population standard deviation of the present values, in two passes; NaN = missing, in and out. */
export function deviation(values: Float64Array): { readonly mean: number; readonly sd: number } {
  let count = 0
  let sum = 0
  let min = Infinity
  let max = -Infinity
  for (let i = 0; i < values.length; i++) {
    const x = values[i] as number
    if (x !== x) continue
    count++
    sum += x
    if (x < min) min = x
    if (x > max) max = x
  }
  if (count === 0) return { mean: NaN, sd: NaN }
  if (min === max) return { mean: min, sd: 0 } // the sum of equal values may be off by a last bit
  const rough = sum / count
  let rest = 0
  let squares = 0
  for (let i = 0; i < values.length; i++) {
    const x = values[i] as number
    if (x !== x) continue
    const from = x - rough
    rest += from
    squares += from * from
  }
  const off = rest / count // what the sum lost in rounding
  return { mean: rough + off, sd: Math.sqrt(Math.max(0, squares / count - off * off)) }
}
