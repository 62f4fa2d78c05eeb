import type { GridColumn } from './source.ts'

/** Where the columns stand. All px count from the right edge of the row numbers. */
export interface Layout {
  readonly columns: readonly GridColumn[]
  readonly lefts: readonly number[]
  readonly widths: readonly number[]
  readonly frozen: number // how many stand still
  readonly frozenWidth: number
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
    width,
    ends: columns.map(
      (column, index) =>
        index + 1 === frozen ||
        (index + 1 < columns.length && column.group !== (columns[index + 1]?.group ?? null)),
    ),
  }
}

/** Where a column begins on show. */
export const leftOf = (layout: Layout, column: number, scroll: number): number =>
  (layout.lefts[column] ?? layout.width) - (column < layout.frozen ? 0 : scroll)

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
  const place = x < layout.frozenWidth ? x : x + scroll
  return Math.max(0, columnFrom(layout, place))
}

/** The scrolling columns on show, `to` exclusive. */
export function columnsOnShow(
  layout: Layout,
  scroll: number,
  room: number,
): { readonly from: number; readonly to: number } {
  const from = Math.max(layout.frozen, columnFrom(layout, scroll + layout.frozenWidth))
  const to = columnFrom(layout, Math.max(0, scroll + room - 1)) + 1
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

/** The part on show of a run of columns, so that a label stays in its middle while it scrolls. */
export function spanOnShow(
  layout: Layout,
  from: number,
  to: number,
  scroll: number,
): { readonly left: number; readonly right: number } {
  const right = leftOf(layout, to - 1, scroll) + widthOf(layout, to - 1)
  if (from < layout.frozen) {
    const least = to > layout.frozen ? layout.frozenWidth : right
    return { left: layout.lefts[from] ?? 0, right: Math.max(least, right) }
  }
  return { left: Math.max(layout.frozenWidth, leftOf(layout, from, scroll)), right }
}
