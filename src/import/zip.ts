import { Inflate } from 'fflate'
import { AppError } from '../core/error.ts'
import type { Job } from '../core/job.ts'
import { limits, megabytes } from './limits.ts'

export interface ZipEntry {
  readonly name: string
  readonly encrypted: boolean
  readonly method: number // 0 stored, 8 deflate
  readonly crc: number
  readonly packed: number // bytes
  readonly size: number // bytes, as promised by the directory
  readonly from: number // of the packed bytes
}

const damaged = (why: string) => new AppError('file.damaged', { why })

/**
 * The directory at the end of a zip file. Format: PKWARE APPNOTE 4.3; Zip64 sizes are read, split archives are not.
 * Throws `file.damaged`.
 */
export function zipEntries(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endRecord(view)
  if (end < 0) throw damaged('zip.end')
  let count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const locator = end - 20
  if (locator >= 0 && view.getUint32(locator, true) === 0x07064b50) {
    const end64 = Number(view.getBigUint64(locator + 8, true))
    if (end64 + 56 > bytes.length) throw damaged('zip.end')
    count = Number(view.getBigUint64(end64 + 32, true))
    at = Number(view.getBigUint64(end64 + 48, true))
  }
  if (count > limits.zipEntries)
    throw new AppError('file.tooLarge', { what: `${count} > ${limits.zipEntries}` })
  const entries: ZipEntry[] = []
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50)
      throw damaged('zip.directory')
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const flags = view.getUint16(at + 8, true)
    const wide = wideSizes(view, at, at + 46 + nameLength, extraLength)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    if (wide.local + 30 > bytes.length || view.getUint32(wide.local, true) !== 0x04034b50)
      throw damaged('zip.entry')
    const from =
      wide.local +
      30 +
      view.getUint16(wide.local + 26, true) +
      view.getUint16(wide.local + 28, true)
    if (from + wide.packed > bytes.length) throw damaged('zip.entry')
    entries.push({
      name: name.replaceAll('\\', '/'),
      encrypted: (flags & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: wide.packed,
      size: wide.size,
      from,
    })
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true)
  }
  return entries
}

function endRecord(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 65_535)
  for (let at = view.byteLength - 22; at >= lowest; at--)
    if (view.getUint32(at, true) === 0x06054b50) return at
  return -1
}

/** Sizes and place of an entry; 0xFFFFFFFF means that the Zip64 extra field has them. */
function wideSizes(view: DataView, at: number, extra: number, extraLength: number) {
  let packed = view.getUint32(at + 20, true)
  let size = view.getUint32(at + 24, true)
  let local = view.getUint32(at + 42, true)
  for (let p = extra; p + 4 <= extra + extraLength && p + 4 <= view.byteLength;) {
    const id = view.getUint16(p, true)
    const length = view.getUint16(p + 2, true)
    if (id === 1 && p + 4 + length <= view.byteLength) {
      let q = p + 4
      const next = () => {
        if (q + 8 > p + 4 + length) throw damaged('zip.directory')
        const value = Number(view.getBigUint64(q, true))
        q += 8
        return value
      }
      if (size === 0xffffffff) size = next()
      if (packed === 0xffffffff) packed = next()
      if (local === 0xffffffff) local = next()
    }
    p += 4 + length
  }
  return { packed, size, local }
}

/**
 * Inflates every part once without keeping it: checksums must hold, and a bomb is refused while it grows. Readers of
 * workbooks check neither (measured: SheetJS takes a flipped bit silently and inflates bombs whole).
 * Throws `file.damaged`, `file.tooLarge`, `file.password`.
 */
export async function checkZip(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  job: Job,
): Promise<void> {
  let total = 0
  for (const entry of entries) {
    if (entry.encrypted) throw new AppError('file.password')
    const { crc, size } = await measure(bytes, entry, limits.zipTotalBytes - total, job)
    if (size !== entry.size || crc !== entry.crc) throw damaged(entry.name)
    total += size
  }
}

async function measure(
  bytes: Uint8Array,
  entry: ZipEntry,
  room: number,
  job: Job,
): Promise<{ crc: number; size: number }> {
  let crc = 0xffffffff
  let size = 0
  const take = (chunk: Uint8Array) => {
    size += chunk.length
    const ratio = size / Math.max(1, entry.packed)
    if (size > limits.zipEntryBytes || size > room || (size > 2e7 && ratio > limits.zipRatio))
      throw new AppError('file.tooLarge', { what: `${entry.name} > ${megabytes(size)}` })
    crc = crc32(chunk, crc)
  }
  const packed = bytes.subarray(entry.from, entry.from + entry.packed)
  const step = 16_384 // deflate grows at most 1,032-fold: 17 MB at a time
  const inflate = entry.method === 8 ? new Inflate(take) : null
  if (!inflate && entry.method !== 0) throw damaged(entry.name)
  for (let at = 0; at < packed.length; at += step) {
    const part = packed.subarray(at, at + step)
    if (inflate) push(inflate, part, at + step >= packed.length, entry.name)
    else take(part)
    await job.checkpoint({ step: 'read', done: entry.from + at, total: bytes.length })
  }
  return { crc: ~crc >>> 0, size }
}

function push(inflate: Inflate, part: Uint8Array, last: boolean, name: string) {
  try {
    inflate.push(part, last)
  } catch (error) {
    if (error instanceof AppError) throw error
    throw damaged(name)
  }
}

/** The content of one small part, as text. */
export function zipText(bytes: Uint8Array, entry: ZipEntry): string {
  const packed = bytes.subarray(entry.from, entry.from + entry.packed)
  if (entry.method === 0) return new TextDecoder().decode(packed)
  const decoder = new TextDecoder()
  let text = ''
  const inflate = new Inflate((chunk) => {
    if (text.length < 2 ** 20) text += decoder.decode(chunk, { stream: true })
  })
  push(inflate, packed, true, entry.name)
  return text
}

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})

/** Running CRC-32 (ISO 3309), start with 0xFFFFFFFF and invert at the end. */
function crc32(chunk: Uint8Array, start: number): number {
  let crc = start
  for (let i = 0; i < chunk.length; i++)
    crc = (table[(crc ^ (chunk[i] as number)) & 255] as number) ^ (crc >>> 8)
  return crc
}
