import type { Editor } from './editor.ts'
import { block, single } from './selection.ts'
import type { Surface } from './surface.ts'

const next = { none: 'ascending', ascending: 'descending', descending: null } as const

/**
 * The header of the active column while the keyboard is in it: Up from the first row enters it, Left and Right walk, Enter
 * sorts (with Shift beside the others), F2 renames, Alt+Down opens the menu, Space selects the column, Down and Escape go
 * back.
 */
export class Heading {
  column: number | null = null
  #element: Element | null = null
  #walks = false
  readonly #surface: Surface
  readonly #grid: HTMLElement
  readonly #id: string

  constructor(surface: Surface, editor: Editor, grid: HTMLElement, id: string) {
    this.#surface = surface
    this.#grid = grid
    this.#id = `${id}-header`
    editor.input.addEventListener('keydown', (event) => {
      if (event.isComposing || event.keyCode === 229 || editor.composing) return
      if (editor.state !== 'closed' || !this.#takes(event)) return
      event.preventDefault()
      event.stopImmediatePropagation()
    })
    editor.input.addEventListener('blur', () => this.leave())
  }

  /** Whatever else is selected. */
  leave(): void {
    if (this.#walks || this.column === null) return
    this.column = null
    this.#surface.schedule()
  }

  /** Marks the header; its element where it is in it, for the screen reader and the note. */
  draw(): Element | null {
    const { column } = this
    const found =
      column === null
        ? null
        : this.#grid.querySelector(`.grid-title[aria-colindex="${String(column + 1)}"]`)
    if (found !== this.#element) {
      this.#element?.removeAttribute('id')
      this.#element?.classList.remove('active')
      this.#element = found
    }
    found?.classList.add('active')
    found?.setAttribute('id', this.#id)
    this.#grid.classList.toggle('in-head', found !== null)
    return found
  }

  #takes(event: KeyboardEvent): boolean {
    const { selected, extent } = this.#surface
    if (this.column === null) {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey
      // a key held down stops at the first row
      const enters = event.key === 'ArrowUp' && plain && !event.repeat && selected.active.row === 0
      if (!enters || extent.rows === 0) return false
      this.#surface.select(single(selected.active), selected.active)
      this.column = selected.active.column
      this.#surface.schedule()
      return true
    }
    return this.#within(event, this.column)
  }

  #within(event: KeyboardEvent, column: number): boolean {
    const { source, edits, extent, selected } = this.#surface
    const { key, altKey, shiftKey } = event
    if (key === 'ContextMenu' || (key === 'F10' && shiftKey) || (key === 'ArrowDown' && altKey)) {
      this.#menu(column)
      return true
    }
    if (altKey || event.ctrlKey || event.metaKey) return false
    switch (key) {
      case 'ArrowLeft':
      case 'ArrowRight':
        this.#walk(column + (key === 'ArrowLeft' ? -1 : 1))
        return true
      case 'Home':
        this.#walk(0)
        return true
      case 'End':
        this.#walk(extent.columns - 1)
        return true
      case 'ArrowUp':
        return true
      case 'Enter': {
        const direction = next[source.columns[column]?.sort ?? 'none']
        if (shiftKey) edits.sort(column, direction, true)
        else edits.sort(column, direction)
        return true
      }
      case 'F2':
        edits.rename?.(column)
        return true
      case ' ': {
        const whole = { top: 0, left: column, bottom: extent.rows - 1, right: column }
        this.leave()
        this.#surface.select(block(whole, selected.active))
        return true
      }
      default:
        this.leave()
        return key === 'ArrowDown' || key === 'Escape'
    }
  }

  #walk(column: number): void {
    const { extent, selected } = this.#surface
    this.column = Math.max(0, Math.min(extent.columns - 1, column))
    this.#walks = true
    const place = { row: selected.active.row, column: this.column }
    this.#surface.select(single(place), { column: this.column })
    this.#walks = false
  }

  #menu(column: number): void {
    const box = this.#element?.getBoundingClientRect()
    if (box) this.#surface.edits.menu({ row: null, column, x: box.left, y: box.bottom })
  }
}
