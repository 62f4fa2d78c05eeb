import type { Cell } from '../column.ts'
import { exact, shifted, timesHundred } from './exact.ts'
import { noteQuantity, readQuantity } from './number.ts'
import { smallNumber } from './numerals.ts'
import { noted } from './outcome.ts'
import type { Quantity } from './quantity.ts'
import type { ReadContext, Reading } from './reading.ts'

/** Shares, stored as fractions: 12% is 0.12. */
export const percent: Reading = {
  id: 'percent',
  type: 'number',
  read: (cell, context) =>
    readQuantity(
      cell,
      context,
      (read, text) => {
        if (read.currency !== null || read.counter !== null) return null
        if (read.percent) return noteQuantity(read, text, context, false)
        const value = bareShare(read, context)
        return noteQuantity({ ...read, value }, text, context, !context.percentColumn?.sure)
      },
      shareWords,
    ),
  write: (value) => (typeof value === 'number' ? `${timesHundred(value)}%` : ''),
}

/** Without a column's rule as Excel does in cells formatted as percent: 0.12 and 12 are both 12 %. */
function bareShare(read: Quantity, context: ReadContext): number {
  const fraction = context.percentColumn
    ? context.percentColumn.bare === 'fraction'
    : Math.abs(read.value) < 1
  return fraction ? read.value : shifted(read.value, -2)
}

/** 三成 is 0.3, 三成五 and 三成半 are 0.35; 三分之一 is a third. Null = no such words. */
function shareWords(text: string, original: string): Cell | null {
  const tenths = /^([\d一二两三四五六七八九十]+)成(?:([1-9一二三四五六七八九])|(半))?$/.exec(text)
  const parts = /^([\d一二三四五六七八九十]{2,3}|[\d一二三四五六七八九])分之(.{1,3})$/.exec(text)
  const first = smallNumber((tenths ?? parts)?.[1] ?? '')
  if (first === null) return null
  if (tenths) {
    const rest = tenths[3] === undefined ? smallNumber(tenths[2] ?? '0') : 5
    return rest === null ? null : noted(exact(first / 10 + rest / 100), original)
  }
  const above = smallNumber(parts?.[2] ?? '')
  return above === null || first === 0 || above > first
    ? null
    : noted(exact(above / first), original)
}
