import { sortOrder } from './sortOrder.ts'

/** Ranks ascending from 1, ties share their average; NaN where missing. (scipy `rankdata`, R `rank`.) */
export function averageRanks(values: Float64Array, order = sortOrder(values)): Float64Array {
  const ranks = new Float64Array(values.length).fill(NaN)
  let start = 0
  while (start < order.length) {
    const value = values[order[start] as number]
    let end = start + 1
    while (end < order.length && values[order[end] as number] === value) end++
    const rank = (start + 1 + end) / 2
    for (let i = start; i < end; i++) ranks[order[i] as number] = rank
    start = end
  }
  return ranks
}
