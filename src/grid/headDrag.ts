import { rangesOf } from './blocks.ts'
import { columnAt, leftOf, widthOf } from './columns.ts'
import { make, px } from './dom.ts'
import { Head } from './head.ts'
import { reached } from './spread.ts'
import type { Surface } from './surface.ts'

const slack = 5 // px: a press that moves less is a click

const next = { none: 'ascending', ascending: 'descending', descending: null } as const

/** Whether all of a column is selected. */
export const isWhole = ({ selected, extent }: Surface, column: number): boolean =>
  rangesOf(selected).some(
    ({ top, left, bottom, right }) =>
      top === 0 && bottom === extent.rows - 1 && left <= column && right >= column,
  )

/** Whether all of a row is selected. */
export const isWholeRow = ({ selected, extent }: Surface, row: number): boolean =>
  rangesOf(selected).some(
    ({ top, left, bottom, right }) =>
      left === 0 && right === extent.columns - 1 && top <= row && bottom >= row,
  )

/** A press on a sign in a header: it sorts (with Shift beside the others), opens the menu, or explains. */
export function pressHeader({ source, edits }: Surface, event: MouseEvent): void {
  if (!(event.target instanceof Element)) return
  const column = Head.columnOf(event.target)
  const header = column === null ? undefined : source.columns[column]
  if (column === null || !header) return
  if (event.target.closest('.grid-mark')) return edits.explain?.(column)
  const more = event.target.closest('.grid-more')
  if (more) {
    const { left, bottom } = more.getBoundingClientRect()
    edits.menu({ row: null, column, x: left, y: bottom })
  } else if (event.target.closest('.grid-sort')) {
    const direction = next[header.sort ?? 'none']
    if (event.shiftKey) edits.sort(column, direction, true)
    else edits.sort(column, direction)
  }
}

/** The run of whole selected columns around one, of those that may be moved. */
function runAround(surface: Surface, column: number): { from: number; to: number } {
  const isPart = (at: number) =>
    (surface.source.columns[at]?.movable ?? false) && isWhole(surface, at)
  let from = column
  let to = column
  while (isPart(from - 1)) from--
  while (isPart(to + 1)) to++
  return { from, to }
}

/** Selected columns that are dragged to another place; a line shows where they would stand. */
export class HeadDrag {
  readonly #surface: Surface
  readonly #line = make('div', 'grid-drop')
  #from: { readonly column: number; readonly x: number } | null = null
  #before: number | null = null

  constructor(surface: Surface, view: HTMLElement) {
    this.#surface = surface
    this.#line.hidden = true
    view.append(this.#line)
  }

  start(column: number, x: number): void {
    this.#from = { column, x }
  }

  /** True once the press has become a drag. */
  move(x: number): boolean {
    if (!this.#from) return false
    if (this.#before === null && Math.abs(x - this.#from.x) < slack) return false
    const { layout, viewport, gutter, source } = this.#surface
    const column = columnAt(layout, Math.max(0, x - gutter), viewport.left)
    const middle = gutter + leftOf(layout, column, viewport.left) + widthOf(layout, column) / 2
    const least = source.columns.findIndex((one) => one.movable)
    this.#before = Math.max(least, x < middle ? column : column + 1)
    const last = this.#before - 1
    const at =
      this.#before < source.columns.length
        ? leftOf(layout, this.#before, viewport.left)
        : leftOf(layout, last, viewport.left) + widthOf(layout, last)
    this.#line.hidden = false
    this.#line.style.left = px(gutter + at - 1)
    return true
  }

  /** The press ended: without a drag the column under it alone is selected. */
  end(): void {
    const column = this.#from?.column
    const before = this.#before
    this.stop()
    if (column === undefined) return
    if (before === null) return this.#select(column, column)
    const { from, to } = runAround(this.#surface, column)
    if (before >= from && before <= to + 1) return
    const count = to - from + 1
    if (count === 1) this.#surface.edits.move?.(from, before)
    else this.#surface.edits.move?.(from, before, count)
    const first = before > from ? before - count : before
    this.#select(first, first + count - 1)
  }

  #select(from: number, to: number): void {
    const { selected, extent } = this.#surface
    const { row } = selected.active
    this.#surface.select(reached('columns', { row, column: from }, { row, column: to }, extent))
  }

  stop(): void {
    this.#from = null
    this.#before = null
    this.#line.hidden = true
  }
}
