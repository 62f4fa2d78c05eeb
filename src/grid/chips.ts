import { attribute, make, px } from './dom.ts'
import type { Box } from './marks.ts'

const leastWidth = 220 // px: some words and the place of the next one
const leastInput = 72

/** The words of the cell being edited, each with its cross; the textarea stands behind the last one. */
export class Chips {
  readonly #strip = make('div', 'grid-chips', 'group')
  readonly #end = make('span', 'grid-chips-end')
  readonly #taken: () => void
  #words: string[] = []
  nameOf: (word: string) => string = (word) => word

  constructor(parent: HTMLElement, taken: () => void) {
    this.#taken = taken
    this.#strip.hidden = true
    this.#strip.append(this.#end)
    parent.append(this.#strip)
    this.#strip.addEventListener('mousedown', (event) => event.preventDefault()) // the textarea keeps the focus
    this.#strip.addEventListener('click', (event) => {
      const cross = event.target instanceof Element ? event.target.closest('button') : null
      if (cross) this.remove([...this.#strip.children].indexOf(cross.parentElement ?? cross))
    })
  }

  get words(): readonly string[] {
    return this.#words
  }

  get open(): boolean {
    return !this.#strip.hidden
  }

  show(words: readonly string[], label: string): void {
    this.#words = [...words]
    this.#strip.hidden = false
    attribute(this.#strip, 'aria-label', label)
    this.#draw()
  }

  hide(): void {
    this.#strip.hidden = true
    this.#words = []
  }

  add(words: readonly string[]): void {
    this.#words.push(...words.filter((word) => !this.#words.includes(word)))
    this.#draw()
  }

  /** False = there is none. */
  remove(at: number): boolean {
    if (at < 0 || at >= this.#words.length) return false
    this.#words.splice(at, 1)
    this.#draw()
    this.#taken()
    return true
  }

  /** Stands over the cell and gives back where the textarea belongs, and its own lower edge. */
  place(box: Box, room: { readonly width: number }): { readonly input: Box; readonly box: Box } {
    const width = Math.max(box.width, leastWidth)
    const left = Math.max(0, Math.min(box.left, room.width - width))
    this.#strip.style.transform = `translate(${px(left)},${px(box.top)})`
    this.#strip.style.width = px(width)
    this.#strip.style.minHeight = px(box.height)
    this.#end.style.minWidth = px(leastInput)
    const { offsetLeft, offsetTop, offsetWidth, offsetHeight } = this.#end
    return {
      input: {
        left: left + offsetLeft,
        top: box.top + offsetTop,
        width: offsetWidth,
        height: offsetHeight,
      },
      box: { left, top: box.top, width, height: this.#strip.offsetHeight },
    }
  }

  #draw(): void {
    this.#strip.replaceChildren(...this.#words.map((word) => this.#chip(word)), this.#end)
  }

  #chip(word: string): HTMLElement {
    const chip = make('span', 'grid-tag')
    const text = make('span', 'grid-tag-text')
    text.textContent = word
    const cross = make('button', 'grid-tag-cross')
    cross.type = 'button'
    cross.tabIndex = -1
    cross.textContent = '×'
    cross.setAttribute('aria-label', this.nameOf(word))
    chip.append(text, cross)
    return chip
  }
}
