import type { Cells, RawCell } from './raw.ts'

/** Cells of few different texts: each text once, a code per cell. Code 0 = empty. */
export class WordCells implements Cells {
  readonly words: readonly string[] // words[0] = ''
  readonly codes: Uint16Array

  constructor(words: readonly string[], codes: Uint16Array) {
    this.words = words
    this.codes = codes
  }

  get length(): number {
    return this.codes.length
  }

  at(row: number): RawCell {
    const code = this.codes[row] ?? 0
    return code === 0 ? null : (this.words[code] ?? null)
  }

  /** The cells of these rows; rows beyond the end are empty. */
  of(rows: Uint32Array): WordCells {
    const codes = this.codes.length
    const first = rows[0] ?? 0
    if (first + rows.length <= codes && rows[rows.length - 1] === first + rows.length - 1)
      return new WordCells(this.words, this.codes.subarray(first, first + rows.length))
    const taken = new Uint16Array(rows.length)
    for (let at = 0; at < rows.length; at++) taken[at] = this.codes[rows[at] as number] ?? 0
    return new WordCells(this.words, taken)
  }
}
