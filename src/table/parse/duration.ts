import { exact } from './exact.ts'
import { smallNumber } from './numerals.ts'

/** Parts of a year; by the usual round numbers, not by the calendar. */
const years = new Map(
  Object.entries({
    年: 1,
    岁: 1,
    year: 1,
    years: 1,
    季度: 1 / 4,
    季: 1 / 4,
    个月: 1 / 12,
    月: 1 / 12,
    month: 1 / 12,
    months: 1 / 12,
    周: 1 / 52,
    星期: 1 / 52,
    week: 1 / 52,
    weeks: 1 / 52,
    天: 1 / 365,
    日: 1 / 365,
    day: 1 / 365,
    days: 1 / 365,
  }),
)

/** 18个月 in a column of years is 1.5. Null: one of the two is no length of time. */
export function inUnit(value: number, unit: string, wanted: string): number | null {
  const from = years.get(unit.toLowerCase())
  const to = years.get(wanted.toLowerCase())
  return from === undefined || to === undefined
    ? null
    : Number((value * (from / to)).toPrecision(12))
}

/** Years of 1年半 and 2年3个月. */
export function mixedYears(text: string): number | null {
  const found = /^(.{1,4})年(?:(半)|零?(.{1,3}?)个?月)$/.exec(text)
  const whole = found && smallNumber(found[1] ?? '')
  if (!found || whole === null) return null
  const months = found[2] === undefined ? smallNumber(found[3] ?? '') : 6
  return months === null ? null : exact(whole + months / 12)
}
