/**
 * What a compound file (Office 97, or an encrypted Office package) holds, by the names in its directory.
 * Format: MS-CFB 2.6.1: entries of 128 bytes, name in UTF-16LE, its length in bytes at 64, kind at 66.
 */
export function cfbKind(bytes: Uint8Array): 'workbook' | 'document' | 'encrypted' | 'other' {
  const names = new Set<string>()
  const decoder = new TextDecoder('utf-16le')
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    const length = (bytes[at + 64] ?? 0) + ((bytes[at + 65] ?? 0) << 8)
    const kind = bytes[at + 66] ?? 0
    if (length < 4 || length > 64 || length % 2 === 1 || kind < 1 || kind > 5) continue
    const name = decoder.decode(bytes.subarray(at, at + length - 2))
    const known = streams.find((stream) => stream.toUpperCase() === name.toUpperCase())
    if (known) names.add(known)
  }
  if (names.has('EncryptedPackage')) return 'encrypted'
  if (names.has('Workbook') || names.has('Book')) return 'workbook'
  return names.size > 0 ? 'document' : 'other'
}

/** Of any case: some writers have WORKBOOK (MS-CFB 2.6.4 compares names in capitals). */
const streams: readonly string[] = [
  'EncryptedPackage',
  'Workbook',
  'Book',
  'WordDocument',
  'PowerPoint Document',
  'VisioDocument',
]
