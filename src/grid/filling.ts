import { accepts } from './clipboard.ts'
import { make, px } from './dom.ts'
import { FillOptions } from './fillOptions.ts'
import { block, filled, rangeOf, sameRange, type Place, type Selected } from './selection.ts'
import type { GridFill, GridRange } from './source.ts'
import type { Surface } from './surface.ts'

/** The fill handle: a drag, a double press, what is said meanwhile, and the choice afterwards. */
export class Filling {
  readonly #surface: Surface
  readonly #tip = make('div', 'grid-tip')
  readonly #options: FillOptions
  #from: GridRange | null = null
  #to: GridRange | null = null
  #isAsking = false
  #isTipOld = false
  #left: Selected | null = null // the selection that the last fill made: its options stand as long
  /** Ctrl is down: a copy instead of the series, or the series instead of the copy. */
  other = false

  constructor(surface: Surface, over: HTMLElement) {
    this.#surface = surface
    this.#tip.hidden = true
    this.#tip.setAttribute('role', 'presentation')
    over.append(this.#tip)
    this.#options = new FillOptions(surface, over)
  }

  begin(): void {
    this.#from = rangeOf(this.#surface.selected)
    this.#options.hide()
  }

  /** The pointer has come to a place; `at` = its px. */
  reach(place: Place, at: { readonly x: number; readonly y: number }): void {
    if (!this.#from) return
    this.#to = filled(this.#from, place)
    this.#surface.preview(this.#to)
    this.#tip.style.transform = `translate(${px(at.x + 14)},${px(at.y + 16)})`
    void this.#askTip()
  }

  /** One question at a time, the last one for sure. */
  async #askTip(): Promise<void> {
    this.#isTipOld = true
    if (this.#isAsking) return
    this.#isAsking = true
    while (this.#isTipOld && this.#from && this.#to) {
      this.#isTipOld = false
      const isMoved = !sameRange(this.#from, this.#to)
      const { edits } = this.#surface
      const tip = isMoved ? await edits.fillTip?.(this.#from, this.#to, this.#how) : null
      this.#tip.hidden = !tip || this.#from === null
      this.#tip.textContent = tip?.text ?? ''
    }
    this.#isAsking = false
  }

  end(): void {
    if (this.#from && this.#to) this.#fill(this.#from, this.#to)
  }

  stop(): void {
    this.#from = null
    this.#to = null
    this.#tip.hidden = true
    this.#surface.preview(null)
  }

  /** Down as far as the column beside is filled without a gap: that at the left, else that at the right, as in Excel. */
  async toEdge(): Promise<void> {
    const { selected, source, extent } = this.#surface
    const range = rangeOf(selected)
    const bottom = source.edge ? await this.#beside(range) : extent.rows - 1
    if (this.#surface.selected !== selected || bottom <= range.bottom) return
    this.other = false
    this.#fill(range, { ...range, bottom })
  }

  async #beside({ left, right, bottom }: GridRange): Promise<number> {
    const { source, extent } = this.#surface
    for (const column of [left - 1, right + 1]) {
      if (column < 0 || column >= extent.columns) continue
      const end = await source.edge?.({ row: bottom, column }, { rows: 1, columns: 0 }, true)
      if (end && end.row > bottom) return end.row
    }
    return bottom
  }

  /** Without Ctrl as Excel chooses by itself; with it the other way. */
  get #how(): GridFill {
    return this.other ? 'other' : 'auto'
  }

  #fill(from: GridRange, to: GridRange): void {
    const { edits, source, selected } = this.#surface
    if (sameRange(from, to) || !accepts(source, edits, to)) return
    const how = this.#how
    const tip = edits.fillTip?.(from, to, how)
    edits.fill(from, to, how)
    this.#surface.select(block(to, selected.active))
    const left = this.#surface.selected
    void tip?.then((known) => {
      if (!known || this.#surface.selected !== left) return
      this.#left = left
      this.#options.show(from, to, known.isSeries ? 'series' : 'copy')
    })
  }

  draw(): void {
    if (this.#surface.selected === this.#left) this.#options.place()
    else this.#options.hide()
  }
}
