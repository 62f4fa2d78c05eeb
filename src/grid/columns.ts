import { isHeld, pinnedRun, pinnedShift, type Pinned } from './pinned.ts'
import type { GridColumn } from './source.ts'

/** Where the columns stand. All px count from the right edge of the row numbers. */
export interface Layout {
  readonly columns: readonly GridColumn[]
  readonly lefts: readonly number[]
  readonly widths: readonly number[]
  readonly frozen: number // how many stand still
  readonly frozenWidth: number
  readonly pinned: Pinned | null
  readonly width: number
  readonly ends: readonly boolean[] // a stronger line follows: last of its group, or last frozen one
}

export const leastWidth = 48

/** `room` px are on show; frozen columns take at most three fifths of it, the rest scrolls too. */
export function layOut(
  columns: readonly GridColumn[],
  widths: readonly number[],
  room: number,
): Layout {
  const lefts: number[] = []
  let width = 0
  let frozen = 0
  let frozenWidth = 0
  for (const [index, column] of columns.entries()) {
    const own = Math.max(leastWidth, widths[index] ?? column.width)
    lefts.push(width)
    width += own
    if (column.frozen && frozen === index && width <= room * 0.6) {
      frozen = index + 1
      frozenWidth = width
    }
  }
  return {
    columns,
    lefts,
    widths: columns.map((column, index) => Math.max(leastWidth, widths[index] ?? column.width)),
    frozen,
    frozenWidth,
    pinned: pinnedRun(columns, lefts, width, frozen, room),
    width,
    ends: columns.map(
      (column, index) =>
        index + 1 === frozen ||
        (index + 1 < columns.length && column.group !== (columns[index + 1]?.group ?? null)),
    ),
  }
}

export const isPinned = ({ pinned }: Layout, column: number): boolean =>
  pinned !== null && column >= pinned.from && column < pinned.to

function shiftOf(layout: Layout, column: number, scroll: number): number {
  if (column < layout.frozen) return 0
  return layout.pinned && isPinned(layout, column) ? pinnedShift(layout.pinned, scroll) : scroll
}

/** Where the pinned columns begin on show, which cuts the columns before them; far away where there are none. */
export const pinnedLeft = ({ pinned }: Layout, scroll: number): number =>
  pinned ? pinned.left - pinnedShift(pinned, scroll) : Infinity

/** Where a column begins on show. */
export const leftOf = (layout: Layout, column: number, scroll: number): number =>
  (layout.lefts[column] ?? layout.width) - shiftOf(layout, column, scroll)

export const widthOf = (layout: Layout, column: number): number => layout.widths[column] ?? 0

/** Last column that begins at or before `x`, a px of the unscrolled sheet; -1 = there is none. */
function columnFrom(layout: Layout, x: number): number {
  let low = 0
  let high = layout.lefts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((layout.lefts[middle] ?? 0) <= x) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The column under a px on show, the nearest one where there is none. */
export function columnAt(layout: Layout, x: number, scroll: number): number {
  if (x < layout.frozenWidth) return Math.max(0, columnFrom(layout, x))
  const { pinned } = layout
  const over = pinned && isHeld(pinned, scroll) && x >= pinnedLeft(layout, scroll)
  return Math.max(0, columnFrom(layout, x + (over ? pinned.until : scroll)))
}

/** The scrolling columns on show, `to` exclusive. Pinned ones among them, once they are scrolled to, stand apart. */
export function columnsOnShow(
  layout: Layout,
  scroll: number,
  room: number,
): { readonly from: number; readonly to: number } {
  const from = Math.max(layout.frozen, columnFrom(layout, scroll + layout.frozenWidth))
  const right = isHeld(layout.pinned, scroll) ? pinnedLeft(layout, scroll) : room
  const to = columnFrom(layout, Math.max(0, scroll + right - 1)) + 1
  return { from, to: Math.max(from, Math.min(layout.columns.length, to)) }
}

export interface GroupSpan {
  readonly title: string
  readonly from: number
  readonly to: number // exclusive
}

/** Neighbours of the same group share one header. */
export function groupSpans(columns: readonly GridColumn[]): readonly GroupSpan[] {
  const spans: { title: string; from: number; to: number }[] = []
  for (const [index, column] of columns.entries()) {
    const last = spans.at(-1)
    const title = column.group ?? ''
    if (last?.title === title) last.to = index + 1
    else spans.push({ title, from: index, to: index + 1 })
  }
  return spans
}

/** An edge of a column, cut to where columns of its kind are on show. */
function edgeOf(layout: Layout, column: number, edge: number, scroll: number): number {
  if (column < layout.frozen) return edge
  const shown = edge - shiftOf(layout, column, scroll)
  const before = layout.pinned !== null && column < layout.pinned.from
  const most = before ? pinnedLeft(layout, scroll) : Infinity
  return Math.max(layout.frozenWidth, Math.min(shown, most))
}

/** The part on show of a run of columns, so that a label stays in its middle while it scrolls. */
export function spanOnShow(
  layout: Layout,
  from: number,
  to: number,
  scroll: number,
): { readonly left: number; readonly right: number } {
  const end = (layout.lefts[to - 1] ?? layout.width) + widthOf(layout, to - 1)
  return {
    left: edgeOf(layout, from, layout.lefts[from] ?? layout.width, scroll),
    right: edgeOf(layout, to - 1, end, scroll),
  }
}
