import { make, px } from './dom.ts'
import { RowBox, type Moment } from './row.ts'

const farthest = 1000 // rows from the layer's origin: fractions of a px stay exact in a transform (24 bits)

/** The rows on show: as many elements as fit, each taking the next row as one leaves. */
export class Body {
  readonly #layer = make('div', 'grid-rows')
  readonly #rows: RowBox[] = []
  #origin = 0
  #shift = NaN

  constructor(parent: HTMLElement) {
    this.#layer.setAttribute('role', 'presentation')
    parent.append(this.#layer)
  }

  /** Draws the rows [first, to) of the sheet whose px `top` is at the top edge; true when a cell was missing. */
  draw(moment: Moment, first: number, to: number, top: number, fit: number): boolean {
    this.#provide(fit)
    if (Math.abs(first - this.#origin) > farthest) this.#origin = first
    const shift = this.#origin * moment.rowHeight - top
    if (shift !== this.#shift) {
      this.#shift = shift
      this.#layer.style.transform = `translateY(${px(shift)})`
    }
    let waiting = false
    for (let at = 0; at < fit; at++) {
      const row = first + at
      const box = this.#rows[row % fit]
      if (!box) continue
      if (row >= to) box.hide()
      else waiting = box.draw(row, (row - this.#origin) * moment.rowHeight, moment) || waiting
    }
    return waiting
  }

  #provide(fit: number): void {
    while (this.#rows.length < fit) {
      const box = new RowBox()
      this.#rows.push(box)
      this.#layer.append(box.element)
    }
    while (this.#rows.length > fit) this.#rows.pop()?.element.remove()
  }
}
