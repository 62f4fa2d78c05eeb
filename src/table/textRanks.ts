import type { Steps } from '../core/steps.ts'
import { sortWithOrder } from '../math/sortOrder.ts'
import { sortRun } from '../math/sortRun.ts'
import { lengthOf } from './cell.ts'
import type { CategoryColumn, TextColumn } from './column.ts'
import type { Ranks } from './ranks.ts'
import { spell, type Spelling } from './spelling.ts'

/** In dictionary order: pinyin, digits as numbers, without case and width. */
export function rankTexts(column: CategoryColumn | TextColumn): Steps<Ranks> {
  return column.type === 'category' ? rankCategories(column) : rankEach(column)
}

function* rankEach(column: TextColumn): Steps<Ranks> {
  const spelling = yield* spell(lengthOf(column), (from, to, into) => into.rows(column, from, to))
  return yield* rankSpelled(spelling)
}

/** Tiers whose order was told come first, in it, as A comes before B; then other words. */
function* rankCategories({ codes, dictionary, rules }: CategoryColumn): Steps<Ranks> {
  const spelling = yield* spell(dictionary.length, (from, to, into) => {
    for (let code = from; code < to; code++) into.text(dictionary[code] as string, code)
  })
  const { places, most } = yield* rankSpelled(spelling)
  const tiers = new Map(rules?.tiers?.map((name, at) => [name, at + 1]))
  const rankOf = places.map((rank, code) => {
    const told = tiers.get(dictionary[code] ?? '')
    return told ?? (rank === 0 ? 0 : rank + tiers.size)
  })
  return { places: codes.map((code) => rankOf[code] ?? 0), most: most + tiers.size }
}

const block = 16_384 // texts between yields

/**
 * Sorts by as many letters as fit into a double, then whatever is equal so far by as many of the next, and so on: radix sorts
 * and short runs, no comparison of texts.
 */
function* rankSpelled(spelling: Spelling): Steps<Ranks> {
  const { starts, count } = spelling
  const firsts = new Float64Array(count)
  for (let at = 0; at < count; at++) {
    firsts[at] = starts[at] === starts[at + 1] ? NaN : wordAt(spelling, at, 0)
    if (at % block === 0) yield
  }
  const { order, values } = sortWithOrder(firsts)
  yield
  const begins = new Uint8Array(order.length + 1) // 1 = another text than before
  const isSplit = splitter(values, begins)
  isSplit(0, order.length)
  yield* refine(spelling, order, values, begins, isSplit)
  const places = new Uint32Array(count)
  let most = 0
  for (let at = 0; at < order.length; at++) {
    if (begins[at] === 1) most++
    places[order[at] as number] = most
  }
  return { places, most }
}

function splitter(values: Float64Array, begins: Uint8Array) {
  begins[begins.length - 1] = 1
  return (from: number, to: number) => {
    for (let at = from; at < to; at++)
      if (at === from || values[at] !== values[at - 1]) begins[at] = 1
  }
}

/** Takes apart the runs of texts that are equal so far, word by word. */
function* refine(
  spelling: Spelling,
  order: Uint32Array,
  values: Float64Array,
  begins: Uint8Array,
  split: (from: number, to: number) => void,
): Steps<void> {
  for (let word = 1, isOpen = true; isOpen; word++) {
    isOpen = false
    let done = 0
    for (let from = 0; from < order.length;) {
      let to = from + 1
      while (begins[to] === 0) to++
      if (to - from > 1 && fill(spelling, order, values, from, to, word)) {
        isOpen = true
        sortRun(values, order, from, to)
        split(from, to)
      }
      done += to - from
      from = to
      if (done > block) {
        done = 0
        yield
      }
    }
  }
}

/** False where none of these texts goes on. */
function fill(
  spelling: Spelling,
  order: Uint32Array,
  values: Float64Array,
  from: number,
  to: number,
  word: number,
): boolean {
  let goesOn = false
  for (let at = from; at < to; at++) {
    const value = wordAt(spelling, order[at] as number, word)
    values[at] = value
    goesOn ||= value > 0
  }
  return goesOn
}

/** The letters of one word of a text as a number that orders as they do; 0 = the text has ended before. */
function wordAt({ letters, starts, radix, perWord }: Spelling, text: number, word: number): number {
  const end = starts[text + 1] as number
  let at = (starts[text] as number) + word * perWord
  let value = 0
  for (let left = perWord; left > 0; left--)
    value = value * radix + (at < end ? (letters[at++] as number) : 0)
  return value
}
