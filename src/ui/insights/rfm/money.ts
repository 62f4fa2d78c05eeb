import type { Locale } from '../../../state/locale.svelte.ts'

/** Amounts as they stand in tables, the unit in the header: whole, or to the cent where all are small. */
export function moneyIn(locale: Locale, among: readonly number[]): (value: number) => string {
  const isSmall = among.every((value) => !(Math.abs(value) >= 100))
  return (value) => {
    if (Number.isNaN(value)) return '—'
    return isSmall ? locale.score(value, 2) : locale.count(Math.round(value))
  }
}

export function unitName(locale: Locale, unit: string | null): string {
  return unit === null ? '' : (locale.words.scheme.units[unit] ?? unit)
}
