import type { Steps } from '../core/steps.ts'
import type { Column } from './column.ts'
import { rankNumbers, type Ranks } from './ranks.ts'
import { rankTexts } from './textRanks.ts'

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
      return { places: new Uint32Array(column.values).map((value) => (value + 1) % 3), most: 2 }
    case 'category':
    case 'text':
      return yield* rankTexts(column)
  }
}
