import { plain } from './normalise.ts'
import { noted, said } from './outcome.ts'
import type { Reading } from './reading.ts'
import { readText } from './text.ts'

/** Phone numbers: texts as written; never numbers. */
export const phone: Reading = {
  id: 'phone',
  type: 'text',
  read(cell, context) {
    const read = readText(cell, context)
    if (typeof read.value !== 'string') return read
    // 13800138000.0: what a table of floating-point numbers makes of it
    if (read.value.endsWith('.0') && /^\d{7,15}\.0$/.test(read.value))
      return noted(read.value.slice(0, -2), read.value)
    return isMasked(read.value) ? { ...said(read.value), mark: 'masked' } : read
  },
  write: (value) => (value === null ? '' : String(value)),
}

const masked = /^\+?\d[\d\s()-]*[*x•●·#＊]{2,}[\d\s()*x•●·#＊-]*$/i

/** 138****1234, 138xxxxxx: digits were taken out before we got it. */
export function isMasked(text: string): boolean {
  return masked.test(text)
}

const label = /^(?:tel|phone|mobile|电话|手机|手机号|座机|联系电话)\s*:?\s*(?=[\d+(])/i
const extension = /^(.*\d)\s*(?:转|分机|ext\.?|x|#|-(?=\d{2,5}$)(?<=\d{4}-))\s*(\d{1,6})$/i
const abroad = /^(?:\+|00)86|^86(?=1[3-9]\d{9}$)/

/**
 * The digits that two writings of one number share: 13800138000, 01062345678, with an extension 02162345678-801.
 * Of several numbers in one cell the first. Null: masked, or not a phone number.
 */
export function phoneKey(text: string): string | null {
  const single = keyOf(text)
  if (single !== null || text.length < 12) return single
  const parts = plain(text.replace(/[\r\n]+/g, ';')).split(between)
  if (parts.length < 2) return null
  for (const part of parts) {
    const key = keyOf(part)
    if (key !== null && key.length >= 7) return key
  }
  return null
}

/** Between two numbers: a sign that stands in none, or a blank or dash after the eleven digits of a mobile number. */
const between =
  /\s*(?:(?<=\))\s*(?=(?:\+?86)?1[3-9]\d{9})|[/\\,;、|&]|和|或|(?<=(?<!\d)1[3-9]\d{9})[\s~—–-]+(?=(?:\+?86)?(?:1[3-9]\d{9}|0\d{2,3}[- ]?\d)))\s*/

function keyOf(text: string): string | null {
  if (isMasked(text)) return null
  const form = plain(text)
    .replace(/^'/, '')
    .replace(label, '')
    .replace(/\([^()\d]*\)$|\.0$/, '')
  const parts = extension.exec(form)
  const own = parts && /^\D*0?\d/.test(form) ? mainKey(parts[1] ?? '') : null
  // 021-6234-5678 ends in four digits that are no extension
  if (parts && own !== null && own.length >= 10) return `${own}-${parts[2] ?? ''}`
  return mainKey(form)
}

function mainKey(text: string): string | null {
  const digits = text.replace(/\(0\)/, '').replace(/[\s().-]/g, '')
  if (!/^\+?\d{5,15}$/.test(digits)) return null
  const local = digits.replace(abroad, '')
  if (local === digits || local.length < 7) return digits
  // abroad the 0 of the area code falls away
  return /^(?:1[3-9]\d{9}|0\d+|[48]00\d{7})$/.test(local) ? local : `0${local}`
}
