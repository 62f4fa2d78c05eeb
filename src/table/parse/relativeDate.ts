import type { Mark } from '../column.ts'
import { calendarDay, dayNumber, daysIn } from './calendar.ts'
import { smallNumber } from './numerals.ts'

const days = new Map([
  ['今天', 0],
  ['今日', 0],
  ['昨天', 1],
  ['昨日', 1],
  ['前天', 2],
  ['大前天', 3],
  ['today', 0],
  ['yesterday', 1],
])
const ago =
  /^([\d一二两三四五六七八九十]+)\s*个?\s*(天|日|周|星期|月|年|days?|weeks?|months?|years?)\s*(?:之?前|ago)$/i

/** 3天前, 昨天, 上周, 上个月, 去年, counted from the as-of day. Vaguer ones (去年底) are no dates. */
const about = /^(?:大约|大概|约)|左右$/g

export function relativeDate(said: string, asOf: number): { day: number; mark: Mark } | null {
  const text = said.replace(about, '')
  const read = exactly(text, asOf)
  return read && text !== said ? { ...read, mark: 'approximate' } : read
}

function exactly(text: string, asOf: number): { day: number; mark: Mark } | null {
  const named = days.get(text.toLowerCase())
  if (named !== undefined) return { day: asOf - named, mark: 'assumed' }
  const { year, month, day } = calendarDay(asOf)
  if (/^上一?个?(?:周|星期|礼拜)$|^last week$/i.test(text)) return { day: asOf - 7, mark: 'coarse' }
  if (/^上一?个?月$|^last month$/i.test(text)) return at(year, month - 1, 1, 'coarse')
  if (/^(?:[本这]个?月初?|this month)$/i.test(text)) return at(year, month, 1, 'coarse')
  if (/^(?:去年|last year)$/i.test(text)) return at(year - 1, 1, 1, 'coarse')
  if (text === '前年') return at(year - 2, 1, 1, 'coarse')
  const whole = ofNamedYear(text, year) ?? ofNamedWeek(text, asOf)
  if (whole) return whole
  if (/^半年(?:之?前)$/.test(text)) return at(year, month - 6, day, 'assumed')
  const found = ago.exec(text.replace(/^an? |^one /i, '1 '))
  const count = found && smallNumber(found[1] ?? '')
  if (!found || count === null) return null
  switch ((found[2] ?? '').toLowerCase().replace(/s$/, '')) {
    case '周':
    case '星期':
    case 'week':
      return { day: asOf - 7 * count, mark: 'assumed' }
    case '月':
    case 'month':
      return at(year, month - count, day, 'assumed')
    case '年':
    case 'year':
      return at(year - count, month, day, 'assumed')
    default:
      return { day: asOf - count, mark: 'assumed' }
  }
}

const years = new Map([
  ['今年', 0],
  ['去年', 1],
  ['前年', 2],
])

/** 去年12月, 今年3月5日 */
function ofNamedYear(text: string, year: number) {
  const found = /^(今年|去年|前年)(\d{1,2})月(?:份|(\d{1,2})[日号]?)?$/.exec(text)
  if (!found) return null
  const day = dayNumber(
    year - (years.get(found[1] ?? '') ?? 0),
    Number(found[2]),
    Number(found[3] ?? 1),
  )
  const mark: Mark = found[3] === undefined ? 'coarse' : 'assumed'
  return day === null ? null : { day, mark }
}

/** 上周五, 本周一: weeks begin on Mondays. */
function ofNamedWeek(text: string, asOf: number) {
  const found = /^(上个?|[本这]个?)(?:周|星期|礼拜)([一二三四五六日天])$/.exec(text)
  if (!found) return null
  const monday = asOf - ((asOf + 3) % 7) // 1970-01-01 was a Thursday
  const day = '一二三四五六日'.indexOf((found[2] ?? '').replace('天', '日'))
  const mark: Mark = 'assumed'
  return { day: monday + day - (found[1]?.startsWith('上') ? 7 : 0), mark }
}

/** Months may be out of 1..12; a day beyond the month's end is its last one. */
function at(year: number, month: number, day: number, mark: Mark) {
  const months = year * 12 + month - 1
  const y = Math.floor(months / 12)
  const m = (months % 12) + 1
  const found = dayNumber(y, m, Math.min(day, daysIn(y, m)))
  return found === null ? null : { day: found, mark }
}
