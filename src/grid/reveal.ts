import { isPinned, widthOf } from './columns.ts'
import type { Place } from './selection.ts'
import type { Surface } from './surface.ts'

/** Scrolls as little as needed to show a row, a column or both; frozen columns always are, pinned ones from the left. */
export function reveal(surface: Surface, { row, column }: Partial<Place>): void {
  const { viewport, layout, rowHeight, gutter } = surface
  if (row !== undefined) viewport.revealRows(row * rowHeight, (row + 1) * rowHeight)
  if (column === undefined || column < layout.frozen) return
  const left = layout.lefts[column] ?? 0
  const leftmost = left - layout.frozenWidth
  const covered = layout.pinned && column < layout.pinned.from ? layout.pinned.width : 0
  const rightmost = left + widthOf(layout, column) - (viewport.width - gutter - covered)
  if (leftmost < viewport.left) viewport.scrollSideways(leftmost)
  else if (isPinned(layout, column)) return
  else if (rightmost > viewport.left) viewport.scrollSideways(Math.min(leftmost, rightmost))
}
