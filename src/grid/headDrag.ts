import { columnAt, leftOf, widthOf } from './columns.ts'
import { make, px } from './dom.ts'
import { Head } from './head.ts'
import type { Surface } from './surface.ts'

const slack = 5 // px: a press that moves less is a click

const next = { none: 'ascending', ascending: 'descending', descending: null } as const

/** A click on a header sorts by it, with Shift beside the others; on its arrow it opens the menu, on its mark it explains. */
export function pressHeader({ source, edits }: Surface, event: MouseEvent): void {
  if (!(event.target instanceof Element) || event.target.closest('.grid-grip')) return
  const column = Head.columnOf(event.target)
  const header = column === null ? undefined : source.columns[column]
  if (column === null || !header) return
  if (edits.explain && event.target.closest('.grid-mark')) return edits.explain(column)
  const more = event.target.closest('.grid-more')
  const direction = next[header.sort ?? 'none']
  if (more) {
    const { left, bottom } = more.getBoundingClientRect()
    edits.menu({ row: null, column, x: left, y: bottom })
  } else if (event.shiftKey) edits.sort(column, direction, true)
  else edits.sort(column, direction)
}

/** A header that is dragged to another place; a line shows where it would stand. */
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
    const { source, edits } = this.#surface
    if (edits.move && source.columns[column]?.movable) this.#from = { column, x }
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

  /** The press ended. */
  end(): void {
    const from = this.#from?.column
    const before = this.#before
    this.stop()
    if (from === undefined || before === null || before === from || before === from + 1) return
    this.#surface.edits.move?.(from, before)
  }

  stop(): void {
    this.#from = null
    this.#before = null
    this.#line.hidden = true
  }
}
