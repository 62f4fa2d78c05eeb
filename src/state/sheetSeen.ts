import type { SheetQuery } from '../engine/views.ts'
import type { RowId } from '../table/column.ts'
import type { SheetOwner } from './sheetOwner.ts'

const mostSeen = 2_000 // rows

/** What is on show, though other rows may have been asked for. */
export const queryShown = ({ pages, query }: Pick<SheetOwner, 'pages' | 'query'>): SheetQuery =>
  pages.shown ?? query

/** The rows as they stand on show; what was done a moment ago may have sorted them anew. Nothing of many rows. */
export function rowsSeen(
  { pages, rowCount }: Pick<SheetOwner, 'pages' | 'rowCount'>,
  { top, bottom }: { readonly top: number; readonly bottom: number },
): { readonly rows?: readonly RowId[] } {
  if (bottom - top >= mostSeen) return {}
  const rows: RowId[] = []
  for (let row = top; row <= Math.min(bottom, rowCount - 1); row++) {
    const place = pages.at(row)
    const id = place?.window.rows[place.index]
    if (id === undefined) return {}
    rows.push(id)
  }
  return { rows }
}
