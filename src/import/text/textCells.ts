import { CellPacker } from '../../table/packedCells.ts'
import type { Cells } from '../../table/raw.ts'
import { WordCells } from '../../table/wordCells.ts'
import { hashOf } from './textHash.ts'

const mostWords = 0xffff // that codes of two bytes can name
const trial = 4_096 // cells after which more than half of them different are no words

/** Takes the texts of one column of a file, rows rising; keeps codes of words while texts repeat, else packs them. */
export class TextCells {
  readonly #words: string[] = ['']
  #hashes = new Int32Array(256) // by code
  #slots = new Uint16Array(512) // code by hash, 0 = free
  #codes = new Uint16Array(1024)
  #length = 0
  #filled = 0
  #packer: CellPacker | null = null

  /** The letters from `start` to `end` with their `textHash`; not empty. */
  addPart(row: number, text: string, start: number, end: number, hash: number): void {
    if (this.#packer) return addAt(this.#packer, row, text.slice(start, end))
    let slot = this.#slotOf(hash)
    let code = this.#slots[slot] as number
    while (code !== 0) {
      if (this.#hashes[code] === hash && isPart(this.#words[code] as string, text, start, end))
        break
      slot = (slot + 1) & (this.#slots.length - 1)
      code = this.#slots[slot] as number
    }
    if (code === 0) {
      code = this.#words.length
      if (code > mostWords || (code > trial / 2 && code > this.#filled / 2))
        return addAt(this.#toPacker(), row, text.slice(start, end))
      this.#words.push(ownCopy(text.slice(start, end)))
      this.#slots[slot] = code
      this.#note(code, hash)
    }
    if (row >= this.#codes.length) {
      const codes = new Uint16Array(row * 2)
      codes.set(this.#codes)
      this.#codes = codes
    }
    this.#codes[row] = code
    this.#length = row + 1
    this.#filled++
  }

  add(row: number, text: string): void {
    this.addPart(row, text, 0, text.length, hashOf(text))
  }

  finish(): Cells {
    if (this.#packer) return this.#packer.finish()
    return new WordCells(this.#words, this.#codes.slice(0, this.#length))
  }

  #slotOf(hash: number): number {
    return (hash ^ (hash >>> 15)) & (this.#slots.length - 1)
  }

  /** A new word: its hash, and slots at least half free. */
  #note(code: number, hash: number): void {
    if (code === this.#hashes.length) {
      const hashes = new Int32Array(code * 2)
      hashes.set(this.#hashes)
      this.#hashes = hashes
    }
    this.#hashes[code] = hash
    if (code * 2 < this.#slots.length) return
    this.#slots = new Uint16Array(this.#slots.length * 2)
    for (let each = 1; each <= code; each++) {
      let slot = this.#slotOf(this.#hashes[each] as number)
      while (this.#slots[slot] !== 0) slot = (slot + 1) & (this.#slots.length - 1)
      this.#slots[slot] = each
    }
  }

  #toPacker(): CellPacker {
    const packer = new CellPacker()
    for (let row = 0; row < this.#length; row++)
      packer.add(this.#words[this.#codes[row] as number] as string)
    this.#words.length = 0
    this.#codes = new Uint16Array(0)
    this.#packer = packer
    return packer
  }
}

function addAt(packer: CellPacker, row: number, text: string): void {
  while (packer.length < row) packer.add('')
  packer.add(text)
}

function isPart(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false
  for (let at = 0; at < word.length; at++)
    if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false
  return true
}

/** A slice would keep the whole piece of the file alive; V8 slices from 13 letters on. */
function ownCopy(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1)
}
