import type { ReadingId } from '../column.ts'

/**
 * A calculated number to the digits that mean something: 5.3%, 55.33, 0.0042. Shares are fractions, so that their third
 * decimal is the first of the percentage.
 */
export function rounded(value: number, reading: ReadingId): number {
  if (Number.isInteger(value)) return value
  if (reading === 'percent') return toDecimals(value, 3)
  if (reading !== 'money' && Math.abs(value) < 0.1) return Number(value.toPrecision(2))
  return toDecimals(value, 2)
}

const toDecimals = (value: number, digits: number) => Number(value.toFixed(digits))
