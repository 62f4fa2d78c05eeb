import type { Steps } from '../core/steps.ts'
import { Codes, TextCollector } from './textCollector.ts'

/** Texts as rows of numbers that compare one by one as the collator would compare the texts. */
export interface Spelling {
  readonly count: number
  readonly letters: Uint16Array // 1 … radix − 1
  readonly starts: Uint32Array // of each text in `letters`; count + 1
  readonly radix: number
  readonly perWord: number // letters that a double holds exactly
}

/** Gives the texts from a place to another. */
type Read = (from: number, to: number, into: TextCollector) => void

const collator = new Intl.Collator('zh-u-co-pinyin', { numeric: true, sensitivity: 'base' })
const digits = 10
const longestNumber = 64
const block = 8192 // texts between yields

/**
 * The collator orders the few thousand different characters once, instead of a million texts again and again. Signs come before
 * numbers, numbers before letters; a number begins with its length, without leading zeros.
 */
export function* spell(count: number, read: Read): Steps<Spelling> {
  const collector = new TextCollector(count)
  for (let from = 0; from < count; from += block) {
    read(from, Math.min(from + block, count), collector)
    yield
  }
  const { places, starts, characters } = collector.finish()
  const { codes, numbers, radix, together } = alphabet(characters)
  const zero = characters.indexOf('0') // the first of ten in a row
  const letters = new Codes(places.length)
  const ends = new Uint32Array(count + 1)
  for (let text = 0; text < count; text++) {
    const end = starts[text + 1] as number
    for (let at = starts[text] as number; at < end;) {
      const place = places[at] as number
      if (place < zero || place >= zero + digits) {
        letters.push(codes[place] as number)
        at++
        continue
      }
      let to = at + 1
      while (to < end && (places[to] as number) >= zero && (places[to] as number) < zero + digits)
        to++
      while (at < to - 1 && places[at] === zero) at++
      letters.push(numbers + Math.min(to - at, longestNumber) - 1)
      while (at < to) {
        let number = 0
        for (let left = together; left > 0; left--)
          number = number * 10 + (at < to ? (places[at++] as number) - zero : 0)
        letters.push(number + 1)
      }
    }
    ends[text + 1] = letters.length
    if (text % block === 0) yield
  }
  const perWord = Math.max(1, Math.floor(53 / Math.log2(radix)))
  return { count, letters: letters.all, starts: ends, radix, perWord }
}

/** Codes from 1 by the collator; characters that it holds for equal share one. `numbers` = the code of a number of one digit. */
function alphabet(characters: readonly string[]) {
  const others = characters.map((_, place) => place).slice(digits)
  others.sort((a, b) => collator.compare(characters[a] as string, characters[b] as string))
  const codes = new Uint16Array(characters.length)
  let code = 0
  let numbers = 0
  let previous = ''
  for (const place of others) {
    const character = characters[place] as string
    if (numbers === 0 && /\p{L}/u.test(character)) {
      numbers = code + 1
      code += longestNumber
    }
    if (previous === '' || collator.compare(previous, character) !== 0) code++
    previous = character
    codes[place] = Math.min(code, 0xffff)
  }
  if (numbers === 0) {
    numbers = code + 1
    code += longestNumber
  }
  const together = code < 1000 ? 2 : 3 // digits that are one code
  return { codes, numbers, together, radix: Math.max(code, 10 ** together) + 1 }
}
