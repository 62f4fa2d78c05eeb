import type { Cell } from '../column.ts'
import { dayOfIso, isoDay } from './calendar.ts'
import { isYear, readDate } from './dateForms.ts'
import { isMissingNumber } from './missing.ts'
import { plain, withoutTextQuote } from './normalise.ts'
import { blank, failed, missing, noted, said } from './outcome.ts'
import { opened, rawText } from './rawText.ts'
import type { ReadContext, Reading } from './reading.ts'

const iso = /^\d{4}-\d\d-\d\d$/

/** Whole days, as the clock of the writer showed them; a time of day stays in the original. */
export const date: Reading = {
  id: 'date',
  type: 'date',
  read(cell, context) {
    if (typeof cell === 'boolean') return failed(rawText(cell))
    if (typeof cell === 'object' && cell?.kind === 'date')
      return ofWorkbook(cell.day, rawText(cell))
    const original = opened(cell, context)
    if (typeof original !== 'string') return original
    if (isMissingNumber(original)) return missing(original)
    return ofText(original, context)
  },
  write: (value) => (typeof value === 'number' ? isoDay(value) : ''),
}

function ofWorkbook(day: number, text: string): Cell {
  if (!Number.isFinite(day)) return failed(text)
  const whole = Math.floor(day)
  if (isFiller(whole)) return blank
  return day === whole ? said(whole) : noted(whole, text)
}

function ofText(original: string, context: ReadContext): Cell {
  if (iso.test(original)) {
    const day = dayOfIso(original)
    if (isFiller(day)) return missing(original)
    if (isYear(Number(original.slice(0, 4))) && !Number.isNaN(day)) return said(day)
  }
  const text = plain(withoutTextQuote(original))
  if (/^(?:0000|1900)[-/.]0?[01][-/.]00?$/.test(text) || /^0{4}[-/.]00/.test(text))
    return missing(original)
  const read = readDate(text, context)
  if (!read) return failed(original)
  if (isFiller(read.day)) return missing(original)
  const unsure = read.mark !== 'plain' || read.timed
  return unsure ? noted(read.day, original, read.mark) : said(read.day)
}

/** What systems write where there is no date: 1970, the zero days of Excel and Lotus, the ends of SQL Server and .NET. */
const fillers = new Set(
  [
    '1970-01-01',
    '1899-12-30',
    '1899-12-31',
    '1900-01-01',
    '1753-01-01',
    '0001-01-01',
    '9999-12-31',
  ].map(dayOfIso),
)

function isFiller(day: number): boolean {
  return fillers.has(day)
}
