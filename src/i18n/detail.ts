import type { Detail } from '../core/error.ts'

/** A fact of a problem as a list of texts; empty where it is none. */
export function list(detail: Detail, key: string): readonly string[] {
  const value = detail[key]
  return Array.isArray(value) ? value.map(String) : []
}
