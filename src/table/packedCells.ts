import type { Cells, RawCell } from './raw.ts'

const rowsPerBlock = 512
const place = rowsPerBlock - 1 // as a mask

interface Block {
  readonly text: string
  readonly ends: Uint32Array // of each text in it
}

/**
 * Cells of many different texts. Some hundred texts are one string: a million strings of their own would take four times
 * the memory and keep the pieces of the file alive that they were cut from.
 */
class PackedCells implements Cells {
  readonly length: number
  readonly #blocks: readonly Block[]

  constructor(blocks: readonly Block[], length: number) {
    this.#blocks = blocks
    this.length = length
  }

  at(row: number): RawCell {
    const block = this.#blocks[Math.floor(row / rowsPerBlock)]
    if (!block) return null
    const at = row & place
    const start = at === 0 ? 0 : (block.ends[at - 1] as number)
    const end = block.ends[at] ?? start
    return start === end ? null : block.text.slice(start, end)
  }
}

/** Takes the texts of a column from top to bottom; '' = empty. */
export class CellPacker {
  readonly #blocks: Block[] = []
  #texts: string[] = []

  get length(): number {
    return this.#blocks.length * rowsPerBlock + this.#texts.length
  }

  add(text: string): void {
    this.#texts.push(text)
    if (this.#texts.length === rowsPerBlock) this.#pack()
  }

  finish(): PackedCells {
    const { length } = this
    if (this.#texts.length > 0) this.#pack()
    return new PackedCells(this.#blocks, length)
  }

  #pack(): void {
    const ends = new Uint32Array(this.#texts.length)
    let end = 0
    for (let at = 0; at < ends.length; at++) ends[at] = end += (this.#texts[at] as string).length
    this.#blocks.push({ text: this.#texts.join(''), ends })
    this.#texts = []
  }
}
