import { dayNumber } from './calendar.ts'
import { said } from './outcome.ts'
import { isMasked } from './phone.ts'
import type { Reading } from './reading.ts'
import { readText } from './text.ts'

/** Numbers of ID cards and passports: texts; kept whole, shown with their middle covered. */
export const identity: Reading = {
  id: 'identity',
  type: 'text',
  read(cell, context) {
    const read = readText(cell, context)
    const isCovered = typeof read.value === 'string' && isMasked(read.value)
    return isCovered ? { ...said(String(read.value)), mark: 'masked' } : read
  },
  write: (value) => (value === null ? '' : String(value)),
  mask: maskIdentity,
}

const numbers = /[\p{Nd}A-Za-z](?:[ -]?[\p{Nd}A-Za-z]){4,}/gu

/**
 * 110101********1234 of 18 digits, 110101******123 of 15: the birthday and more are covered. Of shorter numbers
 * (passports) two signs stay at each end; two numbers in one cell are covered each. What came covered stays as it is.
 */
export function maskIdentity(text: string): string {
  if (/[*＊•●]{2}/.test(text)) return text
  return text.replace(numbers, (found) => {
    const signs = [...found].filter((sign) => sign !== ' ' && sign !== '-').length
    const [head, tail] = signs >= 18 ? [6, 4] : signs >= 15 ? [6, 3] : [2, 2]
    let seen = 0
    return found.replace(/[^ -]/gu, (sign) => {
      seen++
      return seen <= head || seen > signs - tail ? sign : '*'
    })
  })
}

/** Weights of the 17 digits before the check sign. Source: GB 11643-1999 (ISO 7064, mod 11-2). */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
/** The first two digits: provinces, regions and the 8x of Hong Kong, Macao and Taiwan. Source: GB/T 2260. */
const regions = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/

/**
 * An ID card number of the People's Republic: a region and a birthday inside, and with 18 digits the right check sign;
 * the 15 digits of before 1999 have none and a year of two digits.
 */
export function isIdentityNumber(text: string): boolean {
  if (!regions.test(text)) return false
  if (/^\d{15}$/.test(text)) return isBirthday(`19${text.slice(6, 12)}`)
  if (!/^\d{17}[\dXx]$/.test(text) || !isBirthday(text.slice(6, 14))) return false
  const sum = weights.reduce((total, weight, at) => total + weight * Number(text[at]), 0)
  return '10X98765432'[sum % 11] === text[17]?.toUpperCase()
}

const isBirthday = (digits: string) =>
  dayNumber(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8))) !==
  null
