import { largestRemainder } from '../../math/largestRemainder.ts'

/**
 * Shares as weights to 0.1 in the same order. They total 100, unless equal shares would come apart by that: equal weights are
 * worth more than a round total, since only the shares count.
 */
export function roundedWeights(shares: Float64Array): readonly number[] {
  const parts = Array.from(shares, (share) => 100 * share)
  const whole = largestRemainder(parts, 100, 1)
  const apart = parts.some((part, i) =>
    parts.some((other, j) => Math.abs(part - other) < 1e-9 && whole[i] !== whole[j]),
  )
  return apart ? parts.map((part) => Math.round(part * 10) / 10) : whole
}
