import type { PackedTexts } from '../engine/views.ts'

type Texts = readonly (readonly string[])[]

/** Texts of a block row by row in one string; rows are of one length. */
export function packTexts(texts: Texts): PackedTexts {
  const packing = new Packing(texts)
  packing.take(texts)
  return packing.finish()
}

/** The same in slices, so that the page goes on. */
export async function packSlowly(texts: Texts): Promise<PackedTexts> {
  const packing = new Packing(texts)
  const rows = Math.max(1, Math.floor(cellsAtOnce / (texts[0]?.length ?? 1)))
  for (let from = 0; from < texts.length; from += rows) {
    if (from > 0) await new Promise((done) => setTimeout(done))
    packing.take(texts.slice(from, from + rows))
  }
  return packing.finish()
}

const cellsAtOnce = 20_000

class Packing {
  readonly #wide: number
  readonly #ends: Uint32Array
  readonly #pieces: string[] = []
  #end = 0
  #at = 0

  constructor(texts: Texts) {
    this.#wide = texts[0]?.length ?? 0
    this.#ends = new Uint32Array(texts.length * this.#wide)
  }

  take(texts: Texts): void {
    this.#pieces.push(texts.map((line) => line.join('')).join(''))
    for (const line of texts)
      for (const text of line) {
        this.#end += text.length
        this.#ends[this.#at++] = this.#end
      }
  }

  finish(): PackedTexts {
    return { wide: this.#wide, joined: this.#pieces.join(''), ends: this.#ends }
  }
}
