import { isPinned, widthOf, type Layout } from './columns.ts'
import { make, px } from './dom.ts'
import { pinnedShift } from './pinned.ts'
import { Strip } from './strip.ts'

/** The columns on show: `from` and `to` of the scrolling ones, and how far they are scrolled. */
export interface Across {
  readonly layout: Layout
  readonly gutter: number
  readonly from: number
  readonly to: number // exclusive
  readonly scrollLeft: number
}

/** The three parts of a row that stands still while rows scroll: frozen columns, those that scroll, pinned ones. */
export class Lanes {
  readonly #fixed = make('div', 'grid-fixed')
  readonly #free = new Strip('grid-free')
  readonly #pinned = new Strip('grid-pinned')
  readonly #corner: HTMLElement

  /** `corner` stands over the row numbers. */
  constructor(row: HTMLElement, corner: HTMLElement) {
    this.#corner = corner
    this.#fixed.append(corner)
    row.append(this.#fixed, this.#free.element, this.#pinned.element)
  }

  draw({ layout, gutter, scrollLeft }: Across): void {
    const { pinned } = layout
    this.#fixed.style.width = px(gutter + layout.frozenWidth)
    this.#corner.style.width = px(gutter)
    this.#free.stand(gutter)
    this.#free.shift(scrollLeft)
    this.#pinned.element.hidden = pinned === null
    if (!pinned) return
    this.#pinned.stand(gutter + pinned.left, pinned.width)
    this.#pinned.shift(pinnedShift(pinned, scrollLeft))
  }

  /** Puts the element of a column into the part where it belongs, in its place there. */
  place(element: HTMLElement, column: number, { layout, gutter }: Across): void {
    const [parent, from] = this.#partOf(column, layout, gutter)
    if (element.parentElement !== parent) parent.append(element)
    element.style.left = px((layout.lefts[column] ?? 0) - from)
    element.style.width = px(widthOf(layout, column))
    element.classList.toggle('end', layout.ends[column] ?? false)
  }

  /** With the px of the unscrolled sheet at which the part begins. */
  #partOf(column: number, layout: Layout, gutter: number): readonly [HTMLElement, number] {
    if (column < layout.frozen) return [this.#fixed, -gutter]
    const { pinned } = layout
    return pinned && isPinned(layout, column)
      ? [this.#pinned.element, pinned.left]
      : [this.#free.element, 0]
  }
}

/** Places of the columns on show: frozen and pinned ones always are. */
export function columnsAcross({ layout, from, to }: Across): ReadonlySet<number> {
  const { frozen, pinned } = layout
  const columns = new Set<number>()
  for (let column = 0; column < frozen; column++) columns.add(column)
  for (let column = pinned?.from ?? 0; pinned && column < pinned.to; column++) columns.add(column)
  for (let column = from; column < to; column++) columns.add(column)
  return columns
}
