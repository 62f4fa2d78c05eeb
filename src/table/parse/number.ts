import type { Cell, Mark } from '../column.ts'
import type { RawCell } from '../raw.ts'
import { isMissingNumber, missingMarks } from './missing.ts'
import { inUnit } from './duration.ts'
import { exact } from './exact.ts'
import { plain, withoutTextQuote, wordForm } from './normalise.ts'
import { failed, missing, noted, said } from './outcome.ts'
import { perYear } from './period.ts'
import { type Quantity, quantity } from './quantity.ts'
import { opened, rawText } from './rawText.ts'
import type { ReadContext, Reading } from './reading.ts'
import { isTooLarge } from './tooLarge.ts'

const simple = /^-?\d{1,15}(?:\.\d+)?$/

/** Plain numbers: counts, days, points. Currency and percent signs are understood and marked. */
export const number: Reading = {
  id: 'number',
  type: 'number',
  read: (cell, context) =>
    simpleNumber(cell, context) ??
    readQuantity(cell, context, (read, text) => {
      const foreign = read.currency !== null || read.percent
      if (!otherCounter(read, context)) return noteQuantity(read, text, context, foreign)
      const value = inUnit(read.value, read.counter ?? '', context.counter ?? '')
      return noteQuantity(value === null ? read : { ...read, value }, text, context, true)
    }),
  write: (value) => writeNumber(value),
}

/** A counting word that is not the column's: 2个月 among 30天. Lengths of time are turned into the column's. */
export function otherCounter(read: Quantity, context: ReadContext): boolean {
  return read.counter !== null && context.counter !== undefined && read.counter !== context.counter
}

/**
 * The frame that all number readings share: empty, missing and error cells, numbers of a workbook, then the text.
 * `settle` says what the quantity means in this kind of column, `words` what a text without a number does; null = nothing.
 */
export function readQuantity(
  cell: RawCell,
  context: ReadContext,
  settle: (read: Quantity, text: string) => Cell | null,
  words: (text: string, original: string) => Cell | null = () => null,
): Cell {
  const read = readAny(cell, context, settle, words)
  return isTooLarge(read.value) ? failed(rawText(cell)) : read
}

function readAny(
  cell: RawCell,
  context: ReadContext,
  settle: (read: Quantity, text: string) => Cell | null,
  words: (text: string, original: string) => Cell | null,
): Cell {
  if (typeof cell === 'boolean' || (typeof cell === 'object' && cell?.kind === 'date'))
    return failed(rawText(cell))
  if (typeof cell === 'object' && cell?.kind === 'number') return ofWorkbook(cell, settle)
  const original = opened(cell, context)
  if (typeof original !== 'string') return original
  const text = plain(withoutTextQuote(original))
  const own = context.words?.get(wordForm(text))
  if (typeof own === 'number') return noted(own, original)
  const worded = words(text, original)
  if (worded) return worded
  if (isMissingNumber(original)) return missing(original)
  const read = quantity(text, typeof cell === 'number' ? '.' : context.decimal)
  return (read && settle(ofYear(read, context), original)) ?? failed(original)
}

/** 500元/月 as 6,000 a year, where that was decided for the column. */
function ofYear(read: Quantity, { yearly }: ReadContext): Quantity {
  if (!yearly || read.per === null) return read
  return { ...read, value: exact(read.value * perYear[read.per]) }
}

/** The stored value counts; the shown text tells currency and percent sign. */
function ofWorkbook(
  cell: { readonly value: number; readonly text: string },
  settle: (read: Quantity, text: string) => Cell | null,
): Cell {
  if (!Number.isFinite(cell.value)) return failed(cell.text || String(cell.value))
  const stored = quantity(String(cell.value), '.')
  const shown = quantity(plain(cell.text), '.')
  if (!stored) return failed(cell.text)
  const read = {
    ...stored,
    currency: shown?.currency ?? null,
    percent: cell.text.includes('%') || cell.text.includes('％'),
  }
  return settle(read, cell.text || String(cell.value)) ?? failed(cell.text)
}

/** Value with its mark; the original stays where the number alone would say less or something else. */
export function noteQuantity(
  read: Quantity,
  original: string,
  context: ReadContext,
  assumed: boolean,
): Cell {
  const otherRate =
    context.per !== undefined &&
    read.per !== context.per &&
    !(context.yearly && (read.per !== null || context.per === null))
  const mark: Mark = read.range
    ? 'range'
    : read.approximate
      ? 'approximate'
      : assumed || read.assumed || otherRate
        ? 'assumed'
        : 'plain'
  if (mark === 'plain' && !read.spoken && read.per === null) return said(read.value)
  return noted(read.value, original, mark)
}

/** 12400, 1200.5, -3; no exponent for whole numbers. */
export function writeNumber(value: Cell['value']): string {
  if (typeof value !== 'number' || Number.isNaN(value)) return ''
  if (Math.abs(value) >= 1e21 && Number.isFinite(value)) return BigInt(value).toString()
  return value === 0 ? '0' : String(value)
}

/** Most cells of most number columns: no need to look further. */
export function simpleNumber(cell: RawCell, context: ReadContext): Cell | null {
  if (typeof cell !== 'string' || context.per) return null
  if (context.missing !== missingMarks && context.missing.has(cell)) return null
  const value =
    fewDigits(cell, context.decimal) ??
    (context.decimal === '.' && simple.test(cell) ? Number(cell) : null)
  return value === null ? null : said(value === 0 ? 0 : value)
}

const powers = Array.from({ length: 16 }, (_, power) => 10 ** power)

/**
 * -12, 1200.50, 1,200.50: at most 15 digits. Their integer and the power of ten are exact, so that one division rounds as
 * `Number` does (Clinger 1990). Null = anything else.
 */
function fewDigits(text: string, decimal: '.' | ','): number | null {
  const { length } = text
  if (length === 0 || length > 20) return null
  const start = text.charCodeAt(0) === 0x2d ? 1 : 0
  const mark = decimal === '.' ? 0x2e : 0x2c
  const group = 0x2e + 0x2c - mark
  let digits = 0
  let point = -1 // digits before the decimal mark
  let grouped = -1 // digits before the last group
  let value = 0
  for (let at = start; at < length; at++) {
    const letter = text.charCodeAt(at)
    const digit = letter - 0x30
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit
      digits++
    } else if (letter === mark && point < 0 && digits > 0) point = digits
    else if (letter === group && point < 0 && digits > 0) {
      if (grouped < 0 ? digits > 3 || text.charCodeAt(start) === 0x30 : digits - grouped !== 3)
        return null
      grouped = digits
    } else return null
  }
  if (digits === 0 || digits > 15 || digits === point) return null
  if (grouped >= 0 && (point < 0 ? digits : point) - grouped !== 3) return null
  if (point >= 0) value /= powers[digits - point] as number
  return start === 1 ? -value : value
}
