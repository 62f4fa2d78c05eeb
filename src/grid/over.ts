import { leftOf, pinnedLeft, spanOnShow, widthOf } from './columns.ts'
import { px } from './dom.ts'
import type { Frame } from './frame.ts'
import type { Box, Marks } from './marks.ts'
import { isOneCell, rangesOf } from './blocks.ts'
import { rangeOf, type Place } from './selection.ts'
import type { GridRange } from './source.ts'
import type { Surface } from './surface.ts'

const handleSize = 9

/** Where a cell stands in the view, px from its corner. It may lie outside. */
export function boxOf(surface: Surface, { row, column }: Place): Box {
  const { layout, viewport, gutter, rowHeight } = surface
  return {
    left: gutter + leftOf(layout, column, viewport.left),
    top: viewport.headHeight + row * rowHeight - viewport.top,
    width: widthOf(layout, column),
    height: rowHeight,
  }
}

/** The px of the page below the active cell; `view` is where the sheet stands on it. */
export function cornerOf(
  surface: Surface,
  view: DOMRect,
): { readonly x: number; readonly y: number } {
  const { viewport } = surface
  const box = boxOf(surface, surface.selected.active)
  const scale = view.width / viewport.width || 1 // differs from 1 under CSS zoom
  return {
    x: view.left + Math.min(box.left, viewport.width) * scale,
    y: view.top + Math.min(box.top + box.height, viewport.height) * scale,
  }
}

/** Where the active cell stands in the browser's window. */
export function boxOnPage(surface: Surface, view: DOMRect): Box {
  const box = boxOf(surface, surface.selected.active)
  const scale = view.width / surface.viewport.width || 1
  return {
    left: view.left + box.left * scale,
    top: view.top + box.top * scale,
    width: box.width * scale,
    height: box.height * scale,
  }
}

/** Where the pinned columns cut a column before them; far away for others. */
const cutAt = ({ layout, viewport, gutter }: Surface, column: number): number =>
  layout.pinned && column < layout.pinned.from
    ? gutter + pinnedLeft(layout, viewport.left)
    : Infinity

/** A block, cut to what is on show and a little more: its far edges would lie millions of px away. */
function blockBox(surface: Surface, range: GridRange): Box | null {
  const { layout, viewport, gutter, rowHeight } = surface
  const { left, right } = spanOnShow(layout, range.left, range.right + 1, viewport.left)
  const top = Math.max(-rowHeight, range.top * rowHeight - viewport.top)
  const bottom = Math.min(
    viewport.rowsHeight + rowHeight,
    (range.bottom + 1) * rowHeight - viewport.top,
  )
  return right > left && bottom > top
    ? { left: gutter + left, top, width: right - left, height: bottom - top }
    : null
}

function handleBox(surface: Surface, range: GridRange): Box | null {
  const { layout, viewport, gutter, rowHeight } = surface
  const right = gutter + leftOf(layout, range.right, viewport.left) + widthOf(layout, range.right)
  const bottom = (range.bottom + 1) * rowHeight - viewport.top
  const hidden =
    range.right >= layout.frozen &&
    (right < gutter + layout.frozenWidth + handleSize || right > cutAt(surface, range.right))
  if (hidden || bottom < 0 || bottom > viewport.rowsHeight + rowHeight) return null
  return { left: right - handleSize + 3, top: bottom - handleSize + 3, width: 0, height: 0 }
}

/** The selection's edge, its handle and the textarea: everything that lies over the cells. */
export function drawOver(
  surface: Surface,
  frame: Frame,
  marks: Marks,
  preview: GridRange | null,
): void {
  const { selected, viewport, editor, layout, gutter, extent } = surface
  const range = rangeOf(selected)
  const filled = extent.rows > 0
  const kind = surface.source.columns[selected.active.column]?.editor.kind
  const writable = kind !== 'none' && kind !== 'own'
  marks.show(
    filled && !isOneCell(selected) ? rangesOf(selected).map((one) => blockBox(surface, one)) : [],
    filled && writable && editor.state === 'closed' && selected.others.length === 0
      ? handleBox(surface, range)
      : null,
    preview && blockBox(surface, preview),
  )
  const box = boxOf(surface, selected.active)
  const least = selected.active.column < layout.frozen ? gutter : gutter + layout.frozenWidth
  const cut = cutAt(surface, selected.active.column)
  const beyond = box.left + box.width > cut ? viewport.width - cut : 0 // else the editor may grow over them
  const inset = `${px(viewport.headHeight)} ${px(beyond)} 0 ${px(least)}`
  const clip = `inset(${inset})`
  if (frame.over.style.clipPath !== clip) frame.over.style.clipPath = clip
  const room = { width: viewport.width, height: viewport.height }
  const column = surface.source.columns[selected.active.column]
  const open = editor.state !== 'closed'
  // A closed textarea far outside would draw the page to it as soon as one types.
  const top = Math.max(viewport.headHeight, Math.min(box.top, viewport.height - box.height))
  const left = Math.max(gutter, Math.min(box.left, viewport.width - box.width))
  editor.place(open ? box : { ...box, left, top }, room, column?.align ?? 'start')
}
