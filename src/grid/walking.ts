import { isOneCell, withAlso } from './blocks.ts'
import { columnsOnShow } from './columns.ts'
import { Leaps } from './leaps.ts'
import {
  advanced,
  extended,
  single,
  stepped,
  type Place,
  type Selected,
  type Step,
} from './selection.ts'
import type { Surface } from './surface.ts'

/** Where keys lead: step by step, in leaps, with Enter and Tab, stretching a block or adding others. */
export class Walking {
  readonly #surface: Surface
  readonly #leaps: Leaps
  /** Shift+F8: what is walked to begins a new block. `fresh` = the last block is only where one walks. */
  #adding: 'no' | 'begun' | 'fresh' = 'no'
  #tabbedFrom: number | null = null // column where Tab began: Enter returns there

  constructor(surface: Surface) {
    this.#surface = surface
    this.#leaps = new Leaps(surface)
  }

  /** A click or a move: Enter no longer returns to where Tab began, and no leap is waited for. */
  forgetTab(): void {
    this.#tabbedFrom = null
    this.#leaps.drop()
  }

  /** No leap that is still asked for counts. */
  stand(): void {
    this.#leaps.drop()
  }

  /** Keys begin to add blocks, or no longer do. */
  turnAdding(): void {
    const { words } = this.#surface
    this.#adding = this.#adding === 'no' ? 'begun' : 'no'
    if (this.#adding === 'begun' && words.adding) this.#surface.say(words.adding)
  }

  endAdding(): void {
    this.#adding = 'no'
  }

  move(step: Step, extend: boolean): void {
    const { viewport, rowHeight, extent } = this.#surface
    const from = () => {
      const { end, active } = this.#surface.selected
      return extend ? end : active
    }
    this.#tabbedFrom = null
    if (step.by === 'filled') {
      if (this.#leaps.leap(from, step, (place) => this.#reach(from(), place, extend))) return
    } else this.#leaps.drop()
    const page = this.#page()
    const to = stepped(from(), step, extent, page)
    if (step.by === 'page') viewport.scrollTo(viewport.top + step.rows * page.rows * rowHeight)
    if (step.by === 'edge' && step.columns < 0) viewport.scrollSideways(0) // where a frozen column stays in sight, too
    this.#reach(from(), to, extend)
  }

  /** Rows and columns of one screen, less the one that stays in sight. */
  #page(): { readonly rows: number; readonly columns: number } {
    const { viewport, rowHeight, layout, gutter } = this.#surface
    const { from, to } = columnsOnShow(layout, viewport.left, viewport.width - gutter)
    return {
      rows: Math.max(1, Math.floor(viewport.rowsHeight / rowHeight) - 1),
      columns: Math.max(1, to - from - 1),
    }
  }

  #reach(from: Place, to: Place, extend: boolean): void {
    const follow = {
      ...(to.row !== from.row || !extend ? { row: to.row } : {}),
      ...(to.column !== from.column || !extend ? { column: to.column } : {}),
    }
    this.#surface.select(extend ? this.#stretched(to) : this.#walked(to), follow)
  }

  #stretched(to: Place): Selected {
    if (this.#adding === 'fresh') this.#adding = 'begun'
    return extended(this.#surface.selected, to)
  }

  #walked(to: Place): Selected {
    const { selected } = this.#surface
    if (this.#adding === 'no') return single(to)
    const isFresh = this.#adding === 'fresh'
    this.#adding = 'fresh'
    return isFresh ? { ...single(to), others: selected.others } : withAlso(selected, single(to))
  }

  /** Enter and Tab; false = there is nowhere further, and nothing was open. */
  advance(way: 'down' | 'up' | 'right' | 'left'): boolean {
    const surface = this.#surface
    const { selected, extent } = surface
    const across = way === 'left' || way === 'right'
    const one = isOneCell(selected)
    const { row, column } = selected.active
    const began = this.#tabbedFrom
    const next = advanced(selected, way, extent)
    const committed = surface.commit()
    if (!next) return committed // Tab past the end leaves the sheet
    if (one && across) this.#tabbedFrom ??= column
    else this.forgetTab()
    const back = one && way === 'down' && began !== null && next.active.row !== row
    const place = back ? { row: next.active.row, column: began } : next.active
    surface.select(back ? single(place) : next, place)
    return true
  }
}
