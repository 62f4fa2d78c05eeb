import { Inflate } from 'fflate'
import { AppError } from '../../core/error.ts'
import type { Job } from '../../core/job.ts'
import { type ZipEntry, damaged } from './zip.ts'

const step = 32_768 // packed bytes: deflate grows at most 1,032-fold, 34 MB at a time

/**
 * Gives the content of one part piece by piece, in one pass: it is refused as soon as it grows beyond the size that the
 * directory promised, and at its end if size or checksum are others. (SheetJS and fflate check neither.)
 * Throws `file.damaged`.
 */
export async function inflate(
  bytes: Uint8Array,
  entry: ZipEntry,
  take: (piece: Uint8Array) => void,
  job: Job,
): Promise<void> {
  let crc = -1
  let size = 0
  const check = (piece: Uint8Array) => {
    size += piece.length
    if (size > entry.size) throw damaged(entry.name)
    crc = crc32(piece, crc)
    take(piece)
  }
  const packed = bytes.subarray(entry.from, entry.from + entry.packed)
  const stream = entry.method === 8 ? new Inflate(check) : null
  if (!stream && entry.method !== 0) throw damaged(entry.name)
  for (let at = 0; at < packed.length; at += step) {
    const part = packed.subarray(at, at + step)
    if (stream) push(stream, part, at + step >= packed.length, entry.name)
    else check(part)
    await job.checkpoint({ step: 'parse', done: entry.from + at, total: bytes.length })
  }
  if (size !== entry.size || ~crc >>> 0 !== entry.crc) throw damaged(entry.name)
}

/** fflate throws errors of its own for what is no deflate. */
function push(stream: Inflate, part: Uint8Array, last: boolean, name: string) {
  try {
    stream.push(part, last)
  } catch (error) {
    if (error instanceof AppError) throw error
    if (error instanceof Error && 'code' in error) throw damaged(name)
    throw error
  }
}

/** Inflates parts without keeping them, for readers that check nothing themselves. Throws `file.damaged`. */
export async function checkParts(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  job: Job,
): Promise<void> {
  for (const entry of entries) await inflate(bytes, entry, () => {}, job)
}

/** The content of one small part. Throws `file.damaged`; `file.tooLarge` above 16 MB. */
export async function partText(bytes: Uint8Array, entry: ZipEntry, job: Job): Promise<string> {
  if (entry.size > 2 ** 24) throw new AppError('file.tooLarge', { what: entry.name })
  const decoder = new TextDecoder()
  let text = ''
  const add = (piece: Uint8Array) => void (text += decoder.decode(piece, { stream: true }))
  await inflate(bytes, entry, add, job)
  return text + decoder.decode()
}

/** Four tables, so that four bytes are taken at once (Intel, slicing-by-4). */
const tables = Array.from({ length: 4 }, () => new Uint32Array(256))
const [first, second, third, fourth] = tables as [
  Uint32Array,
  Uint32Array,
  Uint32Array,
  Uint32Array,
]
for (let n = 0; n < 256; n++) {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  first[n] = c
}
for (let n = 0; n < 256; n++)
  for (let k = 1; k < 4; k++) {
    const before = (tables[k - 1] as Uint32Array)[n] as number
    ;(tables[k] as Uint32Array)[n] = (before >>> 8) ^ (first[before & 255] as number)
  }

/** Running CRC-32 (ISO 3309): starts with −1, the last one is inverted. */
export function crc32(bytes: Uint8Array, start: number): number {
  let crc = start
  let i = 0
  for (const end = bytes.length - 3; i < end; i += 4) {
    crc ^=
      (bytes[i] as number) |
      ((bytes[i + 1] as number) << 8) |
      ((bytes[i + 2] as number) << 16) |
      ((bytes[i + 3] as number) << 24)
    crc =
      (fourth[crc & 255] as number) ^
      (third[(crc >>> 8) & 255] as number) ^
      (second[(crc >>> 16) & 255] as number) ^
      (first[crc >>> 24] as number)
  }
  for (; i < bytes.length; i++)
    crc = (first[(crc ^ (bytes[i] as number)) & 255] as number) ^ (crc >>> 8)
  return crc
}
