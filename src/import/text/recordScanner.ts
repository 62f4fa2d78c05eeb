import { hashOf, hashStart, hashWith } from './textHash.ts'

const quote = 0x22
const carriageReturn = 0x0d

/** Where the fields of one record stand in a text. */
export interface Fields {
  readonly count: number
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly hashes: Int32Array // of the letters as they stand
  readonly doubled: Uint8Array // 1 = holds "" for "
}

export const odd = -1 // not as RFC 4180 has it
export const unended = -2 // goes on behind the text

/**
 * Cuts records that are as RFC 4180 has them and makes no string: most cells of a list are words that came before. What
 * is odd in any way is left to PapaParse.
 */
export class RecordScanner implements Fields {
  count = 0
  starts = new Int32Array(64)
  ends = new Int32Array(64)
  hashes = new Int32Array(64)
  doubled = new Uint8Array(64)
  readonly #delimiter: number // −1 = more than one letter
  readonly #newline: number

  constructor(delimiter: string, newline: string) {
    const plain = delimiter.length === 1 && !/["\r\n\ufeff]/.test(delimiter)
    this.#delimiter = plain ? delimiter.charCodeAt(0) : -1
    this.#newline = newline.charCodeAt(0)
  }

  /** Reads the record at `from`: the place behind its line end, `odd` or `unended`. Without `more` the text's end ends it. */
  next(text: string, from: number, more: boolean): number {
    const newline = this.#newline
    const delimiter = this.#delimiter
    const { length } = text
    if (delimiter < 0) return odd
    let at = from
    for (this.count = 0; ; at++) {
      if (this.count === this.starts.length) this.#grow()
      let hash = hashStart
      let start = at
      let end: number
      let letter = at < length ? text.charCodeAt(at) : newline
      if (letter === quote) {
        let doubled = 0
        start++
        for (at++; ; at++) {
          if (at >= length) return more ? unended : odd
          letter = text.charCodeAt(at)
          if (letter === quote) {
            if (text.charCodeAt(at + 1) !== quote) break // NaN behind the end
            doubled = 1
            hash = hashWith(hash, letter)
            at++
          }
          hash = hashWith(hash, letter)
        }
        end = at++
        letter = at < length ? text.charCodeAt(at) : newline
        if (letter === carriageReturn && letter !== newline) {
          at++
          letter = at < length ? text.charCodeAt(at) : newline
          if (letter !== newline) return odd
        }
        if (letter !== delimiter && letter !== newline) return odd
        this.doubled[this.count] = doubled
      } else {
        while (letter !== delimiter && letter !== newline) {
          hash = hashWith(hash, letter)
          at++
          letter = at < length ? text.charCodeAt(at) : newline
        }
        end = at
        if (letter === newline && end > start && text.charCodeAt(end - 1) === carriageReturn)
          hash = hashOf(text, start, --end)
        this.doubled[this.count] = 0
      }
      if (at >= length && more) return unended
      this.starts[this.count] = start
      this.ends[this.count] = end
      this.hashes[this.count] = hash
      this.count++
      if (letter === newline) return Math.min(at + 1, length)
    }
  }

  #grow(): void {
    this.starts = grown(this.starts, new Int32Array(this.starts.length * 2))
    this.ends = grown(this.ends, new Int32Array(this.ends.length * 2))
    this.hashes = grown(this.hashes, new Int32Array(this.hashes.length * 2))
    this.doubled = grown(this.doubled, new Uint8Array(this.doubled.length * 2))
  }
}

function grown<A extends Int32Array | Uint8Array>(from: A, to: A): A {
  to.set(from)
  return to
}
