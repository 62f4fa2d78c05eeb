import type { PeriodUnit } from './columnFilters.ts'

/** First and last day, both included, in days since 1970-01-01. */
export type Days = readonly [from: number, to: number]

const msOfDay = 86_400_000

/** The period that many periods before the one of `day`. Weeks begin on Mondays (GB/T 7408, ISO 8601). */
export function periodDays(unit: PeriodUnit, back: number, day: number): Days {
  const date = new Date(day * msOfDay)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()]
  switch (unit) {
    case 'day':
      return [day - back, day - back]
    case 'week': {
      const monday = day - ((date.getUTCDay() + 6) % 7) - 7 * back
      return [monday, monday + 6]
    }
    case 'month':
      return monthDays(year, month - back, 1)
    case 'quarter':
      return monthDays(year, month - (month % 3) - 3 * back, 3)
    case 'year':
      return yearDays(year - back)
  }
}

export const yearDays = (year: number): Days => monthDays(year, 0, 12)

const monthDays = (year: number, month: number, count: number): Days => [
  firstOf(year, month),
  firstOf(year, month + count) - 1,
]

function firstOf(year: number, month: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month, 1) // Date.UTC takes the years 0–99 for 1900–1999
  return date.getTime() / msOfDay
}
