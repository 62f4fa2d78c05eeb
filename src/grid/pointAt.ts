import { columnAt } from './columns.ts'
import { Head } from './head.ts'
import { within, type Place } from './selection.ts'
import type { Surface } from './surface.ts'

const edgeReach = 6 // px: more than a press may lie past the line

/** Px from the corner of the view, in the sheet's own px: they differ from the page's under CSS zoom. */
export interface Point {
  readonly x: number
  readonly y: number
}

export function pointOf(surface: Surface, view: HTMLElement, event: MouseEvent): Point {
  const box = view.getBoundingClientRect()
  const scale = box.width / surface.viewport.width || 1
  return { x: (event.clientX - box.left) / scale, y: (event.clientY - box.top) / scale }
}

/** The cell under a point, the nearest one where there is none. */
export function placeAt(surface: Surface, { x, y }: Point): Place {
  const { viewport, layout, gutter, rowHeight, extent } = surface
  const inside = Math.max(viewport.headHeight, Math.min(y, viewport.height - 1))
  const row = Math.floor((inside - viewport.headHeight + viewport.top) / rowHeight)
  const across = Math.max(0, Math.min(x, viewport.width - 1) - gutter)
  return within(extent, { row, column: columnAt(layout, across, viewport.left) })
}

export type Zone = 'corner' | 'head' | 'number' | 'cells' | 'blank'

export function zoneAt(surface: Surface, { x, y }: Point): Zone {
  const { viewport, gutter, layout, extent, rowHeight } = surface
  if (y < viewport.headHeight) return x < gutter ? 'corner' : 'head'
  if (y - viewport.headHeight + viewport.top >= extent.rows * rowHeight) return 'blank'
  if (x < gutter) return 'number'
  return x - gutter + viewport.left < layout.width ? 'cells' : 'blank'
}

/** The column whose edge lies there, from either side of the line; null = no edge does. */
export function edgeAt(
  { layout, gutter, viewport }: Surface,
  target: Element | null,
  { x }: Point,
): number | null {
  if (target?.closest('.grid-grip')) return Head.columnOf(target)
  const isPast = target?.closest('.grid-grip-before')
  return isPast ? columnAt(layout, x - gutter - edgeReach, viewport.left) : null
}
