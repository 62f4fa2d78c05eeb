import type { Locale } from '../../../state/locale.svelte.ts'

/** Amounts as they stand in tables, the unit in the header: small ones to the cent, large ones whole. */
export function money(locale: Locale, value: number): string {
  if (Number.isNaN(value)) return '—'
  return Math.abs(value) < 100 ? locale.decimal(value, 2) : locale.count(Math.round(value))
}

export function unitName(locale: Locale, unit: string | null): string {
  return unit === null ? '' : (locale.words.scheme.units[unit] ?? unit)
}
