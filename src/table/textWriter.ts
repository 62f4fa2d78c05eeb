import type { RowId } from './column.ts'

const encoder = new TextEncoder()

/** Writes texts one after another as UTF-8 with their offsets: the body of a text column. */
export class TextWriter {
  readonly #starts: Uint32Array
  #bytes: Uint8Array
  #row = 0
  #end = 0

  constructor(count: number) {
    this.#starts = new Uint32Array(count + 1)
    this.#bytes = new Uint8Array(Math.max(64, count * 12))
  }

  add(text: string) {
    // three bytes hold any UTF-16 unit
    if (this.#end + text.length * 3 > this.#bytes.length) this.#grow(text.length * 3)
    this.#end += text.length < 24 ? this.#short(text) : this.#encode(text)
    this.#starts[++this.#row] = this.#end
  }

  /** Short texts letter by letter: calling the encoder costs more than they do. */
  #short(text: string): number {
    const bytes = this.#bytes
    let at = this.#end
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      if (unit < 0x80) bytes[at++] = unit
      else if (unit < 0x800 || (unit >= 0xd800 && unit < 0xe000)) return this.#encode(text)
      else {
        bytes[at++] = 0xe0 | (unit >> 12)
        bytes[at++] = 0x80 | ((unit >> 6) & 63)
        bytes[at++] = 0x80 | (unit & 63)
      }
    }
    return at - this.#end
  }

  #encode(text: string): number {
    return encoder.encodeInto(text, this.#bytes.subarray(this.#end)).written
  }

  #grow(by: number) {
    const next = new Uint8Array((this.#bytes.length + by) * 2)
    next.set(this.#bytes.subarray(0, this.#end))
    this.#bytes = next
  }

  finish(): { starts: Uint32Array; bytes: Uint8Array; changed: ReadonlyMap<RowId, string> } {
    return { starts: this.#starts, bytes: this.#bytes.slice(0, this.#end), changed: new Map() }
  }
}
