import type { Cell } from '../column.ts'
import { dayOfIso, isoDay } from './calendar.ts'
import { midnight, readDate, years } from './dateForms.ts'
import { isMissingNumber, missingMarks } from './missing.ts'
import { plain, withoutTextQuote } from './normalise.ts'
import { blank, failed, missing, noted, said } from './outcome.ts'
import { opened, rawText } from './rawText.ts'
import type { ReadContext, Reading } from './reading.ts'
import { usualDay } from './usualDay.ts'

/** Whole days, as the clock of the writer showed them; a time of day stays in the original. */
export const date: Reading = {
  id: 'date',
  type: 'date',
  read(cell, context) {
    if (typeof cell === 'boolean') return failed(rawText(cell))
    if (typeof cell === 'object' && cell?.kind === 'date')
      return ofWorkbook(cell.day, rawText(cell))
    const usual = typeof cell === 'string' ? ofUsual(cell, context) : null
    if (usual) return usual
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

/** 2024-03-05, 2024/3/5, 2024-03-05 10:30: most cells of most columns of days. Null = anything else. */
function ofUsual(text: string, context: ReadContext): Cell | null {
  if (context.words || (context.missing !== missingMarks && context.missing.has(text))) return null
  const day = usualDay(text)
  if (day === null) return null
  if (isFiller(day)) return missing(text)
  if (day < firstDay || day > lastDay) return null
  const clock = text.length > 10 ? text.indexOf(' ') : -1
  return clock < 0 || midnight.test(text.slice(clock)) ? said(day) : noted(day, text)
}

function ofText(original: string, context: ReadContext): Cell {
  const text = plain(withoutTextQuote(original))
  if (/^(?:0000|1900)[-/.]0?[01][-/.]00?$/.test(text) || /^0{4}[-/.]00/.test(text))
    return missing(original)
  const day = usualDay(text)
  if (day !== null && isFiller(day)) return missing(original) // 1753 and 9999 are no years of ours
  const read = readDate(text, context)
  if (!read) return failed(original)
  if (isFiller(read.day)) return missing(original)
  const unsure = read.mark !== 'plain' || read.timed
  return unsure ? noted(read.day, original, read.mark) : said(read.day)
}

const firstDay = dayOfIso(`${years.first}-01-01`)
const lastDay = dayOfIso(`${years.last}-12-31`)

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
