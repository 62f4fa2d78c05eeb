import { isPinned, widthOf } from './columns.ts'
import { isHeld } from './pinned.ts'
import type { Surface } from './surface.ts'
import { columnsWith } from './wholes.ts'

/** A column that is dragged wider or narrower by its edge; those selected with it follow when it is let go, as in Excel. */
export class WidthDrag {
  readonly #surface: Surface
  readonly #column: number
  readonly #x: number
  readonly #width: number
  readonly #way: 1 | -1 // pinned columns stand at the right: their edge is the left one

  constructor(surface: Surface, column: number, x: number) {
    const { layout, viewport } = surface
    const held = isPinned(layout, column) && isHeld(layout.pinned, viewport.left)
    this.#surface = surface
    this.#column = column
    this.#x = x
    this.#width = widthOf(layout, column)
    this.#way = held ? -1 : 1
  }

  move(x: number): void {
    this.#surface.resize(this.#column, this.#width + this.#way * (x - this.#x))
  }

  end(): void {
    const surface = this.#surface
    const width = widthOf(surface.layout, this.#column)
    if (width === this.#width) return
    for (const column of columnsWith(surface, this.#column)) {
      surface.resize(column, width)
      surface.resized(column)
    }
  }
}
