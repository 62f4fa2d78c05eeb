import type { Language } from './language.ts'

const locale: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' }
const cache = new Map<string, Intl.NumberFormat>()

function number(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options)
  let format = cache.get(key)
  if (!format) cache.set(key, (format = new Intl.NumberFormat(locale[language], options)))
  return format
}

/** 10,000 */
export const count = (language: Language, value: number) =>
  number(language, { maximumFractionDigits: 0 }).format(value)

/** Up to `digits` decimals, none when whole: 1,200.5 */
export const decimal = (language: Language, value: number, digits = 2) =>
  number(language, { maximumFractionDigits: digits }).format(value)

/** One decimal, always: 77.6 */
export const score = (language: Language, value: number, digits = 1) =>
  number(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value)

/** 0.128 → 12.8% */
export const share = (language: Language, value: number, digits = 1) =>
  number(language, {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value)

/** For figures on their own, never in the sheet: 1.29 亿, 1.29 万; 129M in English. */
export function large(language: Language, value: number): string {
  if (language === 'en')
    return number(language, { notation: 'compact', maximumFractionDigits: 2 }).format(value)
  const size = Math.abs(value)
  if (size >= 1e8) return `${decimal(language, value / 1e8)} 亿`
  if (size >= 1e4) return `${decimal(language, value / 1e4)} 万`
  return decimal(language, value)
}

/** Day number since 1970-01-01 → 2026-11-21; no time zone takes part. */
export function day(value: number): string {
  return new Date(value * 86_400_000).toISOString().slice(0, 10)
}

export function bytes(language: Language, value: number): string {
  const steps = ['B', 'KB', 'MB', 'GB']
  let step = 0
  while (value >= 1000 && step < steps.length - 1) {
    value /= 1000
    step++
  }
  return `${decimal(language, value, value < 10 && step > 0 ? 1 : 0)} ${steps[step]}`
}
