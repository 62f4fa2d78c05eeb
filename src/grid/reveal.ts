import { widthOf } from './columns.ts'
import type { Place } from './selection.ts'
import type { Surface } from './surface.ts'

/** Scrolls as little as needed to show a row, a column or both; frozen columns always are. */
export function reveal(surface: Surface, { row, column }: Partial<Place>): void {
  const { viewport, layout, rowHeight, gutter } = surface
  if (row !== undefined) viewport.revealRows(row * rowHeight, (row + 1) * rowHeight)
  if (column === undefined || column < layout.frozen) return
  const left = layout.lefts[column] ?? 0
  const leftmost = left - layout.frozenWidth
  const rightmost = left + widthOf(layout, column) - (viewport.width - gutter)
  if (leftmost < viewport.left) viewport.scrollSideways(leftmost)
  else if (rightmost > viewport.left) viewport.scrollSideways(Math.min(leftmost, rightmost))
}
