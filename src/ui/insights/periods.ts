import type { Words } from '../../i18n/translate.ts'
import type { Period } from '../../models/records/calendar.ts'

const dayLength = 86_400_000 // ms

/** 2024 年 3 月, 2024 Q1: a period by its first day (since 1970-01-01). */
export function periodName({ stages }: Words, start: number, period: Period): string {
  const date = new Date(start * dayLength)
  const [year, month] = [String(date.getUTCFullYear()), date.getUTCMonth()]
  return period === 'month'
    ? stages.month(year, String(month + 1))
    : stages.quarter(year, String(Math.floor(month / 3) + 1))
}

/** 24-03, 24Q1: where there is little room. */
export function periodTick(start: number, period: Period): string {
  const date = new Date(start * dayLength)
  const year = String(date.getUTCFullYear() % 100).padStart(2, '0')
  const month = date.getUTCMonth()
  return period === 'month'
    ? `${year}-${String(month + 1).padStart(2, '0')}`
    : `${year}Q${Math.floor(month / 3) + 1}`
}

/** 2024-03 as its name, and where there is little room. */
export function monthTitle({ stages }: Words, month: string): string {
  const [year = '', number = ''] = month.split('-')
  return stages.month(year, String(Number(number)))
}
export const monthTick = (month: string) => month.slice(2)

/** The month of the as-of date where it is not over: its figures are of a part of it. */
export function openMonth(months: readonly string[], asOf: string): string | null {
  const last = months.at(-1)
  if (last === undefined || !asOf.startsWith(last)) return null
  const next = new Date(Date.parse(`${asOf}T00:00:00Z`) + dayLength)
  return next.getUTCDate() === 1 ? null : last
}
