import { leastRows } from './kernels/room.ts'
import { type Ranked, rankCompiled } from './kernels/sorter.ts'
import { sortInBuckets } from './sortOrder.ts'

/** Ranks ascending from 1, ties share their average; NaN where missing. (scipy `rankdata`, R `rank`.) */
export const averageRanks = (column: Float64Array): Float64Array => sortAndRank(column).ranks

/** The same with the present values in order, for who needs both. */
export function sortAndRank(column: Float64Array): Ranked {
  return (column.length < leastRows ? null : rankCompiled(column)) ?? rankInBuckets(column)
}

/** The same in plain code. */
export function rankInBuckets(column: Float64Array): Ranked {
  const { order, values } = sortInBuckets(column)
  const ranks = new Float64Array(column.length)
  if (order.length < column.length) ranks.fill(NaN)
  let start = 0
  while (start < values.length) {
    const value = values[start] as number
    let end = start + 1
    while (end < values.length && values[end] === value) end++
    const rank = (start + 1 + end) / 2
    for (let i = start; i < end; i++) ranks[order[i] as number] = rank
    start = end
  }
  return { values, ranks }
}
