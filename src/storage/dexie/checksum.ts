type Bytes = Uint8Array | Uint16Array | Uint32Array | Float64Array

/**
 * 53-bit checksum of typed arrays, to find damaged and unchanged chunks; no protection against intent.
 * cyrb53 (bryc, public domain) over 32-bit words, with each array's length mixed in.
 */
export function checksum(arrays: readonly Bytes[]): number {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  const mix = (word: number) => {
    a = Math.imul(a ^ word, 2654435761)
    b = Math.imul(b ^ word, 1597334677)
    a ^= a >>> 15 // so that high bits reach low ones: words differ mostly in their high bits in doubles
    b ^= b >>> 13
  }
  for (const array of arrays) {
    const words = array.byteLength >> 2
    const whole = aligned(array)
    const view = new Uint32Array(whole.buffer, whole.byteOffset, words)
    for (const word of view) mix(word)
    for (let i = words * 4; i < whole.length; i++) mix(whole[i] ?? 0)
    mix(array.byteLength)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return 4294967296 * (2097151 & b) + (a >>> 0)
}

/** The array's bytes, starting at a multiple of 4 as a Uint32Array demands. */
function aligned(array: Bytes): Uint8Array {
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
  return bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
}
