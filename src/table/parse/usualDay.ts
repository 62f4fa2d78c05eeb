import { dayNumber } from './calendar.ts'

const dash = 0x2d
const point = 0x2e
const slash = 0x2f

/**
 * The day of 2024-03-05, 2024/3/5 or 2024.3.5, alone or before a blank and 10:30 or 10:30:05; null = anything else. Without
 * a regular expression: the most usual cells of the columns that take longest.
 */
export function usualDay(text: string): number | null {
  const { length } = text
  const sign = text.charCodeAt(4)
  if (length < 8 || length > 19 || (sign !== dash && sign !== slash && sign !== point)) return null
  const year = digitsAt(text, 0, 4)
  const monthEnd = text.charCodeAt(6) === sign ? 6 : 7
  if (text.charCodeAt(monthEnd) !== sign) return null
  const month = digitsAt(text, 5, monthEnd)
  const dayEnd = isDigit(text.charCodeAt(monthEnd + 2)) ? monthEnd + 3 : monthEnd + 2
  const day = digitsAt(text, monthEnd + 1, dayEnd)
  if (year < 0 || month < 0 || day < 0) return null
  return dayEnd === length || isClock(text, dayEnd) ? dayNumber(year, month, day) : null
}

function isClock(text: string, at: number): boolean {
  const rest = text.length - at
  if ((rest !== 6 && rest !== 9) || text.charCodeAt(at) !== 0x20) return false
  const two = (from: number) => digitsAt(text, from, from + 2) >= 0
  if (!two(at + 1) || text.charCodeAt(at + 3) !== 0x3a || !two(at + 4)) return false
  return rest === 6 || (text.charCodeAt(at + 6) === 0x3a && two(at + 7))
}

/** The digits as a number; −1 = there are others among them. */
function digitsAt(text: string, from: number, to: number): number {
  let value = 0
  for (let at = from; at < to; at++) {
    const letter = text.charCodeAt(at)
    if (!isDigit(letter)) return -1
    value = value * 10 + letter - 0x30
  }
  return value
}

function isDigit(letter: number): boolean {
  return letter >= 0x30 && letter <= 0x39
}
