import { AppError } from '../../core/error.ts'
import { limits, megabytes } from '../limits.ts'

export interface ZipEntry {
  readonly name: string
  readonly encrypted: boolean
  readonly method: number // 0 stored, 8 deflate
  readonly crc: number
  readonly packed: number // bytes
  readonly size: number // bytes, as promised by the directory
  readonly start: number // of the local header
  readonly from: number // of the packed bytes
}

export const damaged = (why: string) => new AppError('file.damaged', { why })

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
    if (from + wide.packed > bytes.length || !agrees(view, at, wide.local))
      throw damaged('zip.entry')
    entries.push({
      name: name.replaceAll('\\', '/'),
      encrypted: (flags & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: wide.packed,
      size: wide.size,
      start: wide.local,
      from,
    })
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true)
  }
  refuseOverlaps(entries)
  return entries
}

/**
 * Sizes and checksum are told twice. Writers that stream leave zeros in front of the entry (bit 3 of the flags), those of
 * Zip64 all ones.
 */
function agrees(view: DataView, central: number, local: number): boolean {
  return [14, 18, 22].every((field) => {
    const said = view.getUint32(local + field, true)
    return said === 0 || said === 0xffffffff || said === view.getUint32(central + field + 2, true)
  })
}

/** Entries that share bytes grow with the square of the file (Fifield, A better zip bomb, WOOT 2019). */
function refuseOverlaps(entries: readonly ZipEntry[]) {
  let end = 0
  for (const entry of entries.toSorted((a, b) => a.start - b.start)) {
    if (entry.start < end) throw damaged('zip.overlap')
    end = entry.from + entry.packed
  }
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

/** How much a package may hold once it is inflated. */
export interface Caps {
  readonly entry: number // bytes
  readonly total: number
}

/** Refuses what is too much by its own account, before anything is inflated. Throws `file.tooLarge`, `file.password`. */
export function checkPromises(entries: readonly ZipEntry[], caps: Caps): void {
  let total = 0
  for (const { name, encrypted, packed, size } of entries) {
    if (encrypted) throw new AppError('file.password')
    total += size
    if (size > caps.entry || total > caps.total || isBomb(size, packed))
      throw new AppError('file.tooLarge', { what: `${name} > ${megabytes(Math.min(size, total))}` })
  }
}

/** Small XML packs better than any limit: only large parts are asked. */
function isBomb(size: number, packed: number): boolean {
  return size > 2e7 && size / Math.max(1, packed) > limits.zipRatio
}
