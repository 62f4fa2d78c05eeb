import { bucketsOf } from './buckets.ts'
import { leastRows } from './kernels/room.ts'
import { type Sorted, sortCompiled } from './kernels/sorter.ts'
import { sortRun } from './sortRun.ts'

export type { Sorted }

/**
 * The present values from the smallest to the largest, and where they stood; equal values keep their order. NaN = missing,
 * left out.
 */
export function sortWithOrder(column: Float64Array): Sorted {
  return (column.length < leastRows ? null : sortCompiled(column)) ?? sortInBuckets(column)
}

/**
 * The same in plain code: buckets of a few values each, then each bucket by itself. 50 ms for a million different values where
 * `Float64Array.sort` takes 100 and an index sort with a comparator 400.
 */
export function sortInBuckets(column: Float64Array): Sorted {
  const { bucket, starts, exact } = bucketsOf(column)
  const count = starts[starts.length - 1] as number
  const values = new Float64Array(count)
  const order = new Uint32Array(count)
  // `starts[b + 1]` runs through bucket b while it fills and ends where bucket b ends.
  for (let row = 0; row < column.length; row++) {
    const value = column[row] as number
    if (value !== value) continue
    const at = starts[bucket[row] as number] as number
    starts[bucket[row] as number] = at + 1
    values[at] = value
    order[at] = row
  }
  if (exact) return { order, values }
  let start = 0
  for (let b = 0; b < starts.length - 1; b++) {
    const end = starts[b] as number
    if (end - start > 1) sortRun(values, order, start, end)
    start = end
  }
  return { order, values }
}

/** Only the places. */
export const sortOrder = (values: Float64Array): Uint32Array => sortWithOrder(values).order
