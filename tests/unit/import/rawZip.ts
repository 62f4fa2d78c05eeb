import { crc32, deflateRawSync } from 'node:zlib'

/** An entry as it is written, honest unless told otherwise. */
export interface RawEntry {
  readonly name: string
  readonly content: Uint8Array
  readonly size?: number // told in the directory and before the entry
  readonly localSize?: number
  readonly crc?: number
  readonly flags?: number
  readonly method?: number
  readonly packed?: Uint8Array
  /** Place of the local header of another entry, whose bytes this one shares. */
  readonly sharedWith?: number
}

/** A zip file (PKWARE APPNOTE 4.3) whose headers may say what they want. */
export function rawZip(entries: readonly RawEntry[]): Uint8Array<ArrayBuffer> {
  const chunks: Buffer[] = []
  const directory: Buffer[] = []
  const starts: number[] = []
  let at = 0
  const add = (chunk: Buffer) => {
    chunks.push(chunk)
    at += chunk.length
  }
  for (const entry of entries) {
    const name = Buffer.from(entry.name)
    const packed = Buffer.from(entry.packed ?? deflateRawSync(entry.content))
    const size = entry.size ?? entry.content.length
    const start = entry.sharedWith === undefined ? at : (starts[entry.sharedWith] ?? 0)
    starts.push(start)
    const facts = Buffer.alloc(22) // flags to length of the name, the same in both headers
    facts.writeUInt16LE(entry.flags ?? 0, 0)
    facts.writeUInt16LE(entry.method ?? 8, 2)
    facts.writeUInt32LE(entry.crc ?? crc32(entry.content), 8)
    facts.writeUInt32LE(packed.length, 12)
    facts.writeUInt32LE(size, 16)
    facts.writeUInt16LE(name.length, 20)
    const local = Buffer.from(facts)
    if (entry.localSize !== undefined) local.writeUInt32LE(entry.localSize, 16)
    if (entry.sharedWith === undefined)
      add(Buffer.concat([Buffer.from('504b03041400', 'hex'), local, Buffer.alloc(2), name, packed]))
    const place = Buffer.alloc(16)
    place.writeUInt32LE(start, 12)
    directory.push(Buffer.concat([Buffer.from('504b010214001400', 'hex'), facts, place, name]))
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...chunks, list, end]))
}
