import { attribute, make, px } from './dom.ts'
import { boxOf } from './over.ts'
import type { GridFill, GridRange } from './source.ts'
import type { Surface } from './surface.ts'

const own = 'grid-fill-options'

/** The button beside what was filled: copied, or as a series; as long as it is what was done last. */
export class FillOptions {
  readonly #surface: Surface
  readonly #box = make('div', own)
  readonly #button = make('button', 'grid-fill-open')
  readonly #list = make('div', 'grid-fill-list', 'menu')
  readonly #choices: readonly {
    readonly how: 'copy' | 'series'
    readonly element: HTMLButtonElement
  }[]
  #filled: { readonly from: GridRange; readonly to: GridRange; how: GridFill } | null = null

  constructor(surface: Surface, over: HTMLElement) {
    this.#surface = surface
    this.#button.textContent = '▾'
    this.#button.tabIndex = -1
    attribute(this.#button, 'aria-haspopup', 'menu')
    this.#choices = (['copy', 'series'] as const).map((how) => {
      const element = make('button', 'grid-fill-choice', 'menuitemradio')
      element.addEventListener('click', () => this.#choose(how))
      this.#list.append(element)
      return { how, element }
    })
    this.#box.append(this.#button, this.#list)
    this.#box.hidden = true
    this.#list.hidden = true
    over.append(this.#box)
    this.#button.addEventListener('click', () => this.#open(this.#list.hidden === true))
    surface.editor.input.addEventListener('keydown', () => this.hide())
    this.#box.addEventListener('mousedown', (event) => event.preventDefault()) // the textarea keeps the focus
    this.#list.addEventListener('keydown', (event) => this.#key(event))
    this.#list.addEventListener('focusout', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node) || !this.#box.contains(relatedTarget)) this.#open(false)
    })
  }

  show(from: GridRange, to: GridRange, how: 'copy' | 'series'): void {
    const { words } = this.#surface
    if (words.fillOptions === undefined) return
    this.#filled = { from, to, how }
    attribute(this.#button, 'aria-label', words.fillOptions)
    this.#button.title = words.fillOptions
    const names = { copy: words.fillCopy ?? '', series: words.fillSeries ?? '' }
    for (const choice of this.#choices) choice.element.textContent = names[choice.how]
    this.#box.hidden = false
    this.#open(false)
    this.place()
  }

  /** Below the right corner of what was filled, inside the sheet. */
  place(): void {
    if (!this.#filled) return
    const { bottom, right } = this.#filled.to
    const { viewport } = this.#surface
    const box = boxOf(this.#surface, { row: bottom, column: right })
    const left = Math.min(viewport.width - 34, box.left + box.width + 2)
    const top = Math.min(viewport.height - 30, box.top + box.height + 2)
    this.#box.style.transform = `translate(${px(left)},${px(top)})`
    this.#box.classList.toggle('up', top > viewport.height - 120)
    this.#box.classList.toggle('back', left > viewport.width - 160)
  }

  hide(): void {
    if (!this.#filled) return
    this.#filled = null
    this.#box.hidden = true
  }

  #open(open: boolean): void {
    this.#list.hidden = !open
    attribute(this.#button, 'aria-expanded', String(open))
    for (const { how, element } of this.#choices)
      attribute(element, 'aria-checked', String(how === this.#filled?.how))
    if (open) this.#choices.find(({ how }) => how === this.#filled?.how)?.element.focus()
  }

  /** Escape closes the list and no more, the arrows walk in it. */
  #key(event: KeyboardEvent): void {
    const at = this.#choices.findIndex(({ element }) => element === event.target)
    const step = { ArrowDown: 1, ArrowUp: this.#choices.length - 1 }[event.key]
    if (step !== undefined) this.#choices[(at + step) % this.#choices.length]?.element.focus()
    else if (event.key === 'Escape') this.#close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  #close(): void {
    this.#open(false)
    this.#surface.editor.focus()
  }

  #choose(how: GridFill): void {
    const filled = this.#filled
    this.#close()
    if (!filled || filled.how === how) return
    filled.how = how
    this.#surface.edits.fill(filled.from, filled.to, how, true)
  }
}
