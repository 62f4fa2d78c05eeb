import { crc32 } from 'node:zlib'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { ZipWriter } from '../../../src/export/xlsx/zip.ts'

test('an archive of several parts is read back by fflate, and its checksums are those of zlib', async () => {
  const zip = new ZipWriter()
  const texts: Record<string, string> = { 'empty.xml': '', 'short.xml': '客户', 'long.xml': '' }
  for (let i = 0; i < 60_000; i++) texts['long.xml'] += `<c r="A${i}"/>`
  for (const [name, text] of Object.entries(texts)) {
    const part = zip.open(name)
    for (let at = 0; at < text.length; at += 10_000) {
      part.out.text(text.slice(at, at + 10_000))
      await part.flushIfFull()
    }
    await part.end()
  }
  const archive = Buffer.concat(zip.close())
  const files = unzipSync(archive)
  for (const [name, text] of Object.entries(texts)) {
    expect(strFromU8(files[name] ?? new Uint8Array())).toBe(text)
    // central directory record: signature, … checksum at 16, size at 24, name at 46 (APPNOTE 4.3.12)
    const record = archive.lastIndexOf(name) - 46
    expect(archive.readUInt32LE(record)).toBe(0x02014b50)
    expect(archive.readUInt32LE(record + 16)).toBe(crc32(text))
    expect(archive.readUInt32LE(record + 24)).toBe(Buffer.byteLength(text))
  }
})
