import { sortWithOrder } from '../math/sortOrder.ts'
import type { RowId } from '../table/column.ts'

/** 1 + customers with a strictly higher score; NaN for the ungraded. */
export function rankOf(score: Float64Array, row: RowId): number {
  const own = score[row] ?? NaN
  if (Number.isNaN(own)) return NaN
  let higher = 0
  for (let i = 0; i < score.length; i++) higher += +((score[i] as number) > own)
  return higher + 1
}

/** The same for all: 1 = best, ties share the best rank, 0 = ungraded. */
export function rankAll(score: Float64Array): Uint32Array {
  const { order, values } = sortWithOrder(score)
  const ranks = new Uint32Array(score.length)
  let rank = 0
  for (let place = order.length - 1; place >= 0; place--) {
    if (values[place] !== values[place + 1]) rank = order.length - place
    ranks[order[place] as number] = rank
  }
  return ranks
}
