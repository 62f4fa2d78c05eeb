// The Windows pages beside 1252, by the letters that only they have at a byte. They are told apart by a hair, so that
// none of them is ever sure: the preview asks.

/** a to z in either case. */
export const isLatin = (byte: number | undefined) =>
  byte !== undefined && (byte | 32) >= 97 && (byte | 32) <= 122

/** Share of the high bytes that stand in a word of Latin letters and are in `own`; of which `against` speak for others. */
function ownLetters(bytes: Uint8Array, own: string, against: string): number {
  const wanted = bytesOf(own)
  const others = bytesOf(against)
  let high = 0
  let good = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number
    if (byte < 128) continue
    high++
    const inWord = isLatin(bytes[i - 1]) || isLatin(bytes[i + 1])
    if (others.has(byte)) good--
    else if (wanted.has(byte) && inWord) good++
  }
  return high === 0 ? 0 : Math.max(0, good / high)
}

const bytesOf = (hex: string) => new Set(hex.split(' ').map((byte) => parseInt(byte, 16)))

/** Ł ł Ą ą Ż ż Ś ś Ź ź Š š Ž ž Ť ť Ľ ľ: signs, or rare letters, in 1252. è and à would be French or Italian. */
export function centralLetters(bytes: Uint8Array): number {
  return ownLetters(
    bytes,
    '8a 8c 8d 8e 8f 9a 9c 9d 9e 9f a3 a5 af b3 b9 bc be bf',
    'c0 c5 c7 e0 e5 e7',
  )
}

/** ğ ş ı Ğ Ş İ: ð þ ý in 1252, which Icelandic has together with á é í ó ú æ. */
export function turkishLetters(bytes: Uint8Array): number {
  return ownLetters(bytes, 'd0 dd de f0 fd fe', 'c1 c9 cd d3 da c6 e1 e9 ed f3 fa e6')
}

/** Words of Greek letters, each with at most one accent; in 1251 accented ones would be capitals inside of words. */
export function greek(bytes: Uint8Array): number {
  let good = 0
  let count = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number
    if (byte < 128) continue
    count++
    if (isLatin(bytes[i - 1]) || isLatin(bytes[i + 1])) continue
    if (byte === 0xd2 || byte === 0xff || byte === 0xe0)
      good -= 2 // none, or next to none; в а я in 1251
    else if (byte >= 0xc1 || byte === 0xa2 || (byte >= 0xb8 && byte <= 0xbf && byte !== 0xbb))
      good++
  }
  return count === 0 ? 0 : Math.max(0, good / count) * 0.95
}
