import { sharesOf } from '../math/shares.ts'
import type { Term } from '../scheme/aggregation/aggregation.ts'
import { missingRows } from './missingRows.ts'

/**
 * 1 − missing share ÷ all shares: exactly 1 where all is there and 0 where nothing is; NaN for dead rows. `living` as
 * `livingRows`. Writes `completeness`, as long as the terms' columns.
 */
export function completenessOf(
  terms: readonly Term[],
  living: Uint8Array | null,
  completeness: Float64Array,
): void {
  const shares = sharesOf(terms)
  const total = shares.reduce((sum, share) => sum + share, 0)
  completeness.fill(0)
  terms.forEach(({ present }, at) => {
    const missing = missingRows(present)
    const share = shares[at] as number
    for (let i = 0; i < missing.length; i++) {
      const row = missing[i] as number
      completeness[row] = (completeness[row] as number) + share
    }
  })
  for (let row = 0; row < completeness.length; row++) {
    completeness[row] = total > 0 ? 1 - (completeness[row] as number) / total : 0
  }
  if (living === null) return
  for (let row = 0; row < living.length; row++) if (living[row] === 0) completeness[row] = NaN
}
