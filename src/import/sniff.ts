import { AppError } from '../core/error.ts'

/** What the first bytes say. A file's name is never asked: lists arrive with any extension. */
export type Format = 'zip' | 'cfb' | 'biff' | 'text'

const pictures: readonly string[] = [
  '89504e470d0a1a0a', // PNG
  'ffd8ff', // JPEG
  '47494638', // GIF
  '424d', // BMP, checked further below
  '49492a00', // TIFF
  '4d4d002a',
  '00000100', // icon
]
const documents: readonly string[] = [
  '25504446', // PDF
  '7b5c727466', // RTF
  '4d494d452d56657273696f6e3a', // MIME-Version: a web archive of Excel, its table packed as mail is
]

/** Throws `file.picture`, `file.document` or `file.notTable` for what can hold no list. */
export function sniff(head: Uint8Array): Format {
  const starts = (hex: string) => hexOf(head, 0, hex.length / 2) === hex
  if (starts('504b0304') || starts('504b0506')) return 'zip'
  if (starts('d0cf11e0a1b11ae1')) return 'cfb'
  if (isBiff(head)) return 'biff'
  if (documents.some(starts)) throw new AppError('file.document')
  if (pictures.some((magic) => starts(magic) && (magic !== '424d' || isBitmap(head))))
    throw new AppError('file.picture')
  const word = latin(head, 4, 8)
  if (latin(head, 0, 4) === 'RIFF' && word.endsWith('WEBP')) throw new AppError('file.picture')
  if (/^ftyp(hei|mif|avi|hev)/.test(word)) throw new AppError('file.picture')
  if (isBinary(head)) throw new AppError('file.notTable')
  return 'text'
}

/** A worksheet of Excel 2 to 4, before compound files: its first record is BOF. */
function isBiff(head: Uint8Array): boolean {
  const [first = 0, version = 0, length = 0, high = 1] = head
  return first === 9 && [0, 2, 4].includes(version) && [4, 6, 8].includes(length) && high === 0
}

/** `BM` also starts words: a bitmap has four reserved zero bytes after its size. */
function isBitmap(head: Uint8Array): boolean {
  return head.length > 14 && hexOf(head, 6, 4) === '00000000'
}

/**
 * Control characters that text does not have. UTF-16 is full of zeros, but on one side only (even or odd places).
 */
function isBinary(head: Uint8Array): boolean {
  if (head[0] === 0xff && head[1] === 0xfe) return false
  if (head[0] === 0xfe && head[1] === 0xff) return false
  if (head[0] === 0x1f && head[1] === 0x8b) return true // gzip
  const zeros = zeroSides(head)
  const sided = Math.max(zeros.even, zeros.odd) / Math.max(1, zeros.even + zeros.odd) > 0.9
  const many = zeros.even + zeros.odd > head.length / 50
  if (many) return !sided
  let controls = 0
  for (const byte of head) if (byte < 32 && ![0, 9, 10, 12, 13, 27].includes(byte)) controls++
  return controls > head.length / 50
}

export function zeroSides(bytes: Uint8Array): { even: number; odd: number } {
  let even = 0
  let odd = 0
  for (let i = 0; i < bytes.length; i++)
    if (bytes[i] === 0) {
      if (i & 1) odd++
      else even++
    }
  return { even, odd }
}

function hexOf(bytes: Uint8Array, from: number, length: number): string {
  return Array.from(bytes.subarray(from, from + length), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}

function latin(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length))
}
