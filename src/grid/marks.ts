import { make, px } from './dom.ts'

export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Edge of the selected block, its fill handle, and the block that a drag of the handle would cover. */
export class Marks {
  readonly #outline = make('div', 'grid-outline')
  readonly #preview = make('div', 'grid-outline preview')
  readonly handle = make('div', 'grid-handle')

  constructor(parent: HTMLElement) {
    for (const element of [this.#outline, this.#preview, this.handle]) {
      element.setAttribute('role', 'presentation')
      element.hidden = true
      parent.append(element)
    }
  }

  show(range: Box | null, several: boolean, handle: Box | null, preview: Box | null): void {
    place(this.#outline, several ? range : null)
    place(this.#preview, preview)
    this.handle.hidden = handle === null
    if (handle) {
      this.handle.style.transform = `translate(${px(handle.left)},${px(handle.top)})`
    }
  }
}

function place(element: HTMLElement, box: Box | null): void {
  element.hidden = box === null
  if (!box) return
  element.style.transform = `translate(${px(box.left)},${px(box.top)})`
  element.style.width = px(box.width)
  element.style.height = px(box.height)
}
