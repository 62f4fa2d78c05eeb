import { make, px } from './dom.ts'

/** A layer of cells that is moved as one; only what differs is written. */
export class Strip {
  readonly element: HTMLElement
  #left = NaN
  #width: number | null = null
  #shift = NaN

  constructor(className: string) {
    this.element = make('div', className)
  }

  /** Without a width its cells may reach as far as they like. */
  stand(left: number, width: number | null = null): void {
    if (left !== this.#left) {
      this.#left = left
      this.element.style.left = px(left)
    }
    if (width !== this.#width) {
      this.#width = width
      this.element.style.width = width === null ? '' : px(width)
    }
  }

  /** px to the left of where it stands. */
  shift(by: number): void {
    if (by === this.#shift) return
    this.#shift = by
    this.element.style.transform = `translateX(${px(-by)})`
  }
}
