import { linear } from './linear.ts'

/** A day as somebody wrote it; days as numbers since 1970-01-01. */
export interface DayWritten {
  readonly day: number
  readonly form: string // which way of writing
  readonly write: (day: number) => string
}

const two = (value: number) => String(value).padStart(2, '0')
const forms: readonly { readonly form: string; readonly pattern: RegExp; readonly sign: string }[] =
  [
    { form: 'dash', pattern: /^(\d{4})-(\d{1,2})-(\d{1,2})$/, sign: '-' },
    { form: 'slash', pattern: /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/, sign: '/' },
    { form: 'dot', pattern: /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/, sign: '.' },
    { form: 'han', pattern: /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]$/, sign: '' },
  ]
const ofDay = (year: number, month: number, day: number) =>
  Date.UTC(year, month - 1, day) / 86_400_000
const parts = (day: number) => {
  const date = new Date(day * 86_400_000)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}
const lastOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

export function readDay(text: string): DayWritten | null {
  for (const { form, pattern, sign } of forms) {
    const [, year = '', month = '', day = ''] = pattern.exec(text) ?? []
    if (year === '') continue
    const number = ofDay(Number(year), Number(month), Number(day))
    const back = parts(number)
    if (back.month !== Number(month) || back.day !== Number(day)) return null
    const isPadded = month.startsWith('0') || day.startsWith('0') || form === 'dash'
    const wide = (value: number) => (isPadded ? two(value) : String(value))
    const end = text.endsWith('号') ? '号' : '日'
    return {
      day: number,
      form,
      write: (at) => {
        const date = parts(at)
        const [m, d] = [wide(date.month), wide(date.day)]
        return sign === ''
          ? `${String(date.year)}年${m}月${d}${end}`
          : [String(date.year), m, d].join(sign)
      },
    }
  }
  return null
}

/**
 * The k-th day: one day goes on by days; several on the same day of the month (or all on its last) by months, hence by
 * years too; else by their step in days, or along their line.
 */
export function dayAfter(days: readonly number[], k: number): number {
  const [first = 0] = days
  if (days.length === 1) return first + k
  const step = monthStep(days)
  if (step === null) return Math.round(linear(days)(k))
  const start = parts(first)
  const months = start.year * 12 + start.month - 1 + k * step.months
  const year = Math.floor(months / 12)
  const month = (months % 12) + 1
  const last = lastOf(year, month)
  return ofDay(year, month, step.isLast ? last : Math.min(step.day, last))
}

function monthStep(
  days: readonly number[],
): { months: number; day: number; isLast: boolean } | null {
  const dates = days.map(parts)
  const isLast = dates.every(({ year, month, day }) => day === lastOf(year, month))
  const day = Math.max(...dates.map((date) => date.day))
  if (!isLast && dates.some((date) => date.day !== day)) return null
  const at = dates.map(({ year, month }) => year * 12 + month)
  const months = (at[1] ?? 0) - (at[0] ?? 0)
  const isEven = at.every((month, i) => month === (at[0] ?? 0) + i * months)
  return months !== 0 && isEven ? { months, day, isLast } : null
}
