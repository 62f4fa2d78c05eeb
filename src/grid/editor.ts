import { Chips } from './chips.ts'
import { Choices } from './choices.ts'
import { DateButton } from './dateButton.ts'
import { attribute, make } from './dom.ts'
import { Draft } from './draft.ts'
import type { EditorHost } from './editorHost.ts'
import { EditorPlace } from './editorPlace.ts'
import type { EditState } from './keys.ts'
import type { Box } from './marks.ts'
import { offered } from './offered.ts'

/** What becomes of the letters typed into a closed cell. */
type Taking = 'edit' | 'refuse' | 'own'

/**
 * The one textarea that keeps the focus, over the active cell, so that an input method composes straight into a
 * selected cell and its first letter is not lost. While it composes nothing here moves, sizes, focuses or writes it.
 */
export class Editor {
  readonly input = make('textarea', 'grid-input')
  readonly choices: Choices
  readonly dates: DateButton
  readonly chips: Chips
  readonly #draft: Draft
  readonly #place: EditorPlace
  readonly #host: EditorHost
  state: EditState = 'closed'
  composing = false
  #taking: Taking = 'edit'
  #opensByComposing = false // given up with nothing written, the cell is as it was

  constructor(parent: HTMLElement, id: string, host: EditorHost) {
    this.#host = host
    this.input.rows = 1
    this.input.tabIndex = -1
    this.input.spellcheck = false
    this.input.autocomplete = 'off'
    this.input.setAttribute('autocapitalize', 'off')
    this.chips = new Chips(parent, () => this.#wordsChanged())
    parent.append(this.input)
    this.choices = new Choices(parent, this.input, `${id}-choices`, (text) => this.#chosen(text))
    this.dates = new DateButton(parent, (text) => this.#chosen(text))
    this.#draft = new Draft(this.input, this.choices, this.chips)
    this.#place = new EditorPlace(this.input, this.chips, this.choices, this.dates)
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
    return this.#draft.text
  }

  get altered(): boolean {
    return this.state === 'typed' || this.#draft.altered
  }

  /** A finger that selects a cell does not want the keyboard on the screen; one that edits it does. */
  set byTouch(isTouch: boolean) {
    if (this.state === 'closed') this.input.inputMode = isTouch ? 'none' : ''
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
    if (this.input.inputMode === 'none') {
      this.input.inputMode = ''
      this.input.blur() // the keyboard comes with the focus
    }
    this.#draft.take(this.#host.editorNow() ?? { kind: 'text' }, text, this.#host.label())
    this.#show('opened')
    this.focus()
    this.input.setSelectionRange(this.input.value.length, this.input.value.length)
    this.#grow()
    if (this.chips.open) this.offer(false)
  }

  /** The texts known here: all of them, or those that what is typed may mean. */
  offer(all: boolean): void {
    if (this.state === 'closed') return
    const { editor } = this.#draft
    const known = offered(editor)
    if (!known) {
      if (all && editor.kind === 'date') this.dates.choose()
      return
    }
    const { options, matches } = known
    const left = options.filter((option) => !this.chips.words.includes(option))
    this.choices.show(left, all ? '' : this.input.value, this.#host.label(), matches)
    this.#place.placeChoices()
  }

  close(): void {
    if (this.state === 'closed') return
    this.state = 'closed'
    this.choices.hide()
    this.dates.hide()
    this.chips.hide()
    this.input.classList.remove('open', 'in-chips')
    this.input.removeAttribute('data-testid')
    if (!this.composing) this.#empty()
  }

  /** Where the active cell is on show; `room` is the size of the sheet. */
  place(box: Box, room: { readonly width: number; readonly height: number }, align: string): void {
    this.#place.set(box, room)
    if (!this.composing) this.#settle(align)
  }

  /** Which cell a screen reader is to read; while editing the text itself is read. */
  describe(label: string, cell: string | null, grid: string): void {
    attribute(this.input, 'aria-label', label)
    if (this.choices.open) return
    attribute(this.input, 'aria-controls', grid)
    attribute(this.input, 'aria-activedescendant', this.state === 'closed' ? cell : null)
  }

  #settle(align: string): void {
    this.input.style.textAlign = this.chips.open ? 'start' : align
    if (this.state === 'closed') this.#place.stand()
    else this.#place.grow()
    this.#place.placeChoices()
  }

  #compose(): void {
    this.composing = true
    if (this.state !== 'closed') return
    this.#begin()
    this.#opensByComposing = true
  }

  #composed(): void {
    this.composing = false
    const isGivenUp = this.#opensByComposing && this.input.value === ''
    this.#opensByComposing = false
    if (isGivenUp && this.state === 'typed') this.#host.cancel()
    else if (this.state === 'closed' && this.#taking === 'edit') this.#empty()
    else this.#typed()
    this.#settle(this.input.style.textAlign)
  }

  #typed(): void {
    const isNothing = this.state === 'closed' && this.input.value === '' // Firefox tells again what was taken
    if (isNothing && !this.composing) {
      this.#taking = 'edit'
      this.input.classList.remove('open')
      return
    }
    if (this.state === 'closed' && this.#taking === 'edit') this.#begin()
    if (this.composing) return
    const taking = this.#taking
    this.#taking = 'edit'
    if (this.state === 'closed') this.#handOn(taking)
    else if (this.state === 'typed' && this.#draft.turns) {
      this.close()
      this.#host.turn()
    } else {
      this.#draft.part()
      this.#grow()
      this.offer(false)
    }
  }

  /** What was typed into a cell that no text is written into. */
  #handOn(taking: Taking): void {
    const typed = this.input.value
    this.input.classList.remove('open')
    this.#empty()
    if (taking === 'own' && typed !== '') this.#host.own(typed)
  }

  /** The first letter in a closed cell: typing replaces what is there. */
  #begin(): void {
    const editor = this.#host.editorNow()
    if (editor === null || editor.kind === 'none') {
      this.#taking = 'refuse'
      if (editor) this.#host.refused()
      return
    }
    if (editor.kind === 'own') {
      this.#taking = 'own'
      this.input.classList.toggle('open', this.composing) // what is composed is to be seen
      return
    }
    this.#draft.replace(editor, this.#host.label())
    this.#show('typed')
  }

  #show(state: EditState): void {
    this.state = state
    this.input.classList.add('open')
    this.input.setAttribute('data-testid', 'cell-editor')
    if (this.#draft.editor.kind === 'date' && !this.composing) this.dates.show(this.input.value)
    this.#host.opened()
  }

  #chosen(text: string): void {
    if (this.chips.open) return this.add(text)
    this.input.value = text
    this.#host.commit()
    this.focus()
  }

  /** A word of a cell of words is there. */
  add(word: string): void {
    this.#draft.add(word)
    this.#wordsChanged()
  }

  #wordsChanged(): void {
    this.#grow()
    this.offer(false)
    this.focus()
  }

  #grow(): void {
    if (!this.composing) this.#place.grow()
  }

  #empty(): void {
    this.input.value = ''
    this.#place.stand()
  }
}
