import { Choices } from './choices.ts'
import { DateButton } from './dateButton.ts'
import { attribute, make, px } from './dom.ts'
import type { EditState } from './keys.ts'
import type { Box } from './marks.ts'
import type { GridEditor } from './source.ts'

export interface EditorHost {
  /** How the active cell is edited; null = there is no cell. */
  editorNow(): GridEditor | null
  opened(): void
  refused(): void
  commit(): void
  label(): string
}

/**
 * The one textarea that keeps the focus, over the active cell, so that an input method composes straight into a
 * selected cell and its first letter is not lost. While it composes nothing here moves, sizes, focuses or writes it.
 */
export class Editor {
  readonly input = make('textarea', 'grid-input')
  readonly choices: Choices
  readonly dates: DateButton
  readonly #host: EditorHost
  readonly #testid = 'cell-editor'
  state: EditState = 'closed'
  composing = false
  #before = ''
  #box: Box = { left: 0, top: 0, width: 0, height: 0 }
  #room = { width: 0, height: 0 }
  #kind: GridEditor['kind'] = 'text'
  #refusing = false

  constructor(parent: HTMLElement, id: string, host: EditorHost) {
    this.#host = host
    this.input.rows = 1
    this.input.tabIndex = -1
    this.input.spellcheck = false
    this.input.autocomplete = 'off'
    this.input.setAttribute('autocapitalize', 'off')
    parent.append(this.input)
    this.choices = new Choices(parent, this.input, `${id}-choices`, (text) => this.#chosen(text))
    this.dates = new DateButton(parent, (text) => this.#chosen(text))
    this.input.addEventListener('compositionstart', () => this.#compose())
    this.input.addEventListener('compositionend', () => this.#composed())
    this.input.addEventListener('input', () => this.#typed())
    this.input.addEventListener('blur', (event) => {
      if (document.activeElement === this.input) return // another window took the focus
      if (this.dates.owns(event.relatedTarget)) return
      if (this.state !== 'closed') this.#host.commit()
    })
  }

  get text(): string {
    return this.choices.current ?? this.input.value
  }

  get altered(): boolean {
    return this.state === 'typed' || this.text !== this.#before
  }

  get active(): boolean {
    return document.activeElement === this.input
  }

  focus(): void {
    if (!this.composing && !this.active) this.input.focus({ preventScroll: true })
  }

  /** Opens with the text of the cell, caret at its end. */
  open(text: string): void {
    if (this.composing) return
    this.input.value = text
    this.#before = text
    this.#show('opened')
    this.focus()
    this.input.setSelectionRange(text.length, text.length)
    this.#grow()
  }

  offer(all: boolean): void {
    const editor = this.#host.editorNow()
    if (editor?.kind !== 'list' || this.state === 'closed') return
    this.choices.show(editor.options, all ? '' : this.input.value, this.#host.label())
    this.#placeChoices()
  }

  close(): void {
    if (this.state === 'closed') return
    this.state = 'closed'
    this.choices.hide()
    this.dates.hide()
    this.input.classList.remove('open')
    this.input.removeAttribute('data-testid')
    if (!this.composing) this.#empty()
  }

  /** Where the active cell is on show; `room` is the size of the sheet. */
  place(box: Box, room: { readonly width: number; readonly height: number }, align: string): void {
    this.#box = box
    this.#room = room
    if (this.composing) return
    this.input.style.transform = `translate(${px(box.left)},${px(box.top)})`
    this.input.style.textAlign = align
    if (this.state === 'closed') this.#fit(box.width, box.height)
    else this.#grow()
    this.#placeChoices()
  }

  #compose(): void {
    this.composing = true
    if (this.state === 'closed') this.#begin()
  }

  #composed(): void {
    this.composing = false
    if (this.#refusing || this.state === 'closed') {
      this.#refusing = false
      this.#empty()
    } else this.#typed()
    this.place(this.#box, this.#room, this.input.style.textAlign)
  }

  #typed(): void {
    if (this.state === 'closed' && !this.#refusing) this.#begin()
    if (this.composing) return
    if (this.#refusing) {
      this.#refusing = false
      this.#empty()
    } else if (this.state !== 'closed') {
      this.#grow()
      this.offer(false)
    }
  }

  /** The first letter in a closed cell: typing replaces what is there. */
  #begin(): void {
    const editor = this.#host.editorNow()
    if (editor === null || editor.kind === 'none') {
      this.#refusing = true
      if (editor) this.#host.refused()
      return
    }
    this.#before = ''
    this.#show('typed')
  }

  #show(state: EditState): void {
    this.state = state
    this.#kind = this.#host.editorNow()?.kind ?? 'text'
    this.input.classList.add('open')
    this.input.setAttribute('data-testid', this.#testid)
    if (this.#kind === 'date' && !this.composing) this.dates.show(this.input.value)
    this.#host.opened()
  }

  #chosen(text: string): void {
    this.input.value = text
    this.#host.commit()
    this.focus()
  }

  #empty(): void {
    this.input.value = ''
    this.#fit(this.#box.width, this.#box.height)
  }

  #fit(width: number, height: number): void {
    this.input.style.width = px(width)
    this.input.style.height = px(height)
    this.input.classList.remove('wrapped')
  }

  /** Wide enough for its text, over the neighbours; from the edge of the sheet on it wraps and grows down. */
  #grow(): void {
    if (this.composing) return
    this.#fit(this.#box.width, this.#box.height)
    const widest = Math.max(this.#box.width, this.#room.width - this.#box.left - 8)
    const needed = this.input.scrollWidth + 4
    if (needed > this.#box.width + 4) this.input.style.width = px(Math.min(widest, needed))
    const wraps = needed > widest || this.input.value.includes('\n')
    this.input.classList.toggle('wrapped', wraps)
    if (wraps) {
      const highest = Math.max(this.#box.height, this.#room.height - this.#box.top - 8)
      const tall = Math.max(this.#box.height, this.input.scrollHeight + 4)
      this.input.style.height = px(Math.min(highest, tall))
    }
    this.dates.place(this.#box, this.input.offsetWidth)
  }

  #placeChoices(): void {
    const { left, top, width, height } = this.#box
    this.choices.place(left, top, top + height, width, this.#room.height)
  }

  /** Which cell a screen reader is to read; while editing the text itself is read. */
  describe(label: string, cell: string | null, grid: string): void {
    attribute(this.input, 'aria-label', label)
    if (this.choices.open) return
    attribute(this.input, 'aria-controls', grid)
    attribute(this.input, 'aria-activedescendant', this.state === 'closed' ? cell : null)
  }
}
