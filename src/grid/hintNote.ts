import { attribute, make, px } from './dom.ts'
import type { Box } from './marks.ts'

const rest = 500 // ms on a place before its note is shown
const gap = 3

/** What is said of the place that the keyboard is on. */
export interface About {
  readonly element: Element
  readonly title: string // of the column; '' where the element says it
  readonly hint: string | null
  readonly isShown: boolean // else it is only read out
}

/** The remark on the active cell or header: read out with it, and shown beside it after a moment. */
export class HintNote {
  readonly #column = make('span', 'grid-said')
  readonly #note = make('div', 'grid-note')
  readonly #root: HTMLElement
  readonly #ids: string
  #about: About | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(root: HTMLElement, id: string) {
    this.#root = root
    this.#column.id = `${id}-column`
    this.#note.id = `${id}-hint`
    this.#ids = `${this.#column.id} ${this.#note.id}`
    root.append(this.#column, this.#note)
  }

  /** null = nothing is active, or it is being edited. */
  tell(about: About | null): void {
    const before = this.#about
    this.#about = about
    if (before && before.element !== about?.element) {
      attribute(before.element, 'aria-describedby', null)
    }
    if (about) attribute(about.element, 'aria-describedby', this.#ids)
    const same =
      before?.element === about?.element &&
      before?.title === about?.title &&
      before?.hint === about?.hint &&
      before?.isShown === about?.isShown
    if (same) {
      if (this.#note.classList.contains('seen')) this.#place()
      return
    }
    this.#column.textContent = about?.title ?? ''
    this.#note.textContent = about?.hint ?? ''
    this.#note.classList.remove('seen')
    clearTimeout(this.#timer)
    if (about?.hint && about.isShown) this.#timer = setTimeout(() => this.#show(), rest)
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  #show(): void {
    this.#note.classList.add('seen')
    this.#place()
  }

  /** Under the place, or above it where the sheet ends. */
  #place(): void {
    if (!this.#about) return
    const room = this.#root.getBoundingClientRect()
    const scale = room.width / this.#root.offsetWidth || 1 // differs from 1 under CSS zoom
    const box = boxIn(this.#about.element, room, scale)
    const { offsetWidth, offsetHeight } = this.#note
    const right = this.#root.clientWidth - offsetWidth - 4
    const under = box.top + box.height + gap
    const isUnder = under + offsetHeight <= this.#root.clientHeight
    const top = isUnder ? under : box.top - offsetHeight - gap
    this.#note.style.transform = `translate(${px(Math.max(4, Math.min(box.left, right)))},${px(Math.max(0, top))})`
  }
}

function boxIn(element: Element, room: DOMRect, scale: number): Box {
  const { left, top, width, height } = element.getBoundingClientRect()
  return {
    left: (left - room.left) / scale,
    top: (top - room.top) / scale,
    width: width / scale,
    height: height / scale,
  }
}
