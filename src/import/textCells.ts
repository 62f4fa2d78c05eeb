import { CellPacker } from '../table/packedCells.ts'
import type { Cells } from '../table/raw.ts'
import { WordCells } from '../table/wordCells.ts'

const mostWords = 0xffff // that codes of two bytes can name
const trial = 4_096 // cells after which more than half of them different are no words

/** Takes the texts of one column of a file, rows rising; keeps codes of words while texts repeat, else packs them. */
export class TextCells {
  #words: string[] = ['']
  #known = new Map<string, number>()
  #codes: Uint8Array | Uint16Array = new Uint8Array(1024)
  #length = 0
  #filled = 0
  #packer: CellPacker | null = null

  add(row: number, text: string): void {
    if (this.#packer) return addAt(this.#packer, row, text)
    let code = this.#known.get(text)
    if (code === undefined) {
      code = this.#words.length
      if (code > mostWords || (code > trial / 2 && code > this.#filled / 2)) {
        addAt(this.#toPacker(), row, text)
        return
      }
      const word = ownCopy(text)
      this.#known.set(word, code)
      this.#words.push(word)
    }
    this.#room(row, code)
    this.#codes[row] = code
    this.#length = row + 1
    this.#filled++
  }

  finish(): Cells {
    if (this.#packer) return this.#packer.finish()
    return new WordCells(this.#words, this.#codes.slice(0, this.#length))
  }

  #room(row: number, code: number): void {
    const wide = code > 0xff && this.#codes.BYTES_PER_ELEMENT === 1
    if (!wide && row < this.#codes.length) return
    const rows = row < this.#codes.length ? this.#codes.length : row * 2
    const codes =
      wide || this.#codes.BYTES_PER_ELEMENT === 2 ? new Uint16Array(rows) : new Uint8Array(rows)
    codes.set(this.#codes)
    this.#codes = codes
  }

  #toPacker(): CellPacker {
    const packer = new CellPacker()
    for (let row = 0; row < this.#length; row++)
      packer.add(this.#words[this.#codes[row] as number] as string)
    this.#known = new Map()
    this.#words = []
    this.#codes = new Uint8Array(0)
    this.#packer = packer
    return packer
  }
}

function addAt(packer: CellPacker, row: number, text: string): void {
  while (packer.length < row) packer.add('')
  packer.add(text)
}

/** A slice would keep the whole piece of the file alive; V8 slices from 13 characters on. */
function ownCopy(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1)
}
