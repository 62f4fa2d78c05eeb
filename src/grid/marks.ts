import { make, px } from './dom.ts'

export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Edges of the selected blocks, the last one's fill handle, and the block that a drag of the handle would cover. */
export class Marks {
  readonly #parent: HTMLElement
  readonly #outlines: HTMLElement[] = []
  readonly #preview = make('div', 'grid-outline preview')
  readonly handle = make('div', 'grid-handle')

  constructor(parent: HTMLElement) {
    this.#parent = parent
    for (const element of [this.#preview, this.handle]) this.#add(element)
  }

  /** `blocks` have an edge of their own; a single cell needs none. */
  show(blocks: readonly (Box | null)[], handle: Box | null, preview: Box | null): void {
    while (this.#outlines.length < blocks.length)
      this.#outlines.push(this.#add(make('div', 'grid-outline')))
    for (const [at, outline] of this.#outlines.entries()) place(outline, blocks[at] ?? null)
    place(this.#preview, preview)
    this.handle.hidden = handle === null
    if (handle) {
      this.handle.style.transform = `translate(${px(handle.left)},${px(handle.top)})`
    }
  }

  #add(element: HTMLElement): HTMLElement {
    element.setAttribute('role', 'presentation')
    element.hidden = true
    this.#parent.append(element)
    return element
  }
}

function place(element: HTMLElement, box: Box | null): void {
  element.hidden = box === null
  if (!box) return
  element.style.transform = `translate(${px(box.left)},${px(box.top)})`
  element.style.width = px(box.width)
  element.style.height = px(box.height)
}
