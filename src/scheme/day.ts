import type { IsoDate } from './scheme.ts'

/** Whole days since 1970-01-01, as date columns count them; NaN for a text that is no date. */
export function dayOf(date: IsoDate): number {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return NaN
  const ms = Date.parse(`${date}T00:00:00Z`)
  return ms / 86_400_000
}
