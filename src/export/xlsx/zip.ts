/** A ZIP written as a stream: parts are compressed one after another and handed on as they come. */

const encoder = new TextEncoder()
const flushAt = 65_536 // characters gathered before they are compressed

export type Bytes = Uint8Array<ArrayBuffer>

interface Entry {
  readonly name: Bytes
  readonly offset: number
  crc: number
  size: number
  packed: number
}

const crcTable = (() => {
  const table = new Int32Array(256)
  for (let byte = 0; byte < 256; byte++) {
    let value = byte
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
    table[byte] = value
  }
  return table
})()

function crc32(crc: number, bytes: Uint8Array): number {
  let value = ~crc
  for (let i = 0; i < bytes.length; i++)
    value = (crcTable[(value ^ (bytes[i] as number)) & 255] as number) ^ (value >>> 8)
  return ~value
}

/** One file inside the archive: text is written in pieces, then ended. */
export interface ZipPart {
  write(text: string): Promise<void> | undefined
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
      name: encoder.encode(name),
      offset: this.#size,
      crc: 0,
      size: 0,
      packed: 0,
    }
    this.#put(localHeader(entry.name))
    this.#entries.push(entry)
    const stream = new CompressionStream('deflate-raw')
    const writer = stream.writable.getWriter()
    const drained = this.#drain(stream.readable, entry)
    let text = ''
    const flush = async () => {
      const bytes = encoder.encode(text)
      text = ''
      entry.crc = crc32(entry.crc, bytes)
      entry.size += bytes.length
      await writer.ready
      void writer.write(bytes)
    }
    return {
      write(more) {
        text += more
        return text.length > flushAt ? flush() : undefined
      },
      end: async () => {
        if (text) await flush()
        await writer.close()
        await drained
        this.#put(dataDescriptor(entry))
      },
    }
  }

  async file(name: string, text: string): Promise<void> {
    const part = this.open(name)
    await part.write(text)
    await part.end()
  }

  close(): readonly Bytes[] {
    const start = this.#size
    for (const entry of this.#entries) this.#put(directoryRecord(entry))
    this.#put(endRecord(this.#entries.length, this.#size - start, start))
    return this.parts
  }

  async #drain(readable: ReadableStream<Uint8Array>, entry: Entry): Promise<void> {
    const reader = readable.getReader()
    for (;;) {
      const { value, done } = await reader.read()
      if (done) return
      entry.packed += value.length
      this.#put(value as Bytes)
    }
  }
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
  view.setUint32(4, entry.crc >>> 0, true)
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
  view.setUint32(16, entry.crc >>> 0, true)
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
