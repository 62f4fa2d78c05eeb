import { plain } from './normalise.ts'
import { said } from './outcome.ts'
import type { Reading } from './reading.ts'
import { readText } from './text.ts'

/** Phone numbers: texts as written; never numbers. */
export const phone: Reading = {
  id: 'phone',
  type: 'text',
  read(cell, context) {
    const read = readText(cell, context)
    return typeof read.value === 'string' && isMasked(read.value)
      ? { ...said(read.value), mark: 'masked' }
      : read
  },
  write: (value) => (value === null ? '' : String(value)),
}

const masked = /^\+?\d[\d\s()-]*[*x•●#＊]{2,}[\d\s()*x•●#＊-]*$/i

/** 138****1234, 138xxxxxx: digits were taken out before we got it. */
export function isMasked(text: string): boolean {
  return masked.test(text)
}

/** The digits that two writings of one number share: 13800138000, 01062345678. Null: masked, or not a phone number. */
export function phoneKey(text: string): string | null {
  if (isMasked(text)) return null
  const digits = plain(text)
    .replace(/^'/, '')
    .replace(/[\s().-]/g, '')
    .replace(/^(?:\+|00)86(?=\d{7})/, '')
  return /^\+?\d{5,15}$/.test(digits) ? digits : null
}
