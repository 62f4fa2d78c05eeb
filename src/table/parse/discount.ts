import type { Cell } from '../column.ts'
import { exact, shifted } from './exact.ts'
import { noteQuantity, readQuantity, writeNumber } from './number.ts'
import { smallNumber } from './numerals.ts'
import { noted } from './outcome.ts'
import type { Reading } from './reading.ts'

const folded = /^(约|大约)?打?(.+?)折(?:优惠|起|左右)?$/
const half = /^(?:对折|半价|五折)$/
const full = /^(?:无折扣|不打折|原价|全价|无优惠)$/
const off = /^(\d{1,2}(?:\.\d+)?)\s*%\s*off$/i
const between = /^(.+?)折?\s*[-~至到]\s*(.+?)折$/

/** Price factors: 八折 and 80 % are 0.8. */
export const discount: Reading = {
  id: 'discount',
  type: 'number',
  read: (cell, context) =>
    readQuantity(
      cell,
      context,
      (read, text) => {
        if (read.currency !== null || read.counter !== null || read.value < 0) return null
        if (read.percent || read.value <= 1) return noteQuantity(read, text, context, false)
        const value = tenths(read.value)
        return value === null ? null : noted(value, text, 'assumed')
      },
      discountWords,
    ),
  write: (value) => writeNumber(value),
}

/** The factor that a `plain` text says in words; null = none. */
export function discountWords(text: string, original: string): Cell | null {
  if (half.test(text)) return noted(0.5, original)
  if (full.test(text)) return noted(1, original)
  const less = off.exec(text)
  if (less) return noted(exact(1 - Number(less[1]) / 100), original)
  const number = folded.exec(text)?.[2]
  if (number === undefined) return null
  const value = folds(number)
  if (value !== null)
    return noted(value, original, /^大?约|(?:起|左右)$/.test(text) ? 'approximate' : 'plain')
  const ends = between.exec(text)
  const low = folds(ends?.[1] ?? '')
  const high = folds(ends?.[2] ?? '')
  return low !== null && high !== null && low < high
    ? noted(exact((low + high) / 2), original, 'range')
    : null
}

/** 八, 8.5, 85, 九五; 十 is the full price. */
function folds(number: string): number | null {
  const read = smallNumber(number)
  if (read === 10) return 1
  return read === null ? null : tenths(read)
}

/** 8, 8.5 and 85 are eighths of ten, or of a hundred. */
function tenths(value: number): number | null {
  if (value > 0 && value < 10) return shifted(value, -1)
  return value >= 10 && value < 100 ? shifted(value, -2) : null
}
