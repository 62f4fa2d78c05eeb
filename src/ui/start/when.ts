import type { Words } from '../../i18n/translate.ts'

/** When a project was last changed: 今天 09:42, 昨天 18:05, 11月18日, with the year where it is another. */
export function when(iso: string, now: Date, locale: string, words: Words['start']): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return ''
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(date)
  const daysAgo = Math.round((dayStart(now) - dayStart(date)) / 86_400_000)
  if (daysAgo === 0) return words.today(time)
  if (daysAgo === 1) return words.yesterday(time)
  const sameYear = date.getFullYear() === now.getFullYear()
  return new Intl.DateTimeFormat(locale, {
    ...(sameYear ? {} : { year: 'numeric' }),
    month: locale.startsWith('zh') ? 'long' : 'short',
    day: 'numeric',
  }).format(date)
}

const dayStart = (date: Date) =>
  new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
