const encoder = new TextEncoder()

/**
 * UTF-8 gathered in one growing array. Texts of cells are encoded here: they are so short that a call of TextEncoder costs
 * more than their letters do.
 */
export class ByteBuffer {
  #bytes = new Uint8Array(1 << 17)
  #length = 0

  get length(): number {
    return this.#length
  }

  text(text: string): void {
    const bytes = this.#room(3 * text.length) // a UTF-16 unit takes at most three bytes
    let at = this.#length
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      if (unit < 0x80) bytes[at++] = unit
      else if (unit < 0x800) {
        bytes[at++] = 0xc0 | (unit >> 6)
        bytes[at++] = 0x80 | (unit & 63)
      } else if (unit < 0xd800 || unit > 0xdfff) {
        bytes[at++] = 0xe0 | (unit >> 12)
        bytes[at++] = 0x80 | ((unit >> 6) & 63)
        bytes[at++] = 0x80 | (unit & 63)
      } else {
        // a pair, or half of one, which the encoder replaces
        this.#length += encoder.encodeInto(text, bytes.subarray(this.#length)).written
        return
      }
    }
    this.#length = at
  }

  bytes(more: Uint8Array): void {
    this.#room(more.length).set(more, this.#length)
    this.#length += more.length
  }

  /** All that was gathered, as a copy; begins anew. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.#bytes.slice(0, this.#length)
    this.#length = 0
    return taken
  }

  #room(more: number): Uint8Array<ArrayBuffer> {
    const needed = this.#length + more
    if (needed > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(needed, 2 * this.#bytes.length))
      larger.set(this.#bytes.subarray(0, this.#length))
      this.#bytes = larger
    }
    return this.#bytes
  }
}

export const encoded = (text: string): Uint8Array<ArrayBuffer> => encoder.encode(text)
