/** A stored number rounded to so many digits and held within its limits; null where it is no number. */
export function within(value: unknown, min: number, max: number, digits = 0): number | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return null
  const unit = 10 ** digits
  return Math.min(max, Math.max(min, Math.round(value * unit) / unit))
}
