const whole = new WeakMap<Float64Array, boolean>()

/** Whether a column counts whole things: steps in it are then whole too. Looked at once per array. */
export function countsWhole(values: Float64Array): boolean {
  const known = whole.get(values) ?? allWhole(values)
  whole.set(values, known)
  return known
}

function allWhole(values: Float64Array): boolean {
  for (let i = 0; i < values.length; i++) {
    const x = values[i] as number
    if (x === x && !Number.isInteger(x)) return false
  }
  return true
}

/** A thousandth of the range, rounded to a power of ten (1,834 rather than 1,833.3333); at least 1 in whole columns. */
export function stepOf(values: Float64Array, range: number): number {
  const fine = 10 ** (Math.floor(Math.log10(range)) - 3)
  return countsWhole(values) ? Math.max(1, fine) : fine
}

/** The next multiple of `step` from `x` on towards `end`, never past it. */
export function roundTowards(x: number, end: number, step: number): number {
  const steps = x / step
  const near = Math.round(steps)
  // A multiple that differs in the last bits only is that multiple.
  const same = Math.abs(near - steps) < 1e-9
  const count = same ? near : end > x ? Math.ceil(steps) : Math.floor(steps)
  const rounded = step < 1 ? count / Math.round(1 / step) : count * step
  return end > x ? Math.min(rounded, end) : Math.max(rounded, end)
}

/** To two digits, as people write thresholds: 12,731 → 13,000. */
export function roundToTwoDigits(x: number): number {
  return Number(x.toPrecision(2))
}
