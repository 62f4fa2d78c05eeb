import { centralLetters, greek, isLatin, turkishLetters } from './europe.ts'

/**
 * How much bytes look like text of one script, 0..1; 0 = impossible. The national sets put their everyday characters
 * into blocks of their own, so no list of words is needed:
 * GB 2312 level 1 is B0–D7 (3,755 by sound), Big5 level 1 is A4–C6 (5,401), JIS level 1 is 88–97 in Shift_JIS.
 */
export interface Script {
  readonly label: string // of TextDecoder
  score(bytes: Uint8Array): number
}

export const scripts: readonly Script[] = [
  { label: 'gb18030', score: (bytes) => pairs(bytes, 'gb18030', chinese) },
  { label: 'big5', score: (bytes) => pairs(bytes, 'big5', traditional) },
  { label: 'shift_jis', score: (bytes) => pairs(bytes, 'shift_jis', japanese) },
  { label: 'euc-kr', score: korean },
  { label: 'windows-1251', score: cyrillic },
  { label: 'windows-1252', score: western },
  { label: 'windows-1250', score: (bytes) => beside1252(bytes, centralLetters) },
  { label: 'windows-1253', score: greek },
  { label: 'windows-1254', score: (bytes) => beside1252(bytes, turkishLetters) },
]

type Pair = (lead: number, trail: number) => number // 1 everyday, 0.5 possible, 0 rare

function chinese(lead: number, trail: number): number {
  if (trail < 0xa1) return 0 // the extension of GBK: rare characters
  if (lead >= 0xb0 && lead <= 0xd7) return 1
  if (lead >= 0xa1 && lead <= 0xa3) return 1 // punctuation and full-width forms
  return lead >= 0xd8 && lead <= 0xf7 ? 0.4 : 0
}

/**
 * Hangul stands in B0–C8, where GB 2312 has the characters from a to sh: four tenths of Chinese text lies beyond. What
 * counts are different characters, since a list repeats its words; 客户名称 alone says nothing.
 */
function korean(bytes: Uint8Array): number {
  if (pairs(bytes, 'euc-kr', () => 1) === 0) return 0
  const known = new Set<number>()
  let beyond = 0
  for (let i = 0; i < bytes.length - 1; i++) {
    const lead = bytes[i] as number
    if (lead < 0x81) continue
    const trail = bytes[++i] as number
    if (lead >= 0xa1 && lead <= 0xa3) continue
    const pair = lead * 256 + trail
    if (known.has(pair)) continue
    known.add(pair)
    if (lead < 0xb0 || lead > 0xc8 || trail < 0xa1) beyond++
  }
  if (known.size < 10 || beyond > known.size * 0.02) return 0
  return known.size < 20 ? 1.05 : 1.2
}

/** A page that shares most letters with 1252 is taken where a tenth of the letters are its own. */
function beside1252(bytes: Uint8Array, letters: (bytes: Uint8Array) => number): number {
  const own = letters(bytes)
  return own < 0.1 ? 0 : Math.max(western(bytes), 0.8 + own / 10) + 0.02
}

function traditional(lead: number): number {
  if (lead >= 0xa4 && lead <= 0xc6) return 1
  if (lead >= 0xa1 && lead <= 0xa3) return 1
  return lead >= 0xc9 && lead <= 0xf9 ? 0.1 : 0
}

function japanese(lead: number): number {
  if (lead >= 0x81 && lead <= 0x83) return 1 // punctuation, full-width forms, kana
  return lead >= 0x88 && lead <= 0x97 ? 1 : 0.2
}

function pairs(bytes: Uint8Array, label: string, everyday: Pair): number {
  const bad = new TextDecoder(label).decode(bytes, { stream: true }).split('\ufffd').length - 1
  let sum = 0
  let count = 0
  for (let i = 0; i < bytes.length - 1; i++) {
    const lead = bytes[i] as number
    if (lead < 0x81) continue
    count++
    // Half-width kana of Shift_JIS stand alone. They are rare in lists and everywhere in misread Chinese.
    if (label === 'shift_jis' && lead >= 0xa0 && lead <= 0xdf) continue
    sum += everyday(lead, bytes[++i] as number)
  }
  if (bad > count / 20) return 0 // one damaged character says nothing, many say that it is another script
  return count === 0 ? 0 : sum / count - (bad > 0 ? damaged : 0)
}

/** What a fault costs a script against one that has none. */
const damaged = 0.2

const high = (byte: number | undefined) => byte !== undefined && byte > 127

/** Words of Cyrillic letters, in which a capital stands only first or among capitals. */
function cyrillic(bytes: Uint8Array): number {
  let good = 0
  let count = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number
    if (byte < 128) continue
    count++
    if (isLatin(bytes[i - 1]) || isLatin(bytes[i + 1])) continue
    const small = byte >= 0xe0 || byte === 0xb8
    const capital = (byte >= 0xc0 && byte < 0xe0) || byte === 0xa8
    const before = bytes[i - 1]
    const afterSmall = before !== undefined && (before >= 0xe0 || before === 0xb8)
    if (small || (capital && !afterSmall)) good++
    else if (byte === 0xa0 || byte === 0xb9) good += 0.5 // no-break space, №
  }
  return count === 0 ? 0 : (good / count) * 0.95
}

/** Accented letters among Latin ones, never more than two in a row. */
function western(bytes: Uint8Array): number {
  let good = 0
  let count = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number
    if (byte < 128) continue
    count++
    const alone = !(high(bytes[i - 1]) && high(bytes[i - 2])) && !high(bytes[i + 1])
    const letter = byte >= 0xc0 && byte !== 0xd7 && byte !== 0xf7
    if (letter && alone && (isLatin(bytes[i - 1]) || isLatin(bytes[i + 1]))) good++
    else if (alone && (byte === 0xa0 || byte === 0x80 || byte === 0x92 || byte === 0xb0)) good++
    else if (alone) good += 0.4
  }
  return count === 0 ? 0 : (good / count) * 0.98
}
