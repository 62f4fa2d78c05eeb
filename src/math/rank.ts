import { type Sorted, sortWithOrder } from './sortOrder.ts'

/** Ranks ascending from 1, ties share their average; NaN where missing. (scipy `rankdata`, R `rank`.) */
export function averageRanks(column: Float64Array, sorted = sortWithOrder(column)): Float64Array {
  const ranks = new Float64Array(column.length)
  if (sorted.order.length < column.length) ranks.fill(NaN)
  return spread(ranks, sorted)
}

function spread(ranks: Float64Array, { order, values }: Sorted): Float64Array {
  let start = 0
  while (start < values.length) {
    const value = values[start] as number
    let end = start + 1
    while (end < values.length && values[end] === value) end++
    const rank = (start + 1 + end) / 2
    for (let i = start; i < end; i++) ranks[order[i] as number] = rank
    start = end
  }
  return ranks
}
