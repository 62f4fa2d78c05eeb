import type { Texts } from './cell.ts'
import { textAt } from './cell.ts'
import { matchForm } from './parse/normalise.ts'

/** Each text's characters as places in a list of all different ones: `places` of text i from `starts[i]` to `starts[i + 1]`. */
export interface Characters {
  readonly places: Uint16Array
  readonly starts: Uint32Array // count + 1
  readonly characters: readonly string[] // the ten digits first
}

/** Takes texts one after another, in the form in which they are compared. */
export class TextCollector {
  readonly #characters = [...'0123456789']
  readonly #byUnit = new Int32Array(65_536).fill(-1)
  readonly #byPair = new Map<string, number>()
  readonly #places: Codes
  readonly #starts: Uint32Array

  constructor(count: number) {
    this.#places = new Codes(count * 4)
    this.#starts = new Uint32Array(count + 1)
    this.#characters.forEach((digit, place) => (this.#byUnit[digit.charCodeAt(0)] = place))
  }

  text(text: string, at: number): void {
    const form = matchForm(text)
    for (let unit = 0; unit < form.length; unit++) {
      const code = form.charCodeAt(unit)
      const isPair = code >= 0xd800 && code < 0xdc00 && unit + 1 < form.length
      if (isPair) this.#pair(form.slice(unit, ++unit + 1))
      else this.#unit(code)
    }
    this.#starts[at + 1] = this.#places.length
  }

  /** Rows of a column. Its bytes are read as they stand; only unusual characters need a string. */
  rows(column: Texts, from: number, to: number): void {
    const { bytes, starts, changed } = column
    for (let row = from; row < to; row++) {
      const isPlain =
        !(changed.size > 0 && changed.has(row)) &&
        this.#bytes(bytes, starts[row] as number, starts[row + 1] as number)
      if (isPlain) this.#starts[row + 1] = this.#places.length
      else this.text(textAt(column, row), row)
    }
  }

  finish(): Characters {
    return { places: this.#places.all, starts: this.#starts, characters: this.#characters }
  }

  /**
   * False, and nothing taken, where `matchForm` would do more than leave out blanks, turn capitals and make half-width: what
   * is read here are ASCII, Han characters, common marks of Chinese texts and full-width ASCII.
   */
  #bytes(bytes: Uint8Array, from: number, to: number): boolean {
    const before = this.#places.length
    for (let at = from; at < to;) {
      const first = bytes[at] as number
      let code = first
      if (first < 0x80) at++
      else if ((first & 0xf0) === 0xe0) {
        code =
          ((first & 0x0f) << 12) |
          (((bytes[at + 1] as number) & 0x3f) << 6) |
          ((bytes[at + 2] as number) & 0x3f)
        at += 3
        if (code > 0xff00 && code < 0xff5f) code -= 0xfee0
        else if (code === 0x3000) continue
        else if (!isPlain(code)) return this.#forget(before)
      } else return this.#forget(before)
      if (code <= 0x20 && (code === 0x20 || (code >= 9 && code <= 13))) continue
      this.#unit(code >= 0x41 && code <= 0x5a ? code + 0x20 : code)
    }
    return true
  }

  #forget(before: number): false {
    this.#places.length = before
    return false
  }

  #unit(code: number): void {
    let place = this.#byUnit[code] as number
    if (place < 0) this.#byUnit[code] = place = this.#characters.push(String.fromCharCode(code)) - 1
    this.#places.push(place)
  }

  #pair(pair: string): void {
    let place = this.#byPair.get(pair)
    if (place === undefined) this.#byPair.set(pair, (place = this.#characters.push(pair) - 1))
    this.#places.push(place)
  }
}

/** Han characters, 、。and brackets: the same in NFKC, and in lower case. */
const isPlain = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 0x3001 && code <= 0x3003) ||
  (code >= 0x3008 && code <= 0x301b)

/** A list of codes that grows. */
export class Codes {
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
