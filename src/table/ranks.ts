import { sortWithOrder } from '../math/sortOrder.ts'

/** Place of each row among the different values: 1 = the smallest … `most`; 0 = missing. */
export interface Ranks {
  readonly places: Uint32Array // by row id
  readonly most: number
}

/** NaN = missing. */
export function rankNumbers(numbers: Float64Array): Ranks {
  const { order, values } = sortWithOrder(numbers)
  const places = new Uint32Array(numbers.length)
  let rank = 0
  let last = NaN
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number
    if (value !== last) rank++
    last = value
    places[order[at] as number] = rank
  }
  return { places, most: rank }
}
