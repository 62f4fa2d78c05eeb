import { heldValues } from './held.ts'

/**
 * Gini coefficient: 0 = all hold the same, towards 1 = one holds all; NaN where nothing is held.
 * G = 2·Σ i·xᵢ / (n·Σ xᵢ) − (n + 1)/n on ascending x, i from 1.
 */
export function gini(values: Float64Array): number {
  const held = heldValues(values)
  const n = held.length
  let total = 0
  let weighted = 0
  for (let i = 0; i < n; i++) {
    const value = held[i] as number
    total += value
    weighted += (i + 1) * value
  }
  return total > 0 ? (2 * weighted) / (n * total) - (n + 1) / n : NaN
}
