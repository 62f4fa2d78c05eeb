import { Chips, joined, tagsOf } from './chips.ts'
import { Choices } from './choices.ts'
import { DateButton } from './dateButton.ts'
import { attribute, make, px } from './dom.ts'
import type { EditState } from './keys.ts'
import type { Box } from './marks.ts'
import { offered } from './offered.ts'
import type { GridEditor } from './source.ts'

export interface EditorHost {
  /** How the active cell is edited; null = there is no cell. */
  editorNow(): GridEditor | null
  opened(): void
  refused(): void
  /** The owner opens its own form. */
  own(typed: string): void
  /** Opens the editor over the active cell. */
  edit(): void
  turn(): void
  commit(): void
  /** Closes and leaves the cell as it was. */
  cancel(): void
  label(): string
}

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
  readonly #host: EditorHost
  readonly #testid = 'cell-editor'
  state: EditState = 'closed'
  composing = false
  #before = ''
  #box: Box = { left: 0, top: 0, width: 0, height: 0 }
  #room = { width: 0, height: 0 }
  #below: Box = this.#box // what the choices stand under
  #editor: GridEditor = { kind: 'text' }
  #opening = '' // the text that the words of a cell came from
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
    this.input.addEventListener('compositionstart', () => this.#compose())
    this.input.addEventListener('compositionend', () => this.#composed())
    this.input.addEventListener('input', () => this.#typed())
    this.input.addEventListener('keydown', (event) => this.#key(event))
    this.input.addEventListener('blur', (event) => {
      if (document.activeElement === this.input) return // another window took the focus
      if (this.dates.owns(event.relatedTarget)) return
      if (this.state !== 'closed') this.#host.commit()
    })
  }

  get text(): string {
    const typed = this.choices.current ?? this.input.value
    switch (this.#editor.kind) {
      case 'tags': {
        const last = tagsOf(typed, this.#editor.separators)
        return joined([...new Set([...this.chips.words, ...last])], this.#opening, this.#editor)
      }
      case 'toggle':
        return this.#editor.read?.(typed) ?? typed
      default:
        return typed
    }
  }

  get altered(): boolean {
    return this.state === 'typed' || this.text !== this.#before
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
    this.#opening = text
    this.#editor = this.#host.editorNow() ?? { kind: 'text' }
    const tags = this.#editor.kind === 'tags' ? tagsOf(text, this.#editor.separators) : null
    this.input.value = tags ? '' : text
    this.#show('opened', tags ?? [])
    this.#before = this.text
    this.focus()
    this.input.setSelectionRange(this.input.value.length, this.input.value.length)
    this.#grow()
    if (tags) this.offer(false)
  }

  /** The texts known here: all of them, or those that what is typed may mean. */
  offer(all: boolean): void {
    if (this.state === 'closed') return
    const known = offered(this.#editor)
    if (!known) {
      if (all && this.#editor.kind === 'date') this.dates.choose()
      return
    }
    const { options, matches } = known
    const left = options.filter((option) => !this.chips.words.includes(option))
    this.choices.show(left, all ? '' : this.input.value, this.#host.label(), matches)
    this.#placeChoices()
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
    this.#box = box
    this.#room = room
    if (this.composing) return
    this.input.style.textAlign = this.chips.open ? 'start' : align
    if (this.state === 'closed') this.#stand(box)
    else this.#grow()
    this.#placeChoices()
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
    this.place(this.#box, this.#room, this.input.style.textAlign)
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
    if (this.state === 'closed') {
      const typed = this.input.value
      this.input.classList.remove('open')
      this.#empty()
      if (taking === 'own' && typed !== '') this.#host.own(typed)
    } else if (this.#editor.kind === 'toggle' && this.input.value.trim() === '' && this.#isBlank())
      this.#turned()
    else {
      this.#part()
      this.#grow()
      this.offer(false)
    }
  }

  /** A blank alone, as some input methods hand on the space bar. */
  #isBlank(): boolean {
    return this.state === 'typed' && this.input.value !== ''
  }

  #turned(): void {
    this.close()
    this.#host.turn()
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
    this.#before = ''
    this.#opening = ''
    this.#editor = editor
    this.#show('typed', [])
  }

  #show(state: EditState, words: readonly string[]): void {
    this.state = state
    this.input.classList.add('open')
    this.input.setAttribute('data-testid', this.#testid)
    if (this.#editor.kind === 'date' && !this.composing) this.dates.show(this.input.value)
    if (this.#editor.kind === 'tags') this.chips.show(words, this.#host.label())
    this.#host.opened()
  }

  #chosen(text: string): void {
    if (this.#editor.kind === 'tags') {
      this.#add(text)
      return
    }
    this.input.value = text
    this.#host.commit()
    this.focus()
  }

  /** Keys that an editor of one kind has for itself, before those that all have. */
  #key(event: KeyboardEvent): void {
    if (event.isComposing || event.keyCode === 229 || this.composing) return
    if (this.#takes(event)) {
      event.preventDefault()
      event.stopImmediatePropagation()
    }
  }

  #takes(event: KeyboardEvent): boolean {
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event
    if (key === 'ArrowDown' && altKey) return this.#unfold()
    if (key === 'Enter' && altKey) return this.#breakLine()
    if (altKey || ctrlKey || metaKey || this.state === 'closed' || !this.chips.open) return false
    const { current } = this.choices
    if (key === 'Enter' && !shiftKey && current !== null) {
      this.#add(current)
      return true
    }
    const atStart = this.input.selectionEnd === 0
    return key === 'Backspace' && atStart && this.chips.remove(this.chips.words.length - 1)
  }

  /** Alt+Down where a calendar, words or a yes and no are to be chosen. */
  #unfold(): boolean {
    const kind = this.#host.editorNow()?.kind
    if (kind !== 'date' && kind !== 'tags' && kind !== 'toggle') return false
    if (this.state === 'closed') this.#host.edit()
    this.offer(true)
    return true
  }

  /** Alt+Enter, as in Excel; browsers do nothing there. */
  #breakLine(): boolean {
    const { kind } = this.#editor
    if (this.state === 'closed' || (kind !== 'text' && kind !== 'list')) return false
    this.input.setRangeText('\n', this.input.selectionStart, this.input.selectionEnd, 'end')
    this.#typed()
    return true
  }

  #add(word: string): void {
    this.chips.add([word])
    this.input.value = ''
    this.#wordsChanged()
  }

  #wordsChanged(): void {
    this.#grow()
    this.offer(false)
    this.focus()
  }

  /** A separator ends a word of a cell of words. */
  #part(): void {
    if (this.#editor.kind !== 'tags') return
    const { value } = this.input
    const { separators } = this.#editor
    const last = [...value].findLastIndex((character) => separators.includes(character))
    if (last < 0) return
    this.chips.add(tagsOf([...value].slice(0, last).join(''), separators))
    this.input.value = [...value].slice(last + 1).join('')
  }

  #empty(): void {
    this.input.value = ''
    this.#stand(this.#box)
  }

  #stand({ left, top, width, height }: Box): void {
    this.input.style.transform = `translate(${px(left)},${px(top)})`
    this.#below = this.#box
    this.#fit(width, height)
  }

  #fit(width: number, height: number): void {
    this.input.style.width = px(width)
    this.input.style.height = px(height)
    this.input.classList.remove('wrapped')
  }

  /** Wide enough for its text, over the neighbours; from the edge of the sheet on it wraps and grows down. */
  #grow(): void {
    if (this.composing) return
    this.input.classList.toggle('in-chips', this.chips.open)
    if (this.chips.open) {
      const { input, box } = this.chips.place(this.#box, this.#room)
      this.#stand(input)
      this.#below = box
      return
    }
    this.#stand(this.#box)
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
    const { left, top, width, height } = this.#below
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
