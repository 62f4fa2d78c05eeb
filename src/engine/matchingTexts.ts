import type { Steps } from '../core/steps.ts'
import { lengthOf } from '../table/cell.ts'
import type { TextColumn } from '../table/column.ts'
import { eachText } from '../table/eachText.ts'
import { once } from './once.ts'

const block = 8192 // texts between yields

/** 1 per word that is such. */
export function* wordsThat(
  words: readonly string[],
  test: (text: string) => boolean,
): Steps<Uint8Array> {
  const hits = new Uint8Array(words.length)
  for (let at = 0; at < words.length; at++) {
    if (test(words[at] as string)) hits[at] = 1
    if (at % block === block - 1) yield
  }
  return hits
}

const known = once((_: TextColumn) => new Map<string, Uint8Array>())

/** 1 per row whose text is such. `key` names the test: kept per column and key, for what is asked again after a change elsewhere. */
export function* textsThat(
  column: TextColumn,
  key: string,
  test: (text: string) => boolean,
): Steps<Uint8Array> {
  const own = known(column)
  const before = own.get(key)
  if (before) return before
  const count = lengthOf(column)
  const hits = new Uint8Array(count)
  for (let from = 0; from < count; from += block) {
    const to = Math.min(from + block, count)
    eachText(column, (text, row) => (hits[row] = test(text) ? 1 : 0), from, to)
    yield
  }
  if (own.size > 4) own.clear()
  own.set(key, hits)
  return hits
}
