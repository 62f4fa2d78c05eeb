import type { Mark } from '../column.ts'
import { dayNumber, dayOfIso } from './calendar.ts'
import { relativeDate } from './relativeDate.ts'
import { smallNumber } from './numerals.ts'
import type { ReadContext } from './reading.ts'

export interface DateRead {
  readonly day: number
  readonly mark: Mark
  readonly timed: boolean // a time of day was written too
  /** 'weak': a number that is a date only among dates (45356, 2024, 20240305) or one without its year (3/5). */
  readonly form: 'strong' | 'weak'
  /** What 3/5/2024 tells about the order of its column. */
  readonly order?: 'dmy' | 'mdy' | 'either'
}

const weekday =
  /(?<!上个?|本|这|^)[\s,(]*(?:星期|周|礼拜)[一二三四五六日天]\)?|\s*\([一二三四五六日]\)$|^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+/gi
const time =
  /(?:\s*T|[\s,]+|(?<=日))(?:(?:上午|下午|早上|晚上|中午|凌晨)?\s*\d{1,2}(?::\d{2}){1,2}(?:[.,]\d+)?|(?:上午|下午|早上|晚上|中午|凌晨)?\s*\d{1,2}[时点](?:\d{1,2}分?)?(?:\d{1,2}秒)?)\s*(?:[ap]\.?m\.?)?\s*(?:Z|UTC|GMT|CST)?\s*(?:[+-]\d{2}:?\d{2})?(?:\s*\([^)]*\))?$/i
