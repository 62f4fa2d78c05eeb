import type { RowId } from '../table/column.ts'

/** 1 + customers with a strictly higher score; NaN for the ungraded. */
export function rankOf(score: Float64Array, row: RowId): number {
  const own = score[row] ?? NaN
  if (Number.isNaN(own)) return NaN
  let higher = 0
  for (let i = 0; i < score.length; i++) higher += +((score[i] as number) > own)
  return higher + 1
}
