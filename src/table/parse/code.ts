import { dayNumber } from './calendar.ts'
import type { Reading } from './reading.ts'
import { readText } from './text.ts'

/** Numbers that only name something: customer numbers, zips, ID cards. Texts; zeros in front stay. */
export const code: Reading = {
  id: 'code',
  type: 'text',
  read: readText,
  write: (value) => (value === null ? '' : String(value)),
}

/** Weights of the 17 digits before the check sign. Source: GB 11643-1999 (ISO 7064, mod 11-2). */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** An ID card number of the People's Republic: a birthday inside and the right check sign. */
export function isIdentityNumber(text: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(text)) return false
  const birth = dayNumber(
    Number(text.slice(6, 10)),
    Number(text.slice(10, 12)),
    Number(text.slice(12, 14)),
  )
  if (birth === null) return false
  const sum = weights.reduce((total, weight, at) => total + weight * Number(text[at]), 0)
  return '10X98765432'[sum % 11] === text[17]?.toUpperCase()
}