const zone = /(?<=^\d{4}-\d\d-\d\d)(?:Z|[+-]\d{2}:?\d{2})$/i
const compact = /^(\d{8})(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?$/
export const midnight = /^[\sT,]*0{1,2}(?::00){1,2}(?:\.0+)?$/i

/** The day that a `plain` text says; null = none. Times and zones are left aside: the writer's calendar counts. */
export function readDate(text: string, context: ReadContext): DateRead | null {
  if (text.length > 60) return null
  const clock = time.exec(text)
  const stamp = compact.exec(text)?.[1] // 20240305103000
  const day = stamp ?? (clock ? text.slice(0, clock.index) : text)
  const dateText = day.replace(weekday, '').replace(zone, '').trim()
  const timed = stamp !== undefined || (clock !== null && !midnight.test(clock[0]))
  for (const form of forms) {
    const read = form(dateText, context)
    if (read) return { ...read, timed }
  }
  return null
}

type Read = Omit<DateRead, 'timed'>
type Form = (text: string, context: ReadContext) => Read | null

const strong = (day: number | null, mark: Mark = 'plain'): Read | null =>
  day === null ? null : { day, mark, form: 'strong' }
const weak = (day: number | null, mark: Mark): Read | null =>
  day === null ? null : { day, mark, form: 'weak' }

/** Of days that customers and orders can have. */
export const years = { first: 1800, last: 2200 } as const
const isYear = (year: number) => year >= years.first && year <= years.last
const century = (year: number) => (year >= 100 ? year : year + (year < 70 ? 2000 : 1900))
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthNamed = (name: string) => months.indexOf(name.slice(0, 3).toLowerCase()) + 1
const monthName =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'

function ymd(year: number, month: number, day: number): number | null {
  return isYear(year) ? dayNumber(year, month, day) : null
}

/** 2024/3/5 2024-03-05 2024.3.5 2024年3月5日 24年3月5日 民国113年3月5日 二〇二四年三月五日 */
const yearFirst: Form = (text) => {
  const found =
    /^(\d{4})\s*[-/.年。、_\\ ]\s*(\d{1,2})\s*[-/.月。、_\\ ]\s*(\d{1,2})\s*[日号]?$/.exec(text)
  if (found) return strong(ymd(Number(found[1]), Number(found[2]), Number(found[3])))
  const short = /^(民国|民國)?\s*(\d{2,3})年\s*(\d{1,2})月\s*(\d{1,2})[日号]?$/.exec(text)
  if (short) {
    const [, era, years = '', month, day] = short
    if (era === undefined && years.length > 2) return null // whose years?
    const year = era === undefined ? century(Number(years)) : Number(years) + 1911
    return strong(ymd(year, Number(month), Number(day)))
  }
  const han =
    /^([〇零○一二三四五六七八九]{4}|\d{4})年([一二三四五六七八九十]{1,2}|\d{1,2})月(?:([一二三四五六七八九十]{1,3})[日号])?$/.exec(
      text,
    )
  if (!han || (/^\d/.test(han[2] ?? '') && han[3] === undefined)) return null
  const [year, month] = han.slice(1).map((part) => smallNumber(part ?? '') ?? 0)
  const day = han[3] === undefined ? 1 : (smallNumber(han[3]) ?? 0)
  return strong(ymd(year ?? 0, month ?? 0, day), han[3] === undefined ? 'coarse' : 'plain')
}

/** 2024年3月 2024-03 2024Q1 2024年一季度 2024年上半年 2024年: the first day of it. */
const coarse: Form = (text) => {
  const month = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*(月份?)?(上旬|中旬|下旬)?$/.exec(text)
  if (month) {
    const tenDays = month[4] === '中旬' ? 11 : month[4] === '下旬' ? 21 : 1
    const day = ymd(Number(month[1]), Number(month[2]), tenDays)
    // 2024.03 and 2024.3 are numbers as well
    return /^\d{4}\.\d+$/.test(text) ? weak(day, 'coarse') : strong(day, 'coarse')
  }
  const shortMonth = /^(\d{2})年\s*(\d{1,2})月份?$/.exec(text)
  if (shortMonth)
    return strong(ymd(century(Number(shortMonth[1])), Number(shortMonth[2]), 1), 'coarse')
  const quarter =
    /^(\d{4}|\d\d(?=年?Q))\s*[-年]?\s*(?:Q\s*([1-4])|第?([一二三四1-4])季度?)$/i.exec(text) ??
    /^Q([1-4])[\s-]*()()(\d{4})$/i.exec(text)
  if (quarter) {
    const year = century(Number(quarter[4] ?? quarter[1]))
    const which = quarter[4] ? Number(quarter[1]) : smallNumber(quarter[2] ?? quarter[3] ?? '')
    return strong(ymd(year, ((which ?? 0) - 1) * 3 + 1, 1), 'coarse')
  }
  const half = /^(\d{4})\s*年?\s*(?:([上下])半年|H([12]))$/i.exec(text)
  if (half)
    return strong(ymd(Number(half[1]), half[2] === '下' || half[3] === '2' ? 7 : 1, 1), 'coarse')
  const monthFirst = /^(\d{1,2})\s*[-/.]\s*(\d{4})$/.exec(text)
  if (monthFirst) return weak(ymd(Number(monthFirst[2]), Number(monthFirst[1]), 1), 'coarse')
  const year = /^(\d{4})(年)?$/.exec(text)
  if (!year) return null
  const day = ymd(Number(year[1]), 1, 1)
  return year[2] ? strong(day, 'coarse') : weak(day, 'coarse')
}

/** 3/5/2024 05.03.2024 24/3/5: the column's order decides unless a part says it. */
const yearLast: Form = (text, context) => {
  const found = /^(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{1,2})$/.exec(text)
  if (!found) return null
  const [a, b, c] = [Number(found[1]), Number(found[3]), Number(found[4])]
  const short = (found[4]?.length ?? 0) < 4
  const yearFront =
    found[4]?.length === 1 || (context.dateOrder === 'ymd' && (found[1]?.length ?? 0) === 2)
  if (short && yearFront) {
    const day = ymd(century(a), b, c)
    // 10/05/23 may be all three orders
    if (day !== null && a <= 12) return withOrder(day, 'assumed', 'either')
    if (day !== null) return strong(day, context.dateOrderSure === false ? 'assumed' : 'plain')
  }
  if (found[4]?.length === 1) return null
  const year = century(c)
  if (a > 12) return withOrder(ymd(year, b, a), 'plain', 'dmy')
  if (b > 12) return withOrder(ymd(year, a, b), 'plain', 'mdy')
  const known = context.dateOrder !== 'ymd' && context.dateOrderSure !== false
  const mark = known || a === b ? 'plain' : 'assumed'
  // with points between them Europe writes the day first
  const dayFirst = context.dateOrder === 'dmy' || (!known && found[2] === '.')
  const day = dayFirst ? ymd(year, b, a) : ymd(year, a, b)
  return withOrder(day, mark, 'either')
}

function withOrder(day: number | null, mark: Mark, order: 'dmy' | 'mdy' | 'either'): Read | null {
  const read = strong(day, mark)
  return read && { ...read, order }
}

/** 5-Mar-24, Mar 5, 2024, March 5th 2024, Mar 2024. */
const named: Form = (text) => {
  if (!/[a-z]{3}/i.test(text)) return null
  const dayFirst = new RegExp(
    `^(\\d{1,2})(?:st|nd|rd|th)?[\\s-]*${monthName}[\\s,-]*(\\d{4}|\\d{2})$`,
    'i',
  ).exec(text)
  if (dayFirst)
    return strong(
      ymd(century(Number(dayFirst[3])), monthNamed(dayFirst[2] ?? ''), Number(dayFirst[1])),
    )
  const monthFirst = new RegExp(
    `^${monthName}[\\s-]*(\\d{1,2})(?:st|nd|rd|th)?[\\s,]+(\\d{4})$`,
    'i',
  ).exec(text)
  if (monthFirst)
    return strong(
      ymd(Number(monthFirst[3]), monthNamed(monthFirst[1] ?? ''), Number(monthFirst[2])),
    )
  const yearBefore = new RegExp(
    `^(\\d{4})[\\s-]*${monthName}[\\s-]*(\\d{1,2})(?:st|nd|rd|th)?$`,
    'i',
  ).exec(text)
  if (yearBefore)
    return strong(
      ymd(Number(yearBefore[1]), monthNamed(yearBefore[2] ?? ''), Number(yearBefore[3])),
    )
  const month = new RegExp(`^${monthName}[\\s,'-]*(\\d{4}|\\d{2})$`, 'i').exec(text)
  if (month) return strong(ymd(century(Number(month[2])), monthNamed(month[1] ?? ''), 1), 'coarse')
  return null
}

/** 3月5日, 三月五日, 3月, 3/5, 5-Mar: the year of the as-of date. */
const yearless: Form = (text, context) => {
  const year = Number(context.asOf.slice(0, 4))
  const han =
    /^(\d{1,2}|[一二三四五六七八九十]{1,2})\s*月(?:份|\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*[日号]?)?$/.exec(
      text,
    )
  if (han) {
    const [month, day] = [smallNumber(han[1] ?? '') ?? 0, smallNumber(han[2] ?? '1') ?? 0]
    return (han[2] === undefined ? weak : strong)(ymd(year, month, day), 'assumed')
  }
  const word =
    new RegExp(`^(\\d{1,2})[\\s-]*${monthName}()$`, 'i').exec(text) ??
    new RegExp(`^()${monthName}\\s*(\\d{1,2})(?:st|nd|rd|th)?$`, 'i').exec(text)
  if (word)
    return strong(ymd(year, monthNamed(word[2] ?? ''), Number(word[1] || word[3])), 'assumed')
  const found = /^(\d{1,2})\s*[/-]\s*(\d{1,2})$/.exec(text)
  if (!found) return null
  const [a, b] = [Number(found[1]), Number(found[2])]
  const dayFirst = a > 12 || (b <= 12 && context.dateOrder === 'dmy')
  return weak(dayFirst ? ymd(year, b, a) : ymd(year, a, b), 'assumed')
}

/** 20240305, 202403, a day number of Excel's 1900 system, seconds or milliseconds since 1970. */
const numbers: Form = (text) => {
  if (!/^\d{5,13}(?:\.\d+)?$/.test(text)) return null
  if (/^\d{8}$/.test(text)) {
    const day = ymd(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)))
    if (day !== null) return weak(day, 'plain')
  }
  if (/^(?:19|20)\d{4}$/.test(text)) {
    const day = ymd(Number(text.slice(0, 4)), Number(text.slice(4)), 1)
    if (day !== null) return weak(day, 'coarse')
  }
  const value = Number(text)
  if (value >= 20_000 && value < 90_000) return weak(Math.floor(value) - 25_569, 'assumed')
  if (/^1\d{9}$/.test(text)) return weak(Math.floor(value / 86_400), 'assumed')
  if (/^1\d{12}$/.test(text)) return weak(Math.floor(value / 86_400_000), 'assumed')
  return null
}

const relative: Form = (text, context) => {
  const read = relativeDate(text, dayOfIso(context.asOf))
  return read && strong(read.day, read.mark)
}

const forms: readonly Form[] = [yearFirst, numbers, yearLast, coarse, named, yearless, relative]
