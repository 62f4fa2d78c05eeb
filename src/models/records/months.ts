import { calendarDay, dayNumber, daysIn } from '../../table/parse/calendar.ts'

/** The same day so many months earlier; the month's last where it has no such day (31 May − 3 months = 28 or 29 February). */
export function monthsBefore(day: number, months: number): number {
  const { year, month, day: ofMonth } = calendarDay(day)
  const index = year * 12 + (month - 1) - months
  const [before, at] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
  return dayNumber(before, at, Math.min(ofMonth, daysIn(before, at))) ?? NaN
}

/** Months since year 0. */
export function monthIndex(day: number): number {
  const { year, month } = calendarDay(day)
  return year * 12 + (month - 1)
}

/** 2024-03 */
export function monthName(index: number): string {
  const year = Math.floor(index / 12)
  return `${String(year).padStart(4, '0')}-${String(index - year * 12 + 1).padStart(2, '0')}`
}
