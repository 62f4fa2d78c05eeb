import { gapsOf } from '../math/kernels/gaps.ts'
import { kernelsOf } from '../math/kernels/room.ts'
import { sharesOf } from '../math/shares.ts'
import type { Term } from '../scheme/aggregation/aggregation.ts'
import { missingRows } from './missingRows.ts'

/**
 * 1 − missing share ÷ all shares: exactly 1 where all is there and 0 where nothing is; NaN for dead rows. `living` as
 * `livingRows`. Writes `completeness`, as long as the terms' columns. True where it is 1 throughout.
 */
export function completenessOf(
  terms: readonly Term[],
  living: Uint8Array | null,
  completeness: Float64Array,
): boolean {
  const shares = sharesOf(terms)
  const total = shares.reduce((sum, share) => sum + share, 0)
  const lists = terms.map(({ present }) => missingRows(present))
  const gaps = gapsOf(lists, completeness.length)
  const isWhole = gaps?.count === 1 && total > 0 && living === null
  if (isWhole && whole.has(completeness)) return true
  whole.delete(completeness)
  if (isWhole || !(total > 0)) completeness.fill(isWhole ? 1 : 0)
  else if (gaps) {
    const table = new Float64Array(gaps.count)
    for (let pattern = 0; pattern < table.length; pattern++) {
      let missing = 0
      for (let at = 0; at < terms.length; at++)
        if (gaps.lacks[pattern * terms.length + at] === 1) missing += shares[at] as number
      table[pattern] = 1 - missing / total
    }
    kernelsOf(completeness).lookUp(gaps.patterns, table, completeness)
  } else addUp(lists, shares, total, completeness)
  if (isWhole) whole.add(completeness)
  if (living === null) return isWhole
  for (let row = 0; row < living.length; row++) if (living[row] === 0) completeness[row] = NaN
  return false
}

/** Arrays that hold 1 throughout: nothing is written while a weight is dragged where nothing is missing. */
const whole = new WeakSet<Float64Array>()

function addUp(
  lists: readonly Uint32Array[],
  shares: Float64Array,
  total: number,
  completeness: Float64Array,
): void {
  completeness.fill(0)
  lists.forEach((rows, at) => {
    const share = shares[at] as number
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number
      completeness[row] = (completeness[row] as number) + share
    }
  })
  for (let row = 0; row < completeness.length; row++)
    completeness[row] = 1 - (completeness[row] as number) / total
}
