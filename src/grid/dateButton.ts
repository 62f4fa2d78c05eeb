import { make, px } from './dom.ts'
import type { Box } from './marks.ts'

const size = 24

/** Opens the browser's own calendar beside a date being typed. Typing stays the main way. */
export class DateButton {
  readonly #button = make('button', 'grid-date')
  readonly #input = make('input', 'grid-date-input')

  constructor(parent: HTMLElement, chosen: (text: string) => void) {
    this.#button.type = 'button'
    this.#button.tabIndex = -1
    this.#button.hidden = true
    this.#input.type = 'date'
    this.#input.tabIndex = -1
    this.#input.setAttribute('aria-hidden', 'true')
    this.#button.append(picture())
    parent.append(this.#button, this.#input)
    this.#button.addEventListener('mousedown', (event) => event.preventDefault())
    this.#button.addEventListener('click', () => this.choose())
    this.#input.addEventListener('change', () => {
      if (this.#input.value !== '') chosen(this.#input.value)
    })
  }

  set label(text: string) {
    this.#button.setAttribute('aria-label', text)
    this.#button.title = text
  }

  owns(target: EventTarget | null): boolean {
    return target === this.#input || target === this.#button
  }

  show(text: string): void {
    const day = /^\d{4}-\d\d-\d\d/.exec(text)?.[0] ?? ''
    this.#input.value = isDay(day) ? day : '' // the browser warns of 2024-13-01
    this.#button.hidden = false
  }

  choose(): void {
    this.#input.showPicker()
  }

  hide(): void {
    this.#button.hidden = true
  }

  place(box: Box, width: number): void {
    const left = px(box.left + width)
    const top = px(box.top + Math.max(0, (box.height - size) / 2))
    for (const element of [this.#button, this.#input])
      element.style.transform = `translate(${left},${top})`
  }
}

function isDay(text: string): boolean {
  const at = Date.parse(text)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text) // some take February 30th for March
}

function picture(): SVGElement {
  const drawing = 'http://www.w3.org/2000/svg'
  const svg = document.createElementNS(drawing, 'svg')
  svg.setAttribute('viewBox', '0 0 16 16')
  svg.setAttribute('class', 'ic')
  svg.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS(drawing, 'path')
  path.setAttribute('d', 'M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3')
  svg.append(path)
  return svg
}
