import { heldValues } from './held.ts'

/**
 * Share of the total held by the largest 0 %, 1 % … 100 %: 101 points from 0 to 1. Between two customers the curve is
 * straight. All zero where nothing is held.
 */
export function concentration(values: Float64Array): Float64Array {
  const held = heldValues(values).reverse()
  const n = held.length
  const curve = new Float64Array(101)
  const total = held.reduce((sum, value) => sum + value, 0)
  if (total === 0) return curve
  let sum = 0
  let taken = 0
  for (let percent = 1; percent < 100; percent++) {
    const count = (percent * n) / 100
    while (taken < Math.floor(count)) sum += held[taken++] as number
    curve[percent] = (sum + (count - taken) * (held[taken] ?? 0)) / total
  }
  curve[100] = 1
  return curve
}
