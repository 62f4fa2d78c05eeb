/** Codes of texts that stand as bytes in one buffer: each different text once, from 1 on; 0 = no bytes. No string is made. */
export class ByteWords {
  readonly #bytes: Uint8Array
  #count = 1
  #starts = new Uint32Array(1024) // of each code's text
  #sizes = new Uint32Array(1024)
  #hashes = new Uint32Array(1024)
  #slots = new Uint32Array(4096) // codes, by hash; 0 = free

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** One more than the last code. */
  get count(): number {
    return this.#count
  }

  code(from: number, to: number): number {
    if (to <= from) return 0
    const bytes = this.#bytes
    let hash = 0
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193)
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0 // the low bits alone choose the slot
    const mask = this.#slots.length - 1
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const code = this.#slots[slot] as number
      if (code === 0) return this.#add(from, to - from, hash, slot)
      if (this.#hashes[code] === hash && this.#isThat(code, from, to - from)) return code
    }
  }

  #isThat(code: number, from: number, size: number): boolean {
    if (this.#sizes[code] !== size) return false
    const start = this.#starts[code] as number
    for (let at = 0; at < size; at++)
      if (this.#bytes[start + at] !== this.#bytes[from + at]) return false
    return true
  }

  #add(from: number, size: number, hash: number, slot: number): number {
    const code = this.#count++
    if (code === this.#starts.length) {
      this.#starts = doubled(this.#starts)
      this.#sizes = doubled(this.#sizes)
      this.#hashes = doubled(this.#hashes)
    }
    this.#starts[code] = from
    this.#sizes[code] = size
    this.#hashes[code] = hash
    this.#slots[slot] = code
    if (this.#count * 2 > this.#slots.length) this.#spread()
    return code
  }

  #spread(): void {
    const slots = new Uint32Array(this.#slots.length * 4)
    const mask = slots.length - 1
    for (let code = 1; code < this.#count; code++) {
      let slot = (this.#hashes[code] as number) & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = code
    }
    this.#slots = slots
  }
}

function doubled(list: Uint32Array): Uint32Array<ArrayBuffer> {
  const more = new Uint32Array(list.length * 2)
  more.set(list)
  return more
}
