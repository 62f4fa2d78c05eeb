/**
 * Numbers that go on: by their step where it is always the same, kept exact in decimals (0.1, 0.2 → 0.3); else along the
 * line of least squares through them, as Excel's fill handle does.
 */
export function linear(values: readonly number[]): (k: number) => number {
  const [first = 0, second = first] = values
  const digits = Math.min(15, Math.max(...values.map(decimals)))
  const scale = 10 ** digits
  const whole = values.map((value) => Math.round(value * scale))
  const start = Math.round(first * scale)
  const step = Math.round(second * scale) - start
  if (whole.every((value, k) => value === start + k * step) && Math.abs(start) < 2 ** 53)
    return (k) => Number(((start + k * step) / scale).toPrecision(15))
  const middle = (values.length - 1) / 2
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  let above = 0
  let below = 0
  values.forEach((value, k) => {
    above += (k - middle) * (value - mean)
    below += (k - middle) ** 2
  })
  const slope = above / below
  return (k) => Number((mean + slope * (k - middle)).toPrecision(15))
}

function decimals(value: number): number {
  const [digits = '', exponent = '0'] = String(value).toLowerCase().split('e')
  return Math.max(0, (digits.split('.')[1]?.length ?? 0) - Number(exponent))
}
