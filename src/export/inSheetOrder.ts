import { ordered } from '../core/ordered.ts'
import type { SheetLayout } from '../project/layout.ts'

/** Stands at the end of the file, since it explains no column of the sheet. */
export const atTheEnd = ''

/**
 * Columns of a file as somebody arranged them in the sheet of the app; what only files have goes with the column of the
 * sheet that it explains (`beside`), or stands at the end. The one that says whose row it is stays the first.
 */
export function inSheetOrder<T>(
  columns: readonly T[],
  beside: (column: T) => string,
  layout: SheetLayout | undefined,
): readonly T[] {
  const wanted = layout?.order ?? []
  if (wanted.length === 0) return columns
  const ids = [...new Set(columns.map(beside))]
  const [first = atTheEnd] = ids
  const inOrder = ordered(
    ids.filter((id) => id !== atTheEnd),
    wanted,
  )
  const places = new Map([...inOrder, atTheEnd].map((id, at) => [id, at]))
  places.set(first, -1)
  const placeOf = (column: T) => places.get(beside(column)) ?? 0
  return columns.toSorted((a, b) => placeOf(a) - placeOf(b)) // stable: companions keep their order
}
