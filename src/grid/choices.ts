import { attribute, make, px } from './dom.ts'
import type { OptionMatch } from './source.ts'

const most = 200 // options drawn at once; typing narrows them

/** The list under a cell that offers texts; own texts stay possible. */
export class Choices {
  readonly #list = make('div', 'grid-choices', 'listbox')
  readonly #input: HTMLElement
  readonly #id: string
  #options: readonly string[] = []
  #at = -1

  constructor(parent: HTMLElement, input: HTMLElement, id: string, chosen: (text: string) => void) {
    this.#input = input
    this.#id = id
    this.#list.id = id
    this.#list.hidden = true
    parent.append(this.#list)
    this.#list.addEventListener('mousedown', (event) => {
      event.preventDefault()
      const option = event.target instanceof Element ? event.target.closest('[role=option]') : null
      const text = option && this.#options[[...this.#list.children].indexOf(option)]
      if (text !== undefined && text !== null) chosen(text)
    })
  }

  get open(): boolean {
    return !this.#list.hidden
  }

  /** The option walked to, null while none is. */
  get current(): string | null {
    return this.#options[this.#at] ?? null
  }

  /** Options that hold `typed`, those that begin with it first. */
  show(options: readonly string[], typed: string, label: string, matches?: OptionMatch): void {
    const wanted = typed.trim().toLocaleLowerCase()
    const found = options.filter(
      (option) =>
        option.toLocaleLowerCase().includes(wanted) || (matches?.(option, wanted) ?? false),
    )
    const begins = (option: string) => option.toLocaleLowerCase().startsWith(wanted)
    this.#options = [...found.filter(begins), ...found.filter((o) => !begins(o))].slice(0, most)
    this.#at = -1
    this.#list.replaceChildren(...this.#options.map((text, at) => this.#option(text, at)))
    this.#list.hidden = this.#options.length === 0
    this.#list.setAttribute('aria-label', label)
    this.#list.scrollTop = 0
    attribute(this.#input, 'aria-controls', this.open ? this.#id : null)
    attribute(this.#input, 'aria-haspopup', 'listbox')
    attribute(this.#input, 'aria-activedescendant', null)
  }

  hide(): void {
    if (!this.open) return
    this.#list.hidden = true
    this.#options = []
    this.#at = -1
    attribute(this.#input, 'aria-haspopup', null)
  }

  walk(way: 1 | -1): void {
    const count = this.#options.length
    if (count === 0) return
    this.#at = this.#at < 0 && way < 0 ? count - 1 : (this.#at + way + count) % count
    for (const [at, element] of [...this.#list.children].entries())
      element.setAttribute('aria-selected', String(at === this.#at))
    const element = this.#list.children[this.#at]
    if (!(element instanceof HTMLElement)) return
    attribute(this.#input, 'aria-activedescendant', element.id)
    const { offsetTop, offsetHeight } = element
    if (offsetTop < this.#list.scrollTop) this.#list.scrollTop = offsetTop
    const below = offsetTop + offsetHeight - this.#list.clientHeight
    if (below > this.#list.scrollTop) this.#list.scrollTop = below
  }

  /** Under the cell, or above it where there is more room. */
  place(left: number, top: number, bottom: number, width: number, height: number): void {
    if (!this.open) return
    const below = height - bottom - 4
    const above = top - 4
    const under = below >= Math.min(180, this.#list.scrollHeight) || below >= above
    this.#list.style.left = px(left)
    this.#list.style.minWidth = px(width)
    this.#list.style.maxHeight = px(Math.max(56, Math.min(280, under ? below : above)))
    this.#list.style.top = under ? px(bottom + 2) : 'auto'
    this.#list.style.bottom = under ? 'auto' : px(height - top + 2)
  }

  #option(text: string, at: number): HTMLElement {
    const element = make('div', 'grid-choice cut', 'option')
    element.textContent = text
    element.id = `${this.#id}-${String(at)}`
    element.setAttribute('aria-selected', 'false')
    return element
  }
}
