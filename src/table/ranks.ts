import type { Steps } from '../core/steps.ts'
import { sortWithOrder } from '../math/sortOrder.ts'
import type { Column } from './column.ts'
import { rankTexts } from './textRanks.ts'

/** Place of each row among the different values: 1 = the smallest … `most`; 0 = missing. */
export interface Ranks {
  readonly places: Uint32Array // by row id
  readonly most: number
}

const known = new WeakMap<Column, Ranks>()

/**
 * Numbers and dates by size, no before yes, words in dictionary order. Kept as long as the column lives: 4 bytes a row for each
 * column that was sorted by.
 */
export function* rankColumn(column: Column): Steps<Ranks> {
  const before = known.get(column)
  if (before) return before
  const ranks = yield* ranked(column)
  known.set(column, ranks)
  return ranks
}

function* ranked(column: Column): Steps<Ranks> {
  switch (column.type) {
    case 'number':
    case 'date':
      return rankNumbers(column.values)
    case 'boolean':
      return { places: Uint32Array.from(column.values, (value) => (value + 1) % 3), most: 2 }
    case 'category':
    case 'text':
      return yield* rankTexts(column)
  }
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
