/** Dragging a list item by its grip: where it would go, shown while it moves. Rows are the list's children. */
export class Reorder {
  from = $state<number | null>(null)
  to = $state<number | null>(null)
  readonly #move: (from: number, to: number) => void
  #list: HTMLElement | null = null

  constructor(move: (from: number, to: number) => void) {
    this.#move = move
  }

  start(event: PointerEvent & { currentTarget: HTMLElement }, index: number): void {
    if (event.button !== 0) return
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    this.#list = event.currentTarget.closest('ol')
    this.from = index
    this.to = index
  }

  over(event: PointerEvent): void {
    if (this.from === null || !this.#list) return
    const rows = [...this.#list.children]
    const before = rows.filter((row, i) => {
      if (i === this.from) return false
      const box = row.getBoundingClientRect()
      return event.clientY > box.top + box.height / 2
    })
    this.to = before.length
  }

  end(): void {
    const { from, to } = this
    this.cancel()
    if (from !== null && to !== null && from !== to) this.#move(from, to)
  }

  cancel(): void {
    this.from = null
    this.to = null
  }

  /** Where the line stands that shows the new place: above or below a row. */
  lineAt(index: number): 'above' | 'below' | null {
    if (this.from === null || this.to === null || this.to === this.from) return null
    if (this.to !== index) return null
    return this.to < this.from ? 'above' : 'below'
  }
}

/** Alt with an arrow moves the item one place; null = another key. */
export function keyedPlace(event: KeyboardEvent, index: number, count: number): number | null {
  if (!event.altKey) return null
  if (event.key === 'ArrowUp' && index > 0) return index - 1
  return event.key === 'ArrowDown' && index < count - 1 ? index + 1 : null
}
