import type { Chips } from './chips.ts'
import type { Choices } from './choices.ts'
import { partedOff, tagsOf, written } from './editorText.ts'
import type { GridEditor } from './source.ts'

/** What is being written into a cell: the textarea's text; in a cell of words, those that are there and the one begun. */
export class Draft {
  editor: GridEditor = { kind: 'text' }
  readonly #input: HTMLTextAreaElement
  readonly #choices: Choices
  readonly #chips: Chips
  #opening = '' // the text that the words came from
  #before = ''

  constructor(input: HTMLTextAreaElement, choices: Choices, chips: Chips) {
    this.#input = input
    this.#choices = choices
    this.#chips = chips
  }

  get text(): string {
    const typed = this.#choices.current ?? this.#input.value
    return written(this.editor, typed, this.#chips.words, this.#opening)
  }

  get altered(): boolean {
    return this.text !== this.#before
  }

  /** A blank alone, as some input methods hand on the space bar: it turns a yes into a no. */
  get turns(): boolean {
    const { value } = this.#input
    return this.editor.kind === 'toggle' && value !== '' && value.trim() === ''
  }

  /** Begins with the text of the cell. */
  take(editor: GridEditor, text: string, label: string): void {
    this.editor = editor
    this.#opening = text
    this.#input.value = editor.kind === 'tags' ? '' : text
    if (editor.kind === 'tags') this.#chips.show(tagsOf(text, editor.separators), label)
    this.#before = this.text
  }

  /** Begins with what is being typed: it replaces what is there. */
  replace(editor: GridEditor, label: string): void {
    this.editor = editor
    this.#opening = ''
    if (editor.kind === 'tags') this.#chips.show([], label)
    this.#before = ''
  }

  /** Instead of the word begun. */
  add(word: string): void {
    this.#chips.add([word])
    this.#input.value = ''
  }

  /** A separator ends a word. */
  part(): void {
    if (this.editor.kind !== 'tags') return
    const parted = partedOff(this.#input.value, this.editor.separators)
    if (!parted) return
    this.#chips.add(parted.words)
    this.#input.value = parted.rest
  }
}
