import type { Steps } from '../core/steps.ts'
import { matchForm } from './parse/normalise.ts'

/** Texts as rows of numbers that compare one by one as the collator would compare the texts. */
export interface Spelling {
  readonly count: number
  readonly letters: Uint16Array // 1 … radix − 1
  readonly starts: Uint32Array // of each text in `letters`; count + 1
  readonly radix: number
  readonly perWord: number // letters that a double holds exactly
}

type Read = (from: number, to: number, visit: (text: string, at: number) => void) => void

const collator = new Intl.Collator('zh-u-co-pinyin', { numeric: true, sensitivity: 'base' })
const digits = 10 // codes 1 … 10; they follow a length, so that they meet no other letters
const longestNumber = 64
const block = 8192 // texts between yields

/**
 * The collator orders the few thousand different characters once, instead of a million texts again and again. Signs come before
 * numbers, numbers before letters; a number begins with its length, without leading zeros.
 */
export function* spell(count: number, read: Read): Steps<Spelling> {
  const { places, starts, characters } = yield* collect(count, read)
  const { codes, numbers, radix } = alphabet(characters)
  const zero = characters.indexOf('0') // the first of ten in a row
  const letters = new Letters(places.length)
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
      for (; at < to; at++) letters.push((places[at] as number) - zero + 1)
    }
    ends[text + 1] = letters.length
    if (text % block === 0) yield
  }
  const perWord = Math.max(1, Math.floor(53 / Math.log2(radix)))
  return { count, letters: letters.all, starts: ends, radix, perWord }
}

/** Each text's characters as places in a list of all different ones. */
function* collect(count: number, read: Read) {
  const characters = [...'0123456789']
  const byUnit = new Int32Array(65_536).fill(-1)
  const byPair = new Map<string, number>()
  characters.forEach((digit, place) => (byUnit[digit.charCodeAt(0)] = place))
  const letters = new Letters(count * 4)
  const starts = new Uint32Array(count + 1)
  const visit = (text: string, at: number) => {
    const form = matchForm(text)
    for (let unit = 0; unit < form.length; unit++) {
      const code = form.charCodeAt(unit)
      const isPair = code >= 0xd800 && code < 0xdc00 && unit + 1 < form.length
      if (isPair) {
        const pair = form.slice(unit, unit + 2)
        let place = byPair.get(pair)
        if (place === undefined) byPair.set(pair, (place = characters.push(pair) - 1))
        letters.push(place)
        unit++
        continue
      }
      let place = byUnit[code] as number
      if (place < 0) byUnit[code] = place = characters.push(String.fromCharCode(code)) - 1
      letters.push(place)
    }
    starts[at + 1] = letters.length
  }
  for (let from = 0; from < count; from += block) {
    read(from, Math.min(from + block, count), visit)
    yield
  }
  return { places: letters.all, starts, characters }
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
  return { codes, numbers, radix: Math.max(code, digits) + 1 }
}

/** A list of codes that grows. */
class Letters {
  #codes: Uint16Array
  length = 0
  constructor(expected: number) {
    this.#codes = new Uint16Array(Math.max(16, expected))
  }
  push(code: number): void {
    if (this.length === this.#codes.length) {
      const more = new Uint16Array(this.#codes.length * 2)
      more.set(this.#codes)
      this.#codes = more
    }
    this.#codes[this.length++] = code
  }
  get all(): Uint16Array {
    return this.#codes.subarray(0, this.length)
  }
}
