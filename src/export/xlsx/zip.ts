/** A ZIP written as a stream: parts are compressed one after another and handed on as they come. */

import { ByteBuffer, encoded } from '../byteBuffer.ts'

const flushAt = 131_072 // bytes gathered before they are compressed
const ahead = 16 // pieces that may wait for the compressor, which works beside this thread

export type Bytes = Uint8Array<ArrayBuffer>

interface Entry {
  readonly name: Bytes
  readonly offset: number
  crc: number
  size: number
  packed: number
}

/** One file inside the archive: gathered in `out`, handed on in pieces, then ended. */
export interface ZipPart {
  readonly out: ByteBuffer
  flushIfFull(): Promise<void> | undefined
  end(): Promise<void>
}

export class ZipWriter {
  readonly parts: Bytes[] = []
  #size = 0
  readonly #entries: Entry[] = []

  #put(bytes: Bytes): void {
    this.#size += bytes.length
    this.parts.push(bytes)
  }

  open(name: string): ZipPart {
    const entry: Entry = {
      name: encoded(name),
      offset: this.#size,
      crc: 0,
      size: 0,
      packed: 0,
    }
    this.#put(localHeader(entry.name))
    this.#entries.push(entry)
    // gzip, not the bare deflate: its trailer holds the checksum, which no loop here needs to count then
    const stream = new CompressionStream('gzip')
    const writer = stream.writable.getWriter()
    const drained = this.#drain(stream.readable, entry)
    const out = new ByteBuffer()
    const waiting: Promise<void>[] = []
    const flush = async () => {
      waiting.push(writer.write(out.take()))
      if (waiting.length > ahead) await waiting.shift()
    }
    return {
      out,
      flushIfFull: () => (out.length > flushAt ? flush() : undefined),
      end: async () => {
        if (out.length > 0) await flush()
        await Promise.all(waiting)
        await writer.close()
        await drained
        this.#put(dataDescriptor(entry))
      },
    }
  }

  async file(name: string, text: string): Promise<void> {
    const part = this.open(name)
    part.out.text(text)
    await part.end()
  }

  close(): readonly Bytes[] {
    const start = this.#size
    for (const entry of this.#entries) this.#put(directoryRecord(entry))
    this.#put(endRecord(this.#entries.length, this.#size - start, start))
    return this.parts
  }

  /** Unwraps gzip (RFC 1952): a head of ten bytes without options, deflated data, checksum and size. */
  async #drain(readable: ReadableStream<Uint8Array>, entry: Entry): Promise<void> {
    const reader = readable.getReader()
    let skip = gzipHead
    let tail: Bytes = new Uint8Array(0)
    for (;;) {
      const { value, done } = await reader.read()
      if (done) break
      const skipped = Math.min(skip, value.length)
      skip -= skipped
      const held = joined(tail, value.subarray(skipped))
      const ready = Math.max(0, held.length - gzipTail)
      entry.packed += ready
      this.#put(held.subarray(0, ready))
      tail = held.slice(ready)
    }
    const trailer = new DataView(tail.buffer)
    entry.crc = trailer.getUint32(0, true)
    entry.size = trailer.getUint32(4, true)
  }
}

const gzipHead = 10
const gzipTail = 8

function joined(first: Bytes, second: Uint8Array): Bytes {
  const all = new Uint8Array(first.length + second.length)
  all.set(first)
  all.set(second, first.length)
  return all
}

// Field layout: APPNOTE.TXT 6.3 §4.3. Sizes follow the data (bit 3), names are UTF-8 (bit 11).
const flags = 0x0808
const dosDate = 0x21 // 1980-01-01: no clock in the file

function localHeader(name: Bytes): Bytes {
  const bytes = new Uint8Array(30 + name.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, 0x04034b50, true)
  view.setUint16(4, 20, true)
  view.setUint16(6, flags, true)
  view.setUint16(8, 8, true)
  view.setUint16(12, dosDate, true)
  view.setUint16(26, name.length, true)
  bytes.set(name, 30)
  return bytes
}

function dataDescriptor(entry: Entry): Bytes {
  const bytes = new Uint8Array(16)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, 0x08074b50, true)
  view.setUint32(4, entry.crc, true)
  view.setUint32(8, entry.packed, true)
  view.setUint32(12, entry.size, true)
  return bytes
}

function directoryRecord(entry: Entry): Bytes {
  const bytes = new Uint8Array(46 + entry.name.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, 0x02014b50, true)
  view.setUint16(4, 20, true)
  view.setUint16(6, 20, true)
  view.setUint16(8, flags, true)
  view.setUint16(10, 8, true)
  view.setUint16(14, dosDate, true)
  view.setUint32(16, entry.crc, true)
  view.setUint32(20, entry.packed, true)
  view.setUint32(24, entry.size, true)
  view.setUint16(28, entry.name.length, true)
  view.setUint32(42, entry.offset, true)
  bytes.set(entry.name, 46)
  return bytes
}

function endRecord(count: number, size: number, offset: number): Bytes {
  const bytes = new Uint8Array(22)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, 0x06054b50, true)
  view.setUint16(8, count, true)
  view.setUint16(10, count, true)
  view.setUint32(12, size, true)
  view.setUint32(16, offset, true)
  return bytes
}
